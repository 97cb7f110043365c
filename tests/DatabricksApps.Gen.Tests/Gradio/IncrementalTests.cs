using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>What an edit of a snapshot writes again.</summary>
public sealed class IncrementalTests
{
    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true));

    private readonly Document _document = GradioDocuments.Of("demo6.gradio.json");
    private readonly GeneratedCode _before;

    public IncrementalTests() => _before = s_project.Generate([_document], TestContext.Current.CancellationToken);

    [Fact]
    public void Ids_that_a_new_version_of_the_app_has_write_nothing()
    {
        JsonObject snapshot = Snapshot();
        foreach (JsonNode? dependency in snapshot["config"]!["dependencies"]!.AsArray())
        {
            dependency!["id"] = (int)dependency["id"]! + 100;
        }

        Assert.Empty(Steps.ChangedFiles(_before.Result, After(snapshot).Result));
    }

    [Fact]
    public void An_input_with_another_default_writes_the_file_of_the_endpoints()
    {
        JsonObject snapshot = Snapshot();
        snapshot["info"]!["named_endpoints"]!["/scale"]!["parameters"]![0]!["parameter_default"] = 7;

        GeneratedCode after = After(snapshot);

        Assert.Single(Steps.ChangedFiles(_before.Result, after.Result));
        Assert.Contains(after.Trees, tree => tree.ToString().Contains("double? number = 7D", StringComparison.Ordinal));
    }

    // The resolver knows the types of members too: it is written again where the client had no such type before.
    [Theory]
    [InlineData("number", "Demo6Client/TouchResult.g.cs")]
    [InlineData("integer", "Demo6Client/Demo6Json.g.cs", "Demo6Client/TouchResult.g.cs")]
    public void An_output_with_another_type_writes_its_record(string type, params string[] files)
    {
        JsonObject snapshot = Snapshot();
        snapshot["info"]!["named_endpoints"]!["/touch"]!["returns"]![1]!["type"] = new JsonObject { ["type"] = type };

        GeneratedCode after = After(snapshot);

        Assert.Equal(files, Steps.ChangedFiles(_before.Result, after.Result));
    }

    private static JsonObject Snapshot() => JsonNode.Parse(GradioDocuments.TextOf("demo6.gradio.json"))!.AsObject();

    private GeneratedCode After(JsonObject snapshot)
    {
        Document edited = new("demo6.gradio.json", snapshot.ToJsonString(), isMarked: true, ("BasePath", "/api/demo"));
        GeneratorDriver driver = _before.Driver.ReplaceAdditionalText(_document, edited);
        return Project.Run(driver, s_project.CreateCompilation(), TestContext.Current.CancellationToken);
    }
}
