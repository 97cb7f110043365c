using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DatabricksApps.Readers;

/// <summary>Reads a document with Microsoft.OpenApi.</summary>
internal static class LibraryReader
{
    private static readonly Uri s_address = new("https://document.invalid/");

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadException">The library does not read it.</exception>
    public static LibraryReading Read(string text)
    {
        JsonObject root;
        ReadResult result;
        try
        {
            root = (JsonObject)LibraryInput.Read(text);

            // Its rules would judge the document, which is not what it is asked for.
            result = new OpenApiJsonReader().Read(root, s_address, new OpenApiReaderSettings { RuleSet = new ValidationRuleSet() });
        }
        catch (Exception exception)
        {
            throw new UnreadException($"{exception.GetType().Name}: {exception.Message}");
        }

        IList<OpenApiError> errors = result.Diagnostic?.Errors ?? [];
        LibraryReading reading = new(root, [.. errors]);
        Add(reading, result.Document ?? throw new UnreadException(string.Join("; ", errors.Select(error => error.Message))));
        return reading;
    }

    private static void Add(LibraryReading reading, OpenApiDocument document)
    {
        if (reading.IsSwagger)
        {
            // Its reader of 2.0 follows no reference of a path item.
            reading.Unfollowed.UnionWith((reading.Root["paths"] as JsonObject ?? [])
                .Where(path => path.Value is JsonObject item && item.ContainsKey("$ref"))
                .SelectMany(path => LibraryOperations.AnyOf("", path.Key)));
        }

        LibraryOperations operations = new(reading);
        foreach ((string path, IOpenApiPathItem item) in document.Paths ?? [])
        {
            operations.AddAll("", path, item);
        }

        foreach ((string name, IOpenApiPathItem item) in document.Webhooks ?? new Dictionary<string, IOpenApiPathItem>())
        {
            operations.AddAll("webhook ", name, item);
        }
    }
}
