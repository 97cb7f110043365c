using System.Text.Json.Nodes;

namespace DatabricksApps.Readers;

/// <summary>What a document of version 2.0 says in the words of its own, as the rules ask it.</summary>
internal sealed class SwaggerDocument(JsonObject root)
{
    /// <summary>Gets the names of query parameters whose items each stand under the name, anywhere in the document.</summary>
    public IReadOnlySet<string> RepeatedQueries => field ??= FindRepeated(root).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets a list of an operation, such as <c>produces</c>: its own, which may be empty, or that of the document.</summary>
    public IReadOnlyList<string> ListOf(Fact fact, string key) =>
        [.. ((Operation(fact)?[key] ?? root[key]) as JsonArray ?? []).Select(item => item!.ToString())];

    /// <summary>Tells whether an operation, or its path alone, has a parameter in one of these places.</summary>
    public bool HasParameter(Fact fact, bool isOfPath, params string[] locations) =>
        Parameters(isOfPath ? PathItem(fact) : Operation(fact)).Any(parameter => locations.Contains(Text(parameter, "in")));

    private IEnumerable<JsonObject> Parameters(JsonNode? owner) => (owner?["parameters"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Select(parameter => Text(parameter, "$ref") is { } reference
            ? root["parameters"]?[reference[(reference.LastIndexOf('/') + 1)..]] as JsonObject
            : parameter)
        .OfType<JsonObject>();

    private JsonNode? Operation(Fact fact) => PathItem(fact)?[fact.Operation.Split(' ')[0].ToLowerInvariant()];

    private JsonNode? PathItem(Fact fact) => root["paths"]?[fact.Operation.Split(' ', 2)[1]];

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
