using System.Globalization;
using System.Text.Json;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>What a document's text can do to a message: be quoted in it, shortened, on its line.</summary>
public sealed class MessageTests
{
    private const string Forged = "\r\nProgram.cs(1,1): error CS9999: forged\u2028##vso[task.setvariable]\u2029\u0085\v\f\u001B[31m\u009B\0\u202E\u2066\u200F\u061C\uFEFF\uD800";

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a\r\n \t b", "a b")]
    [InlineData("a\u2028b\u2029c\u0085d\ve\ff", "a b c d e f")]
    [InlineData("a\u001B[31mb\0c\u007Fd\u009Be", "a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFDe")]
    [InlineData("a\u202Eb\u2066c\u200Fd\u061Ce\uFEFFf", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf")]
    [InlineData("\uD83D\uDE00 ünï 漢字 {0}", "\uD83D\uDE00 ünï 漢字 {0}")]
    [InlineData("##vso[task.complete]", "# #vso[task.complete]")]
    public void A_text_is_cleaned(string text, string clean) => Assert.Equal($"'{clean}'", MessageText.Spell($"'{text}'"));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("a\uFFFDb\uFFFD", MessageText.Spell($"{"a\uD800b\uDC00"}"));

    [Fact]
    public void A_text_of_more_than_200_characters_is_cut_in_the_middle()
    {
        string text = new string('a', 120) + new string('b', 1_000_000) + new string('c', 79);

        Assert.Equal($"'{new string('a', 120)}…{new string('c', 79)}' of 3", MessageText.Spell($"'{text}' of {3}"));
        Assert.Equal(new string('d', 200), MessageText.Spell($"{new string('d', 200)}"));
    }

    [Fact]
    public void A_message_in_a_message_is_not_cut_again()
    {
        MessageText inner = $"'{new string('a', 300)}' is not here";

        Assert.EndsWith("' is not here; it is left out", MessageText.Spell($"{inner}; it is left out"));
    }

    // Wherever a document is quoted: what is not in this list is told in words of our own.
    [Theory]
    [InlineData("DBXAPP0002", """{"openapi":"3.1.0","info":nul,"x":"$"}""")]
    [InlineData("DBXAPP0002", "openapi: 3.1.0\na: *$$b\n")]
    [InlineData("DBXAPP0003", """{"openapi":"9$"}""")]
    [InlineData("DBXAPP0101", """{"openapi":"3.1.0","paths":{"/api/$":{"get":1,"additionalOperations":{"$":{}}}}}""")]
    [InlineData("DBXAPP0102", """{"openapi":"3.1.0","components":{"schemas":{"$":{"enum":[{},{"a":"$"}]}}}}""")]
    [InlineData("DBXAPP0102", """{"openapi":"3.1.0","components":{"schemas":{"$":{"type":"array","items":{"$ref":"#/components/schemas/%24"}}}}}""")]
    [InlineData("DBXAPP0103", """{"openapi":"3.1.0","components":{"schemas":{"A":{"$ref":"$.json#/$"},"B":{"$ref":"#/$"},"C":{"$ref":"https://x/$"}}}}""")]
    [InlineData("DBXAPP0103", """{"openapi":"3.1.0","components":{"schemas":{"A":{"oneOf":[{"$ref":"#/components/schemas/B"}],"discriminator":{"propertyName":"k","mapping":{"$":"$"}}},"B":{},"$ref":"$"}}}""")]
    [InlineData("DBXAPP0104", """{"openapi":"3.1.0","paths":{"/api/{$}":{"get":{"responses":{}}}}}""")]
    [InlineData("DBXAPP0105", """{"openapi":"3.1.0","servers":[{"url":"/{$}"}],"paths":{"$":{"get":{"parameters":[{"name":"$","in":"$"},{"name":"$","in":"query"},{"name":"$","in":"query","style":"$"}],"responses":{}}}},"components":{"schemas":{"$":{"type":"$","minLength":"$","properties":"$"}}}}""")]
    [InlineData("DBXAPP0105", """{"openapi":"3.1.0","$":1,"$":2}""")]
    [InlineData("DBXAPP0106", """{"openapi":"3.1.0","components":{"schemas":{"A":{"properties":{"box":{"properties":{"$":{}}}}},"ABox":{}}}}""")]
    [InlineData("DBXAPP0107", """{"openapi":"3.1.0","components":{"schemas":{"$":{"properties":{"$":{"type":"integer","default":"$"}}}}}}""")]
    [InlineData("DBXAPP0108", """{"openapi":"3.1.0","paths":{"/api/a":{"post":{"parameters":[{"name":"$","in":"path"}],"requestBody":{"content":{"application/json":{},"$":{}}},"responses":{"204":{"links":{"$":{}}}}}}},"components":{"schemas":{"$":{"not":{}}}}}""")]
    [InlineData("DBXAPP0201", """{"openapi":"3.1.0","paths":{"/$":{"get":{"responses":{}}}}}""")]
    [InlineData("DBXAPP0202", """{"openapi":"3.1.0","servers":[{"url":"https://$/"}],"paths":{"/api/a":{"get":{"responses":{}}}}}""")]
    [InlineData("DBXAPP0203", """{"openapi":"3.1.0","paths":{"/api/a":{"get":{"security":[{"$":[]}],"responses":{}}}},"components":{"securitySchemes":{"$":{"type":"http","scheme":"$"}}}}""")]
    [InlineData("DBXAPP0201", """{"info":{"named_endpoints":{"/$":{"parameters":[],"returns":[]}}},"config":{"root":"https://x/$"}}""")]
    [InlineData("DBXAPP0106", """{"info":{"named_endpoints":{"/$":{"parameters":[],"returns":[]},"/$-":{"parameters":[],"returns":[]}}},"config":{"root":"https://x/api/a"}}""")]
    public void No_text_of_a_document_is_more_than_a_part_of_a_line(string id, string document)
    {
        string escaped = JsonSerializer.Serialize(Forged + new string('x', 5_000))[1..^1];
        bool isJson = document[0] == '{';

        GeneratedCode code = Generation.Run(new Document(
            isJson ? "a.openapi.json" : "a.openapi.yaml",
            isJson ? Fill(document, escaped) : document.Replace("$$", Forged[2..20])));

        Assert.Contains(code.Diagnostics, diagnostic => diagnostic.Id == id);
        Assert.All(code.Diagnostics, AssertIsOneLine);
    }

    [Fact]
    public void A_bug_is_told_without_what_the_document_says()
    {
        string told = BugReport.Describe(new InvalidOperationException("'" + Forged + new string('x', 5_000) + "' is bad"));

        Assert.StartsWith("System.InvalidOperationException: ' Program.cs(1,1): error CS9999: forged # #vso[", told);
        Assert.EndsWith("xxx' is bad", told);
        Assert.InRange(told.Length, 200, 250);
    }

    [Fact]
    public void A_message_with_something_in_it_is_an_interpolated_string_as_a_whole()
    {
        // Findings take what went through the gate. Where a plain string is taken as well, it is of our own words, or spelled.
        IEnumerable<string> parts =
            from file in Directory.GetFiles(Repository.PathOf("generator"), "*.cs", SearchOption.AllDirectories)
            where !file.Split(Path.DirectorySeparatorChar).Contains("obj")
            from call in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            where call.Expression.ToString() == "Finding.Of"
            let message = call.ArgumentList.Arguments[2].Expression
            where !IsWhole(message)
            select $"{Path.GetFileName(file)}: {message}";

        Assert.Equal(
            [
                "ClientNames.cs: reason",
                "DocumentException.cs: text",
                "DocumentStep.cs: BugReport.Describe(bug)",
                "Findings.cs: message",
            ],
            parts.Distinct().Order());
    }

    private static bool IsWhole(ExpressionSyntax message) => message switch
    {
        InterpolatedStringExpressionSyntax => true,
        LiteralExpressionSyntax => true,
        BinaryExpressionSyntax sum => IsWhole(sum.Left) && (IsWhole(sum.Right) || sum.Right.ToString() == "Advice"),
        _ => false,
    };

    private static void AssertIsOneLine(Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotContain(message, c => char.IsControl(c) || char.GetUnicodeCategory(c) is
            UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        Assert.DoesNotContain("##", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 1_200);
    }

    // "$ref" and "%24" stay what they are.
    private static string Fill(string document, string text) =>
        document.Replace("$ref", "\0").Replace("$", text).Replace("\0", "$ref").Replace("%24", Uri.EscapeDataString(JsonSerializer.Deserialize<string>($"\"{text}\"")!.Replace("~", "~0").Replace("/", "~1")));
}
