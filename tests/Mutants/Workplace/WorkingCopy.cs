using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DatabricksApps.Mutants.Reach;

namespace DatabricksApps.Mutants.Workplace;

/// <summary>
/// A copy of the repository that is built and tested, so that a run of hours neither disturbs nor is disturbed by work on
/// the sources. It is kept: the next run builds only what has changed.
/// </summary>
internal sealed partial class WorkingCopy
{
    private static readonly string[] s_folders = ["generator/", "runtime/", "samples/", "tests/"];

    private readonly string _repository;

    /// <summary>Initializes the copy.</summary>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="root">The folder of the copy.</param>
    public WorkingCopy(string repository, string root)
    {
        _repository = Path.GetFullPath(repository);
        Root = Path.GetFullPath(root);
    }

    /// <summary>Gets the folder of the copy.</summary>
    public string Root { get; }

    /// <summary>Gets the path of a file or folder of the copy.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Gets the folder that a suite is built to.</summary>
    public string BuiltFolder(string suite) => PathOf("tests", suite, "bin", "Release", "net10.0");

    /// <summary>Brings the copy to the state of the repository, with what records which test reaches what.</summary>
    public void Update(IReadOnlyList<Side> sides)
    {
        Dictionary<string, byte[]> files = [];
        foreach (string file in TrackedFiles())
        {
            string path = Path.Combine(_repository, file);
            // A file that git knows may be deleted.
            if (File.Exists(path))
            {
                files[file] = File.ReadAllBytes(path);
            }
        }

        foreach (string suite in sides.SelectMany(side => side.Suites))
        {
            files[$"tests/{suite}/{Injected.Recorder}"] = Encoding.UTF8.GetBytes(Injected.Read(Injected.Recorder));
        }

        foreach ((string file, byte[] bytes) in files)
        {
            Write(PathOf(file), bytes);
        }

        DeleteOthers(files.Keys);
    }

    /// <summary>Builds a suite, and what it tests.</summary>
    public void Build(string suite) => Shell.Run(
        Root, "dotnet", "build", $"tests/{suite}", "-c", "Release", "-nodeReuse:false", "-v:quiet", "-p:RunAnalyzers=false");

    /// <summary>Gets a name for all that a suite is made of.</summary>
    public string HashOf(string suite)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string project = File.ReadAllText(PathOf("tests", suite, suite + ".csproj"));
        IEnumerable<string> others = Neighbour().Matches(project).Select(match => "tests/" + match.Groups[1].Value);
        string[] folders = ["generator", "runtime", "tests/" + suite, .. others];
        foreach (string file in folders.Distinct().SelectMany(folder => Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(file => !IsBuilt(file))
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    // Also what is not committed yet; not what git ignores.
    private IEnumerable<string> TrackedFiles() => Shell
        .Run(_repository, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Where(file => !file.Contains('/') || s_folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));

    // Of a file that is as it was the time stays too, or all would be built again.
    private static void Write(string path, byte[] bytes)
    {
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    private void DeleteOthers(IReadOnlyCollection<string> files)
    {
        HashSet<string> kept = [.. files.Select(file => PathOf(file))];
        foreach (string folder in s_folders.Select(folder => PathOf(folder)).Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                if (!IsBuilt(file) && !kept.Contains(Path.GetFullPath(file)))
                {
                    File.Delete(file);
                }
            }
        }
    }

    // What the suite takes from the folders beside it.
    [GeneratedRegex(@"[;""]\.\./(\w[\w.]*)/")]
    private static partial Regex Neighbour();

    private bool IsBuilt(string file) => Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
