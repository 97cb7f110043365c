using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gradio;

/// <summary>Applies what a generator yields after its first value: a list of edits to the value before.</summary>
internal static class EditScript
{
    /// <summary>Applies the edits in their order.</summary>
    /// <param name="value">The value before.</param>
    /// <param name="edits">The edits, each <c>[action, path, value]</c>.</param>
    /// <returns>The value after.</returns>
    /// <exception cref="JsonException">An edit does not fit the value.</exception>
    public static JsonNode? Apply(JsonNode? value, JsonElement edits)
    {
        if (edits.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The edits of a streamed value are no list.");
        }

        foreach (JsonElement edit in edits.EnumerateArray())
        {
            if (edit.ValueKind != JsonValueKind.Array || edit.GetArrayLength() < 2 || edit[1].ValueKind != JsonValueKind.Array)
            {
                throw new JsonException("An edit of a streamed value is not of the form [action, path, value].");
            }

            JsonElement operand = edit.GetArrayLength() > 2 ? edit[2] : default;
            value = Apply(value, edit[0].ToString(), [.. edit[1].EnumerateArray()], operand);
        }

        return value;
    }

    private static JsonNode? Apply(JsonNode? value, string action, ReadOnlySpan<JsonElement> path, JsonElement operand)
    {
        if (path.IsEmpty)
        {
            return action switch
            {
                "replace" or "add" => NodeOf(operand),
                "append" => Append(value, operand),
                "delete" => null,
                _ => throw Unknown(action),
            };
        }

        JsonNode? holder = value;
        for (int i = 0; i < path.Length - 1; i++)
        {
            holder = Member(holder, path[i]);
        }

        Edit(holder, action, path[^1], operand);
        return value;
    }

    private static void Edit(JsonNode? holder, string action, JsonElement key, JsonElement operand)
    {
        switch (holder, action)
        {
            case (JsonObject members, "replace" or "add"):
                members[KeyOf(key)] = NodeOf(operand);
                break;
            case (JsonObject members, "append"):
                members[KeyOf(key)] = Append(members[KeyOf(key)], operand);
                break;
            case (JsonObject members, "delete"):
                members.Remove(KeyOf(key));
                break;
            case (JsonArray items, "replace"):
                items[IndexOf(key, items.Count - 1)] = NodeOf(operand);
                break;
            case (JsonArray items, "append"):
                int index = IndexOf(key, items.Count - 1);
                items[index] = Append(items[index], operand);
                break;
            case (JsonArray items, "add"):
                items.Insert(IndexOf(key, items.Count), NodeOf(operand));
                break;
            case (JsonArray items, "delete"):
                items.RemoveAt(IndexOf(key, items.Count - 1));
                break;
            case (JsonObject or JsonArray, _):
                throw Unknown(action);
            default:
                throw new JsonException("An edit of a streamed value leads to a place that the value does not have.");
        }
    }

    private static JsonNode? Member(JsonNode? holder, JsonElement key) => holder switch
    {
        JsonObject members => members[KeyOf(key)],
        JsonArray items => items[IndexOf(key, items.Count - 1)],
        _ => throw new JsonException("An edit of a streamed value leads to a place that the value does not have."),
    };

    // Strings grow by their end; Python adds lists in the same way.
    private static JsonNode? Append(JsonNode? value, JsonElement operand)
    {
        if (value is JsonArray items && operand.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in operand.EnumerateArray())
            {
                items.Add(NodeOf(item));
            }

            return items;
        }

        return value is JsonValue text && text.GetValueKind() == JsonValueKind.String && operand.ValueKind == JsonValueKind.String
            ? JsonValue.Create(text.GetValue<string>() + operand.GetString())
            : throw new JsonException("An edit appends to a streamed value that is no string.");
    }

    private static string KeyOf(JsonElement key) => key.ToString();

    private static int IndexOf(JsonElement key, int last) =>
        int.TryParse(key.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index <= last
            ? index
            : throw new JsonException("An edit of a streamed value leads to a place that the value does not have.");

    public static JsonNode? NodeOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        _ => JsonValue.Create(element),
    };

    private static JsonException Unknown(string action) => new($"There is an edit '{action}' of a streamed value, which is unknown.");
}
