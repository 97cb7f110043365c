using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>What the build says at code that was right before the depot changed.</summary>
internal static class ChangedDepot
{
    public static string Lock { get; } = LockFile.Write(Caller.DocumentName, DepotDocument.Facts());

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Gets what is told at statements: the id, the text that it is told at, the message.</summary>
    /// <param name="after">The document as it is now.</param>
    /// <param name="statements">What a method does with <c>depot</c>, and with what stands in its parameters.</param>
    public static string[] Told(string after, string statements) => TellOf(after, CodeOf(statements), Lock);

    /// <inheritdoc cref="Told"/>
    /// <param name="code">A whole file.</param>
    /// <param name="accepted">The lock.</param>
    public static string[] TellOf(string after, string code, string accepted)
    {
        Assert.DoesNotContain(Caller.Diagnose(Caller.Compile(DepotDocument.Json, accepted, code)), IsWorse);
        IReadOnlyList<Diagnostic> told = Caller.Diagnose(Caller.Compile(Indented(after), accepted, code));
        Assert.All(told.Where(IsWorse), diagnostic => Assert.Equal(Caller.CodeName, diagnostic.Location.SourceTree?.FilePath));
        return [.. told.Select(Spell)];
    }

    public static string CodeOf(string statements) => $$"""
        static class Use
        {
            public static async Task RunAsync(DepotClient depot, Item item, Part part, string text, string? maybe)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    /// <summary>Gets a document a line a value, as the tool writes it.</summary>
    public static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(s_indented);

    private static bool IsWorse(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;

    private static string Spell(Diagnostic diagnostic)
    {
        string at = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";
        return diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)
            ? diagnostic.Id
            : $"{diagnostic.Id} [{at}] {diagnostic.GetMessage()}";
    }
}
