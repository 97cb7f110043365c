namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>Snapshots of Gradio apps, and the documents that they serve beside.</summary>
internal static class GradioDocuments
{
    /// <summary>The path that is no warning: Databricks Apps takes tokens below <c>/api/</c>.</summary>
    private static readonly (string, string)[] s_belowApi = [("BasePath", "/api/demo")];

    public static string TextOf(string file) => File.ReadAllText(Repository.PathOf("tests", "Gradio", file));

    /// <summary>Gets a snapshot whose app is mounted below <c>/api/</c>.</summary>
    public static Document Of(string file) => new(file, TextOf(file), isMarked: true, s_belowApi);
}
