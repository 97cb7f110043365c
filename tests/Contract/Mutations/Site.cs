using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Contract.Mutations;

/// <summary>A document that may be changed, and what its client promised before.</summary>
/// <param name="Root">The document, a copy.</param>
/// <param name="Facts">What the client promised.</param>
/// <param name="Client">The client.</param>
internal sealed record Site(JsonObject Root, EquatableArray<Fact> Facts, ClientModel Client)
{
    /// <summary>Gets whether it is of a version in which null is a type.</summary>
    public bool HasNullType => (Root["openapi"]?.ToString() ?? "") is ['3', '.', not '0', ..];

    public bool IsSwagger => Root.ContainsKey("swagger");

    /// <summary>Gets the object that a pointer names; null: there is none in this file.</summary>
    public JsonObject? At(string pointer)
    {
        JsonNode? node = Root;
        foreach (string name in pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray list when int.TryParse(name, out int index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return pointer.StartsWith('/') ? node as JsonObject : null;
    }

    /// <summary>Gets what a reference of this file points at, or the object itself.</summary>
    public JsonObject? Follow(JsonNode? node)
    {
        for (int i = 0; i < 10 && node is JsonObject members; i++)
        {
            if (members["$ref"] is not JsonValue reference)
            {
                return members;
            }

            node = reference.ToString() is ['#', .. var pointer] ? At(pointer) : null;
        }

        return null;
    }

    /// <summary>Gets the facts of a kind, beginning at a place that hangs on the document and the turn.</summary>
    public IEnumerable<Fact> Of(FactKind kind, int turn)
    {
        Fact[] facts = [.. Facts.Where(fact => fact.Kind == kind && fact.Pointer.Length > 0)];
        int start = facts.Length == 0 ? 0 : (int)((Facts.Count * 31L + turn * 7919L) % facts.Length);
        return facts.Skip(start).Concat(facts.Take(start));
    }

    /// <summary>Tells whether a reference leads to a place or below it, as none to a component does.</summary>
    public bool IsReferredTo(string pointer) => References.Any(reference => reference == pointer || reference.StartsWith(pointer + "/", StringComparison.Ordinal));

    /// <summary>Gets what is referred to that is no component.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Gets the fact of a type that one place alone is, which some call sends or receives; null: it is none such.</summary>
    public Fact? TypeOf(string owner)
    {
        Fact? type = Facts.FirstOrDefault(fact => fact.Kind == FactKind.Type && fact.Owner == owner);
        bool isAlone = type is not null && Client.Types.Any(model => model.Name == owner && model.Doc.Sources.Count == 1)
            && Facts.Count(fact => fact.Kind == FactKind.Type && fact.Pointer == type.Pointer) == 1;
        // What FastAPI writes for both ways is one type only as long as both say the same.
        bool isTwin = type?.Pointer.Split('/') is [_, _, "schemas", var component, ..]
            && (component.EndsWith("Input", StringComparison.Ordinal) || component.EndsWith("Output", StringComparison.Ordinal)
                || Root["components"]?["schemas"]?[component + "-Input"] is not null || Root["components"]?["schemas"]?[component + "Input"] is not null);
        return isAlone && !isTwin && (type!.Has(TypeDirections.Sent) || type.Has(TypeDirections.Received)) ? type : null;
    }

    /// <summary>Tells whether one method alone reads the answers of a call.</summary>
    public bool HasOneMethod(string call) => Client.Groups.SelectMany(group => group.Operations).Count(operation => operation.Call.Name == call) == 1;

    /// <summary>Tells whether a property tells the cases of a union.</summary>
    public bool IsTag(string wireName) => Client.Types.OfType<UnionTypeModel>().Any(union => union.Discriminator == wireName);

    /// <summary>Puts another member in the place of one, and leaves the order as it is.</summary>
    public static void Rename(JsonObject members, string name, string newName)
    {
        KeyValuePair<string, JsonNode?>[] all = [.. members];
        members.Clear();
        foreach ((string key, JsonNode? value) in all)
        {
            members.Add(key == name ? newName : key, value);
        }
    }
}
