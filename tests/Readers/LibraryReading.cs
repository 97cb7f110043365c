using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DatabricksApps.Readers;

/// <summary>What the library found in a document, with what explains that it found something else.</summary>
/// <param name="Root">The document.</param>
/// <param name="Errors">What the library says is wrong.</param>
internal sealed record LibraryReading(JsonObject Root, IReadOnlyList<OpenApiError> Errors)
{
    public DocumentFacts Facts { get; } = new();

    /// <summary>Gets what the library says nothing below, because of a reference that it did not follow.</summary>
    public HashSet<Fact> Unfollowed { get; } = [];

    /// <summary>Gets the responses that are references.</summary>
    public HashSet<Fact> ReferredResponses { get; } = [];

    /// <summary>Gets the media types that have no schema.</summary>
    public HashSet<Fact> WithoutSchema { get; } = [];

    /// <summary>Gets the bodies that are forms with a field that is required.</summary>
    public HashSet<Fact> FormsToFill { get; } = [];

    /// <summary>Gets what stands before the calls of a webhook or callback that is a reference.</summary>
    public HashSet<string> ReferredCalls { get; } = [];

    public bool IsSwagger => Root.ContainsKey("swagger");

    /// <summary>Gets the document in the words of version 2.0.</summary>
    public SwaggerDocument Swagger => field ??= new SwaggerDocument(Root);

    /// <summary>Gets the version, such as <c>3.1</c>.</summary>
    public string Version => string.Join('.', (Root["openapi"] ?? Root["swagger"])!.ToString().Split('.').Take(2));
}
