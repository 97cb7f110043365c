using System.Globalization;
using System.Text.RegularExpressions;
using DatabricksApps.Corpus;
using DatabricksApps.Fuzz.Trees;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Fuzz.Checks;

/// <summary>Each operation has a method, or is told to have none.</summary>
internal static partial class CoverageCheck
{
    /// <summary>Finds operations that vanished in silence.</summary>
    public static IEnumerable<Failure> Find(GeneratedCode code, string text, string name)
    {
        // A document without a client says why. What is not JSON, or has a key twice, can be read in several ways.
        if (code.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            || JsonText.Read(text) is not { } root || HasKeyTwice(root))
        {
            yield break;
        }

        IReadOnlyList<DocumentOperation> operations = DocumentOperation.FindAll(ToObjects(root));
        HashSet<string> methods = [.. GeneratedMethod.FindAll(code.Trees, name).Select(method => method.Pointer)];
        string[] told =
        [
            .. from diagnostic in code.Diagnostics
               where diagnostic.Id == "DBXAPP0101"
               select diagnostic.GetMessage(CultureInfo.InvariantCulture),
        ];
        string[] missing = [.. operations.Select(operation => operation.Pointer).Distinct().Where(pointer => !methods.Contains(pointer))];
        if (missing.FirstOrDefault(pointer => Plain().IsMatch(pointer) && !IsTold(pointer)) is { } lost)
        {
            yield return new Failure("operation lost", $"{lost} has no method, and no diagnostic says so");
        }
        else if (missing.Length > told.Length + methods.Count(pointer => !Plain().IsMatch(pointer)))
        {
            // Messages and remarks show pointers of odd characters and long ones in their own way: they can only be counted.
            yield return new Failure("operations lost", $"{missing.Length} operations have no method, {told.Length} are told: {missing[0]}");
        }

        bool IsTold(string pointer) => told.Any(message => message.Contains($"#{pointer},", StringComparison.Ordinal));
    }

    /// <summary>Makes of a tree what the corpus counts in: objects as dictionaries, texts, and null for everything else.</summary>
    private static object? ToObjects(Node node) => node.Kind switch
    {
        NodeKind.Object => node.Children.ToDictionary(child => child.Key, child => ToObjects(child.Node)),
        NodeKind.Text => node.Value,
        _ => null,
    };

    private static bool HasKeyTwice(Node node) => node.Children.Exists(child => HasKeyTwice(child.Node))
        || (node.Kind == NodeKind.Object && node.Children.DistinctBy(child => child.Key).Count() < node.Children.Count);

    [GeneratedRegex(@"\A[!-~]{1,150}\z")]
    private static partial Regex Plain();
}
