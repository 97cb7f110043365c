using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Tells of each member that is not of its kind, and what it is read as.</summary>
/// <remarks>
/// Readers take what they can use and go on, whatever stands there: so here, in one place, it is told. Null is what YAML
/// makes of a key with nothing behind it, and counts as absent.
/// </remarks>
internal sealed class KindChecks
{
    private readonly Findings _findings;
    private readonly HashSet<JsonObject> _seen = new();

    public KindChecks(Findings findings) => _findings = findings;

    /// <summary>Checks the members of an object, once however often it is referred to.</summary>
    public void Check(JsonObject node, string pointer, IReadOnlyDictionary<string, MemberKind> kinds)
    {
        if (!_seen.Add(node))
        {
            return;
        }

        foreach (KeyValuePair<string, JsonNode?> member in node)
        {
            if (member.Value is { } value && kinds.TryGetValue(member.Key, out MemberKind kind))
            {
                Check(member.Key, value, JsonPointer.Append(pointer, member.Key), kind);
            }
        }
    }

    /// <summary>Gets the objects of a list, or the one that stands in its place, each with its pointer; what is no object is told.</summary>
    public IEnumerable<(JsonObject Node, string Pointer)> Objects(JsonNode? node, string pointer)
    {
        if (node is JsonObject single)
        {
            yield return (single, pointer);
        }

        for (int i = 0; node is JsonArray array && i < array.Count; i++)
        {
            string place = JsonPointer.Append(pointer, i);
            if (array[i] is JsonObject item)
            {
                yield return (item, place);
            }
            else
            {
                ExpectObject(array[i], place);
            }
        }
    }

    /// <summary>Checks a list of texts under a key that the author has chosen; it counts in any case.</summary>
    public bool IsTexts(string key, JsonNode? value, string pointer)
    {
        if (value is not null)
        {
            Check(key, value, JsonPointer.Append(pointer, key), MemberKind.Texts);
        }

        return true;
    }

    /// <summary>Tells of what is no object where one is due.</summary>
    public void ExpectObject(JsonNode? node, string pointer)
    {
        if (node is not JsonObject)
        {
            _findings.Repaired(pointer, $"an object is due here, not {node.KindName()}; it is left out");
        }
    }

    private void Check(string key, JsonNode value, string pointer, MemberKind kind)
    {
        (bool isRight, string due, string? meant) = kind switch
        {
            MemberKind.Text => (IsText(value), "a string", value is JsonValue ? value.AsText() : null),
            MemberKind.Version => (value is JsonValue, "a string", null),
            MemberKind.Flag => (IsFlag(value), "a boolean", FlagMeant(value)),
            MemberKind.Number => (IsNumber(value), "a number", NumberMeant(value)),
            MemberKind.NumberOrFlag => (IsNumber(value) || IsFlag(value), "a number", NumberMeant(value) ?? FlagMeant(value)),
            MemberKind.Texts or MemberKind.Values => (value is JsonArray, "an array", value is JsonValue && !(kind == MemberKind.Texts && IsFlag(value)) ? "a list of it" : null),
            MemberKind.Objects => (value is JsonArray, "an array", value is JsonObject ? "a list of it" : null),
            MemberKind.Array => (value is JsonArray, "an array", null),
            MemberKind.Object => (value is JsonObject, "an object", null),
            MemberKind.SchemaOrFlag => (value is JsonObject || IsFlag(value), "a schema", FlagMeant(value)),
            MemberKind.ObjectOrText => (value is JsonObject || IsText(value), "an object", null),
            _ => (true, "", null),
        };
        if (!isRight)
        {
            Tell(key, value, pointer, due, meant);
        }
        else if (kind == MemberKind.Texts)
        {
            CheckItems((JsonArray)value, pointer);
        }
        else if (value is JsonArray { Count: 0 } && kind == MemberKind.Values)
        {
            _findings.Repaired(pointer, $"'{key}' has no values, so that nothing would be valid; any value is allowed");
        }
    }

    private void Tell(string key, JsonNode value, string pointer, string due, string? meant) => _findings.Repaired(pointer, meant is null
        ? MessageText.Of($"'{key}' is {due}, not {value.KindName()}; it is ignored")
        : MessageText.Of($"'{key}' is {due}, not {value.KindName()}; it is read as {meant}"));

    private void CheckItems(JsonArray texts, string pointer)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            if (!IsText(texts[i]))
            {
                string meant = texts[i] is JsonValue ? "it is read as it is spelled" : "it is left out";
                _findings.Repaired(JsonPointer.Append(pointer, i), $"a string is due here, not {texts[i].KindName()}; {meant}");
            }
        }
    }

    private static bool IsText(JsonNode? value) => value is JsonValue && value.GetValueKind() == JsonValueKind.String;

    private static bool IsFlag(JsonNode value) => value is JsonValue && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static bool IsNumber(JsonNode value) => value is JsonValue && value.GetValueKind() == JsonValueKind.Number;

    private static string? FlagMeant(JsonNode value) => value is not JsonValue ? null : value.AsFlag() switch { true => "true", false => "false", null => null };

    private static string? NumberMeant(JsonNode value) =>
        IsText(value) && decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value.AsText() : null;
}
