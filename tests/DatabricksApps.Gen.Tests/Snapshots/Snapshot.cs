using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace DatabricksApps.Gen.Tests.Snapshots;

/// <summary>
/// Compares generated files with those that were read and accepted, in the file contract of the library Verify:
/// <c>Class.Test#File.g.verified.cs</c> stands beside the test, a difference leaves a <c>.received.cs</c>.
/// </summary>
/// <remarks>Run the tests with the environment variable <c>ACCEPT_SNAPSHOTS=1</c> to accept what they received.</remarks>
internal static partial class Snapshot
{
    private static readonly bool s_accepts = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Gets the generated files by name, without the generator's version, which changes with every package.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(GeneratedCode code) => code.Result.GeneratedSources.ToDictionary(
        source => Path.GetFileName(source.HintName),
        source => Version().Replace(source.SourceText.ToString(), "GeneratedCode(\"DatabricksApps.Gen\", \"(version)\")"));

    /// <summary>Compares files, by name, with the accepted files of a test.</summary>
    /// <param name="files">The texts by file name, such as <c>Client.g.cs</c>.</param>
    /// <param name="folder">The folder of the accepted files.</param>
    /// <param name="test">The test's class and name.</param>
    public static void Match(IReadOnlyDictionary<string, string> files, string folder, string test)
    {
        string prefix = test + "#";
        Dictionary<string, string> verified = Read(folder, prefix);
        if (s_accepts)
        {
            Accept(files, verified, folder, prefix);
            return;
        }

        List<string> differences = [];
        foreach (string name in files.Keys.Union(verified.Keys).Order(StringComparer.Ordinal))
        {
            string? received = files.GetValueOrDefault(name);
            if (received != verified.GetValueOrDefault(name))
            {
                differences.Add($"{prefix}{name}\n{Difference(verified.GetValueOrDefault(name) ?? "", received ?? "")}");
                WriteReceived(folder, prefix + name, received);
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    /// <summary>Compares a text with an accepted file of any name that ends in <c>.NAME.cs</c>.</summary>
    public static void MatchFile(string received, string path)
    {
        if (s_accepts)
        {
            File.WriteAllText(path, received);
            return;
        }

        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        string other = Path.ChangeExtension(Path.ChangeExtension(path, null), "received.cs");
        File.Delete(other);
        if (received != expected)
        {
            File.WriteAllText(other, received);
        }

        Assert.True(received == expected, $"{Path.GetFileName(path)}\n{Difference(expected, received)}");
    }

    private static Dictionary<string, string> Read(string folder, string prefix) => Directory
        .EnumerateFiles(folder, prefix + "*.verified.cs")
        .ToDictionary(
            file => Path.GetFileName(file)[prefix.Length..].Replace(".verified.cs", ".cs"),
            File.ReadAllText);

    private static void Accept(
        IReadOnlyDictionary<string, string> files, Dictionary<string, string> verified, string folder, string prefix)
    {
        foreach (string name in verified.Keys.Except(files.Keys))
        {
            File.Delete(PathOf(folder, prefix + name, "verified"));
        }

        foreach ((string name, string text) in files)
        {
            File.WriteAllText(PathOf(folder, prefix + name, "verified"), text);
            File.Delete(PathOf(folder, prefix + name, "received"));
        }
    }

    private static void WriteReceived(string folder, string name, string? text)
    {
        if (text is not null)
        {
            File.WriteAllText(PathOf(folder, name, "received"), text);
        }
    }

    private static string PathOf(string folder, string name, string kind) =>
        Path.Combine(folder, Path.ChangeExtension(name, kind + ".cs"));

    [GeneratedRegex("""GeneratedCode\("DatabricksApps\.Gen", "\d+\.\d+\.\d+[^"]*"\)""")]
    private static partial Regex Version();

    private static string Difference(string verified, string received)
    {
        IEnumerable<string> lines = InlineDiffBuilder.Diff(verified, received).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Take(40)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text);
        return string.Join('\n', lines);
    }
}
