using DatabricksApps.Gen.Tests.Snapshots;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>The whole C# of small apps.</summary>
public sealed class SnapshotTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Gradio");

    [Theory]
    [InlineData("demo6.gradio.json", "Demo")]
    [InlineData("mounted.gradio.json", "Mounted")]
    public void The_client_of_an_app_is_as_it_was_accepted(string file, string theme)
    {
        GeneratedCode code = Generation.RunAndCompile(GradioDocuments.Of(file));

        Snapshot.Match(
            Snapshot.FilesOf(code),
            s_folder,
            $"{nameof(SnapshotTests)}.{theme}");
    }
}
