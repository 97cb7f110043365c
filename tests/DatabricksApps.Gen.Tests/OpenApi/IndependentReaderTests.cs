using DatabricksApps.Readers;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>
/// Microsoft.OpenApi finds in the documents of the repository what the generator finds, but for what
/// <c>differences.txt</c> lists with its reason.
/// </summary>
public sealed class IndependentReaderTests
{
    private static readonly string[] s_folders = ["samples", "tests"];

    private static readonly string s_list =
        Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "OpenApi", "differences.txt");

    public static TheoryData<string> Documents => [.. Files()];

    [Fact]
    public void There_are_the_documents_of_the_repository()
    {
        string[] files = [.. Files()];

        Assert.Equal(43, files.Length);
        Assert.Empty(Listed().Select(entry => entry.File).Except(files));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_library_and_the_generator_find_the_same(string file)
    {
        ReaderComparison comparison = ReaderComparison.Of(file, File.ReadAllText(Repository.PathOf(file)));

        string[] found = comparison.Unread is null
            ? [.. comparison.Differences.Select(item => item.Difference.ToString())]
            : [(comparison.IsRefused ? "generator" : "library") + ": not read"];
        Assert.Equal(Listed().Where(entry => entry.File == file).Select(entry => entry.Difference), found);
        Assert.Equal(found.Length == 0, comparison is { Agreed: > 0, Differences: [] });
    }

    [Fact]
    public void Each_listed_difference_has_a_reason() =>
        Assert.All(Listed(), entry => Assert.NotEqual("", entry.Reason));

    /// <summary>Finds the OpenAPI documents, by their names and by those that Gradio's own apps serve.</summary>
    private static IEnumerable<string> Files() => s_folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*openapi*.json", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the list: file, difference and reason, with bars between them.</summary>
    private static IEnumerable<(string File, string Difference, string Reason)> Listed() =>
        from line in File.ReadLines(s_list)
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(" | ")
        select (parts[0], parts[1], parts[2]);
}
