using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Contract.Pairs;

/// <summary>Compiles code that was right before a change with the client after it, and judges what the build says.</summary>
internal static class BuildCheck
{
    private const string Ours = "DBXAPP03";

    /// <summary>Gets what is wrong; null: nothing.</summary>
    /// <param name="folder">The pair.</param>
    /// <param name="show">Takes what the build says.</param>
    public static string? Run(string folder, Action<string> show)
    {
        Expected expected = Expected.Read(folder);
        string before = File.ReadAllText(Path.Combine(folder, "before.openapi.json")), after = File.ReadAllText(Path.Combine(folder, "after.openapi.json"));
        string code = File.ReadAllText(Path.Combine(folder, Caller.CodeName));
        string accepted = LockFile.Write(Caller.DocumentName, ContractDocument.Facts(Path.Combine(folder, "before.openapi.json"), Caller.DocumentName)!.Value);
        Compilation was = Caller.Compile(before, accepted, code), now = Caller.Compile(after, accepted, code);
        if (Caller.Diagnose(was) is [var unexpected, ..])
        {
            return $"before the change: {unexpected}";
        }

        IReadOnlyList<Diagnostic> told = Caller.Diagnose(now);
        foreach (Diagnostic diagnostic in told)
        {
            show(diagnostic.ToString());
        }

        if (told.FirstOrDefault(diagnostic => !IsAtCode(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error) is { } broken)
        {
            return $"the client does not compile: {broken}";
        }

        bool isKept = told.All(diagnostic => diagnostic.Severity <= DiagnosticSeverity.Info) && IsMeaningKept(folder, was, now, accepted);
        string seen = $"expected {expected.Breaking} ({expected.Effect}), seen\n   {string.Join("\n   ", told.Select(diagnostic => diagnostic.ToString()).DefaultIfEmpty("nothing"))}";
        return expected.Breaking switch
        {
            "none" => told.Any(diagnostic => IsOurs(diagnostic) && diagnostic.Severity >= DiagnosticSeverity.Warning) ? seen : null,
            "compile" => isKept || IsRefused(told) ? null : seen,
            _ => isKept && expected.Severity != "info" || told.Any(diagnostic => IsTold(diagnostic) && diagnostic.Severity >= SeverityOf(expected)) ? null : seen,
        };
    }

    /// <summary>Shows what the build says of a pair of which nothing is expected.</summary>
    public static void Show(string folder, Action<string> show)
    {
        string accepted = LockFile.Write(Caller.DocumentName, ContractDocument.Facts(Path.Combine(folder, "before.openapi.json"), Caller.DocumentName)!.Value);
        string code = File.ReadAllText(Path.Combine(folder, Caller.CodeName));
        foreach (Diagnostic diagnostic in Caller.Diagnose(Caller.Compile(File.ReadAllText(Path.Combine(folder, "after.openapi.json")), accepted, code)))
        {
            show($"   {diagnostic}   [{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}]");
        }
    }

    // An error at a line of the code, and at that line why.
    private static bool IsRefused(IReadOnlyList<Diagnostic> told) => told
        .Where(diagnostic => IsAtCode(diagnostic) && diagnostic.Severity == DiagnosticSeverity.Error)
        .Any(error => told.Any(diagnostic => IsTold(diagnostic) && LineOf(diagnostic) == LineOf(error)));

    private static bool IsTold(Diagnostic diagnostic) => IsAtCode(diagnostic) && IsOurs(diagnostic)
        && System.Text.RegularExpressions.Regex.IsMatch(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), $"{Caller.DocumentName}:[0-9]+");

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith(Ours, StringComparison.Ordinal);

    private static bool IsAtCode(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath == Caller.CodeName;

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;

    private static DiagnosticSeverity SeverityOf(Expected expected) => Enum.Parse<DiagnosticSeverity>(expected.Severity, ignoreCase: true);

    private static bool IsMeaningKept(string folder, Compilation was, Compilation now, string accepted)
    {
        EquatableArray<Fact> locked = LockReader.Read(accepted, (_, _) => { });
        KeptNames kept = KeptNames.Of(locked);
        EquatableArray<Fact> after = ContractDocument.Facts(Path.Combine(folder, "after.openapi.json"), Caller.DocumentName, kept)!.Value;
        Effects effects = new(locked, after);

        // What the lock keeps, it keeps whole: beside names and order nothing of what code hangs on is another one.
        if (Difference.Of(locked, after).Any(change => effects.Of(change) >= Effect.Wire))
        {
            return false;
        }

        ClientModel Client(string file) => ContractDocument.Client(Path.Combine(folder, file), Caller.DocumentName, kept)!;
        return Meaning.Of(was, Client("before.openapi.json")).SequenceEqual(Meaning.Of(now, Client("after.openapi.json")));
    }
}
