using DatabricksApps.Gen.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.CodeFixes.Tests;

/// <summary>What several fixes change in one file is changed at once, where they are not in each other's way.</summary>
public sealed class EditsTests
{
    private const string Text = "list(a, b)";

    [Fact]
    public void What_is_written_at_one_place_stands_in_order() => Assert.Equal("list(a, b, c: 1, d: 2)", Made(Write(9, ", c: 1"), Write(9, ", d: 2")));

    [Fact]
    public void What_two_diagnostics_ask_for_is_made_once() => Assert.Equal("list(a, b, c: 1)", Made(Write(9, ", c: 1"), Write(9, ", c: 1")));

    [Fact]
    public void Of_two_that_change_the_same_the_first_is_made() => Assert.Equal("list(x, b)", Made(Write(5, "x", 1), Write(4, "()", 6)));

    [Fact]
    public void They_need_not_come_in_the_order_of_the_file() => Assert.Equal("list(x, y)", Made(Write(8, "y", 1), Write(5, "x", 1)));

    private static string Made(params TextChange[] changes) =>
        SourceText.From(Text).WithChanges(Edits.Together(changes.Select(change => new Fix("", "", [change])))).ToString();

    private static TextChange Write(int start, string text, int length = 0) => new(new TextSpan(start, length), text);
}
