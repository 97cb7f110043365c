using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>What a document says for all operations that do not say it themselves.</summary>
/// <param name="ServerUrl">The URL of the server; null if there is none.</param>
/// <param name="Security">The security: alternatives, each the scheme names with their scopes.</param>
internal sealed record DocumentDefaults(string? ServerUrl, IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Security)
{
    public static DocumentDefaults Read(JsonObject root, VersionReader version) => new(
        version.ServerUrl(new Place(root, "")),
        ReadSecurity(new Place(root, ""), version.Kinds) ?? Array.Empty<IReadOnlyDictionary<string, IReadOnlyList<string>>>());

    /// <summary>Reads the security that an object declares; null if it has none.</summary>
    /// <remarks>
    /// None and an empty list differ: an operation's <c>security: []</c> takes back what the document asks for, and an empty
    /// alternative <c>{}</c> makes it optional (OpenAPI, "Operation Object" and "OpenAPI Object").
    /// </remarks>
    public static IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>>? ReadSecurity(Place owner, KindChecks kinds) =>
        owner.Node.Get("security") is JsonArray or JsonObject
            ? kinds.Objects(owner.Node.Get("security"), owner.Pointer + "/security").Select(alternative => ReadAlternative(alternative.Node, alternative.Pointer, kinds)).ToList()
            : null;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadAlternative(JsonObject alternative, string pointer, KindChecks kinds) => alternative
        .Where(scheme => !string.IsNullOrWhiteSpace(scheme.Key) && kinds.IsTexts(scheme.Key, scheme.Value, pointer))
        .ToDictionary(scheme => scheme.Key, scheme => scheme.Value.AsTexts(), StringComparer.Ordinal);
}
