using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DatabricksApps.Readers;

/// <summary>What the library found in a document, with what explains that it found something else.</summary>
/// <param name="Root">The document.</param>
/// <param name="Errors">What the library says is wrong.</param>
internal sealed record LibraryReading(JsonObject Root, IReadOnlyList<OpenApiError> Errors)
{
    public DocumentFacts Facts { get; } = new();

    /// <summary>Gets what references stand in place of that the library did not follow: it said nothing below these.</summary>
    public HashSet<Fact> Unfollowed { get; } = [];

    /// <summary>Gets the responses that are references.</summary>
    public HashSet<Fact> ReferredResponses { get; } = [];

    /// <summary>Gets the media types that have no schema.</summary>
    public HashSet<Fact> WithoutSchema { get; } = [];

    /// <summary>Gets the bodies that are forms with a field that is required.</summary>
    public HashSet<Fact> FormsToFill { get; } = [];

    /// <summary>Gets the names that version 2.0 has for query parameters whose items each stand under the name, anywhere in the document.</summary>
    public IReadOnlySet<string> RepeatedQueries => field ??= FindRepeated(Root).ToHashSet(StringComparer.Ordinal);

    public bool IsSwagger => Root.ContainsKey("swagger");

    /// <summary>Gets the media types that version 2.0 gives to the responses of an operation.</summary>
    public IReadOnlyList<string> Produces(Fact fact)
    {
        string[] parts = fact.Operation.Split(' ', 2);
        JsonNode? own = Root["paths"]?[parts[1]]?[parts[0].ToLowerInvariant()]?["produces"];
        return [.. ((own ?? Root["produces"]) as JsonArray ?? []).Select(mediaType => mediaType!.ToString())];
    }

    private static IEnumerable<string> FindRepeated(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(FindRepeated),
        JsonObject members => FindRepeated(members),
        _ => [],
    };

    private static IEnumerable<string> FindRepeated(JsonObject members)
    {
        IEnumerable<string> below = members.SelectMany(member => FindRepeated(member.Value));
        return Text(members, "collectionFormat") == "multi" && Text(members, "in") == "query" && Text(members, "name") is { } name
            ? below.Append(name)
            : below;
    }

    private static string? Text(JsonObject members, string key) =>
        members[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
