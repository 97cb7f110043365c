using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;

namespace DatabricksApps.Contract;

/// <summary>A document, read for what its client promises.</summary>
internal static class ContractDocument
{
    /// <summary>Gets the facts of a document; null: it has no client.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">The name that the client and its places are called after.</param>
    public static EquatableArray<Fact>? Facts(string path, string? name = null)
    {
        string text = File.ReadAllText(path);
        Findings findings = new();
        name ??= Path.GetFileName(path);
        if (GradioReader.TryRead(name, text, findings, CancellationToken.None) is { } gradio)
        {
            return Surface.Of(GradioBinder.Bind(gradio.Document, name, DocumentOptions.Default, findings, CancellationToken.None));
        }

        ReadResult read = DocumentReader.Read(name, text, _ => null, findings, CancellationToken.None);
        return read.Document is null
            ? null
            : Surface.Of(ClientBinder.Bind(read.Document, name, DocumentOptions.Default, findings, CancellationToken.None));
    }
}
