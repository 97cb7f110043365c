using System.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DatabricksApps.Tool.Lint;

/// <summary>What Microsoft.OpenApi says of a document: whether it keeps to the specification.</summary>
internal static class OpenApiValidation
{
    public static IEnumerable<Finding> Run(string text, bool isYaml)
    {
        ReadResult result;
        try
        {
            OpenApiReaderSettings settings = new();
            settings.AddYamlReader();
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
            result = OpenApiDocument.Load(stream, isYaml ? "yaml" : "json", settings);
        }
#pragma warning disable CA1031 // It throws whatever a value of the wrong kind leads to, FormatException and NullReferenceException among it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [new Finding("openapi", "", $"Microsoft.OpenApi cannot read the document: {exception.Message}")];
        }

        IEnumerable<OpenApiError> errors = [.. result.Diagnostic?.Errors ?? [], .. result.Diagnostic?.Warnings ?? []];
        return errors.Select(error => new Finding("openapi", (error.Pointer ?? "").TrimStart('#'), $"Microsoft.OpenApi: {error.Message}"));
    }
}
