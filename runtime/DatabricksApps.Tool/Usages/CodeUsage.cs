using System.Text.Json;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Usages;

/// <summary>What the code of a project uses of a client, as a build wrote it: names of C#.</summary>
internal sealed class CodeUsage
{
    private CodeUsage(IReadOnlyList<CodeUsage> builds)
    {
        CodeUsage last = builds[0];
        (Document, Assembly, Client, BasePath, MediaTypes, Paging, Facts) = (last.Document, last.Assembly, last.Client, last.BasePath, last.MediaTypes, last.Paging, last.Facts);
        IsOpen = builds.Any(build => build.IsOpen);
        Calls = Names(build => build.Calls);
        Reads = Names(build => build.Reads);
        Sets = Names(build => build.Sets);
        Uses = Names(build => build.Uses);
        Types = Names(build => build.Types);
        Whole = Names(build => build.Whole);

        HashSet<string> Names(Func<CodeUsage, HashSet<string>> of) => builds.SelectMany(of).ToHashSet(StringComparer.Ordinal);
    }

    private CodeUsage(JsonElement file)
    {
        Document = file.Member("document").Text() ?? "";
        Assembly = file.Member("assembly").Text() ?? "";
        Client = file.Member("client").Text()?.Split('.')[^1];
        IsOpen = file.Member("open").ValueKind == JsonValueKind.True;
        BasePath = file.Member("basePath").Text();
        MediaTypes = (file.Member("mediaTypes").Text() ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Paging = (file.Member("paging").Text() ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Calls = Names("calls");
        Reads = Names("reads");
        Sets = Names("sets");
        Uses = Names("uses");
        Types = Names("types");
        Whole = Names("whole");
        Facts = LockReader.Read(string.Join('\n', Names("facts")), (_, problem) => throw new FormatException(problem));

        HashSet<string> Names(string name) => file.Member(name).Items().Select(item => item.Text()).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets the document as the project names it.</summary>
    public string Document { get; }

    public string Assembly { get; }

    /// <summary>Gets the class of the client; null: it is not said.</summary>
    public string? Client { get; }

    /// <summary>Gets whether other assemblies may use more of it: a library shows its client to them.</summary>
    public bool IsOpen { get; }

    public string? BasePath { get; }

    public string[] MediaTypes { get; }

    public string[] Paging { get; }

    public HashSet<string> Calls { get; }

    public HashSet<string> Reads { get; }

    public HashSet<string> Sets { get; }

    public HashSet<string> Uses { get; }

    /// <summary>Gets the types that are named, by themselves.</summary>
    public HashSet<string> Types { get; }

    public HashSet<string> Whole { get; }

    /// <summary>Gets what was accepted of what is used; none: the document has no lock.</summary>
    public EquatableArray<Fact> Facts { get; }

    /// <summary>Joins what several builds of a project use, the last one first: of each framework the code is another one.</summary>
    public static CodeUsage Join(IReadOnlyList<CodeUsage> builds) => builds.Count == 1 ? builds[0] : new CodeUsage(builds);

    /// <summary>Reads what a build wrote.</summary>
    /// <exception cref="ToolException">The file is something else.</exception>
    public static async Task<CodeUsage> ReadAsync(string path, string shown, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream file = File.OpenRead(path);
            using JsonDocument json = await JsonDocument.ParseAsync(file, default, cancellationToken);
            CodeUsage usage = new(json.RootElement);
            if (usage.Document.Length > 0)
            {
                return usage;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // Told below.
        }

        throw new ToolException($"{shown} does not say what a project uses", null, "take the file that a build of it wrote: obj/…/NAME.usage.json");
    }
}
