using System.Globalization;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Documents;

/// <summary>The file of a document: what is in it is replaced as a whole, or not at all, and nothing good by something worse without a word.</summary>
internal static class DocumentFile
{
    /// <summary>Reads what a file is; null: there is none.</summary>
    public static async Task<DocumentReading?> ReadAsync(string path, CancellationToken cancellationToken) =>
        File.Exists(path) ? DocumentReader.Read(await File.ReadAllBytesAsync(path, cancellationToken), IsYamlName(path)) : null;

    /// <summary>Gets the kind that a file's name says; null: it says none.</summary>
    public static DocumentKind? KindOf(string path) =>
        path.EndsWith(".gradio.json", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Gradio
        : IsYamlName(path) || path.EndsWith("openapi.json", StringComparison.OrdinalIgnoreCase) ? DocumentKind.OpenApi
        : null;

    /// <summary>Writes a document, unless the file says the same.</summary>
    /// <param name="path">The file.</param>
    /// <param name="document">What to write.</param>
    /// <param name="mayReplace">Whether anything may be replaced without asking.</param>
    /// <param name="questions">Who is asked; null: nobody.</param>
    /// <param name="shown">The file as the user writes it.</param>
    /// <param name="cancellationToken">Cancels it before the file is replaced.</param>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ToolException">It was not, and should not be.</exception>
    public static async Task<bool> WriteAsync(
        string path, ApiDocument document, bool mayReplace, IQuestions? questions, string shown, CancellationToken cancellationToken)
    {
        if (document.IsYaml != IsYamlName(path))
        {
            throw new ToolException(
                $"The app serves {(document.IsYaml ? "YAML" : "JSON")}, and {shown} is named as a file of {(document.IsYaml ? "JSON" : "YAML")}",
                null,
                $"name it {(document.IsYaml ? "*.openapi.yaml" : document.Kind == DocumentKind.Gradio ? "*.gradio.json" : "*.openapi.json")}.");
        }

        if (await ReadAsync(path, cancellationToken) is { } present)
        {
            // A checkout may end lines by CR LF.
            if ((await File.ReadAllTextAsync(path, cancellationToken)).Replace("\r\n", "\n", StringComparison.Ordinal) == document.Text)
            {
                return false;
            }

            if (!mayReplace && WhyAsk(present, document, path, shown) is { } doubt && questions?.Confirm($"{doubt.What}. Write it?") != true)
            {
                throw new ToolException(doubt);
            }
        }

        await AtomicFile.WriteAsync(path, document.Text, cancellationToken);
        return true;
    }

    private static Failure? WhyAsk(DocumentReading present, ApiDocument document, string path, string shown)
    {
        if (present.Document is not { } old)
        {
            // A document that is empty or was cut is no loss; what is something else may be.
            return present.State == DocumentState.Broken && KindOf(path) is not null ? null : new Failure(
                $"{shown} is there, and is no document of an app", null, "write to another file; --force replaces it.");
        }

        if (old.Kind != document.Kind)
        {
            return new Failure(
                $"{shown} is {Name(old.Kind)}, and the app now gives {Name(document.Kind)}",
                "the address is that of another app, or the app is another one now.",
                "write to another file; --force replaces it.");
        }

        return document.Text.Length * 2L > old.Text.Length ? null : new Failure(
            string.Create(CultureInfo.InvariantCulture, $"The app's document is less than half of what {shown} is: {document.Size} in {document.Text.Length:N0} characters, were {old.Size} in {old.Text.Length:N0}"),
            "the app is another one now, or serves only a part of its document.",
            "look at what the app serves; --force writes it.");
    }

    private static string Name(DocumentKind kind) => kind == DocumentKind.Gradio ? "a snapshot of a Gradio app" : "an OpenAPI document";

    private static bool IsYamlName(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
