using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Recovery;

/// <summary>
/// Puts schemas at the places that what was read refers to and that could not be read: what is typed by them keeps the name of
/// its type.
/// </summary>
/// <remarks>
/// A lock knows what they were. Of an object that is its name alone: its members are missing, and code that uses them is told so.
/// An enum or a union without its alternatives would be another type.
/// </remarks>
internal sealed class MissingComponents
{
    // A lock is a file that anyone may have written.
    private const int Deepest = 32;

    private static readonly string[] s_places = ["/components/schemas/", "/definitions/"];

    private readonly JsonObject _root;
    private readonly Dictionary<string, Fact> _typesByPlace;
    private readonly Dictionary<string, Fact> _typesByName;
    private readonly ILookup<string, Fact> _parts;

    private MissingComponents(JsonObject root, EquatableArray<Fact> accepted)
    {
        _root = root;
        Fact[] types = [.. accepted.Where(fact => fact.Kind == FactKind.Type)];
        _typesByPlace = types.Where(type => type.Get("at") is not null).GroupBy(type => type.Get("at")!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _typesByName = types.GroupBy(type => type.Owner, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _parts = accepted.Where(fact => fact.Kind is FactKind.Value or FactKind.Case).ToLookup(fact => fact.Owner, StringComparer.Ordinal);
    }

    /// <param name="root">The document, as far as it could be read.</param>
    /// <param name="accepted">What a lock knows of it.</param>
    public static void Add(JsonObject root, EquatableArray<Fact> accepted)
    {
        MissingComponents missing = new(root, accepted);
        Queue<string> open = new(References(root));
        while (open.Count > 0)
        {
            if (missing.AddAt(open.Dequeue()) is { } added)
            {
                foreach (string further in References(added))
                {
                    open.Enqueue(further);
                }
            }
        }
    }

    private static IEnumerable<string> References(JsonNode root)
    {
        Stack<JsonNode> open = new();
        open.Push(root);
        while (open.Count > 0)
        {
            JsonNode node = open.Pop();
            foreach (JsonNode? child in node is JsonArray items ? items : ((JsonObject)node).Select(member => member.Value))
            {
                if (child is JsonObject or JsonArray)
                {
                    open.Push(child);
                }
            }

            if (node is JsonObject members && members.GetText("$ref") is ['#', .. var pointer])
            {
                yield return pointer;
            }
        }
    }

    private JsonObject? AddAt(string pointer)
    {
        if (!s_places.Any(place => pointer.StartsWith(place, StringComparison.Ordinal)))
        {
            return null;
        }

        IReadOnlyList<string> keys = JsonPointer.Split(pointer);
        JsonObject section = _root;
        foreach (string key in keys.Take(keys.Count - 1))
        {
            if (section.Get(key) is not JsonObject next)
            {
                if (section.ContainsKey(key))
                {
                    // Not an object, or a place within a schema that is there.
                    return null;
                }

                section[key] = next = new JsonObject();
            }

            section = next;
        }

        string name = keys[keys.Count - 1];
        if (keys.Count > 3 || name.Length == 0 || section.ContainsKey(name))
        {
            return null;
        }

        JsonObject schema = SchemaOf(_typesByPlace.TryGetValue(pointer, out Fact? type) ? type : null);
        section[name] = schema;
        return schema;
    }

    private JsonObject SchemaOf(Fact? type) => type?.Type switch
    {
        "enum" => EnumOf(type, "string", text => JsonValue.Create(text)),
        "enum:integer" => EnumOf(type, "integer", text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : null),
        "enum:any" => new JsonObject { ["enum"] = ValuesOf(type, ReadJson) },
        ['u', 'n', 'i', 'o', 'n', ..] => UnionOf(type),
        _ => new JsonObject { ["type"] = "object", ["additionalProperties"] = false },
    };

    private JsonObject EnumOf(Fact type, string kind, Func<string, JsonNode?> read) => new()
    {
        ["type"] = kind,
        ["enum"] = ValuesOf(type, read),
    };

    private JsonArray ValuesOf(Fact type, Func<string, JsonNode?> read) =>
        new([.. _parts[type.Owner].Select(value => read(value.Part)).Where(value => value is not null)]);

    private static JsonNode? ReadJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Anyone may have written the lock: a value that is none is left out, and told where code uses it.
            return null;
        }
    }

    private JsonObject UnionOf(Fact type) => new()
    {
        ["oneOf"] = new JsonArray([.. _parts[type.Owner].OrderBy(one => one.Position).Select(one => CaseOf(one.Part, 0))]),
    };

    private JsonNode CaseOf(string type, int depth) => type switch
    {
        _ when depth > Deepest => new JsonObject(),
        ['i', 'n', 't', 'e', 'g', 'e', 'r', ..] => new JsonObject { ["type"] = "integer" },
        ['n', 'u', 'm', 'b', 'e', 'r', ..] => new JsonObject { ["type"] = "number" },
        ['s', 't', 'r', 'i', 'n', 'g', .. var format] => format.Length == 0 ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = format.Substring(1) },
        "boolean" => new JsonObject { ["type"] = "boolean" },
        [.. var item, '[', ']'] => new JsonObject { ["type"] = "array", ["items"] = CaseOf(item, depth + 1) },
        _ when _typesByName.TryGetValue(type, out Fact? named) && named.Get("at") is { } at => new JsonObject { ["$ref"] = "#" + at },
        _ => new JsonObject(),
    };
}
