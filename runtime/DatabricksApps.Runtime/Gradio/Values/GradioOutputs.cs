using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>The outputs of a call so far.</summary>
/// <param name="plan">Which of them the result is made of.</param>
/// <param name="hasDifferences">Whether what follows the first value is told as differences.</param>
internal sealed class GradioOutputs(GradioPlan plan, bool hasDifferences)
{
    private JsonNode?[]? _data;
    private JsonNode?[] _shown = [];

    /// <summary>Gets or sets whether messages may have been lost, so that a difference leads nowhere.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Takes what a generator yields.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool Yield(JsonElement output, bool isWhole)
    {
        if (output.Get("data") is not { ValueKind: JsonValueKind.Array } data || (IsBroken && hasDifferences && !isWhole))
        {
            return false;
        }

        if (_data is null || isWhole || !hasDifferences)
        {
            Set(data);
            return true;
        }

        int count = Math.Min(_data.Length, data.GetArrayLength());
        for (int i = 0; i < count; i++)
        {
            _data[i] = EditScript.Apply(_data[i], data[i]);
        }

        Show();
        return true;
    }

    /// <summary>Takes what a function returns.</summary>
    /// <returns>Whether it is other than what was yielded before.</returns>
    public bool Complete(JsonElement data)
    {
        JsonNode?[]? before = _data is null ? null : [.. _shown.Select(node => node?.DeepClone())];
        Set(data);
        return before is null || !before.Zip(_shown, JsonNode.DeepEquals).All(isSame => isSame);
    }

    /// <summary>Writes the outputs: the one value, or an object with a member for each.</summary>
    public void Write(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            WriteNode(writer, Output(0));
            return;
        }

        writer.WriteStartObject();
        for (int i = 0; i < names.Count; i++)
        {
            writer.WritePropertyName(names[i]);
            WriteNode(writer, Output(i));
        }

        writer.WriteEndObject();
    }

    private JsonNode? Output(int index) => plan.Outputs[index] is var place && place < _shown.Length ? _shown[place] : null;

    private static void WriteNode(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            node.WriteTo(writer);
        }
    }

    private void Set(JsonElement data)
    {
        _data = [.. data.EnumerateArray().Select(EditScript.NodeOf)];
        Show();
    }

    // An app can answer with a change of its page instead of a value; then the value is in it, or stays what it was.
    private void Show()
    {
        JsonNode?[] before = _shown;
        List<JsonNode?> shown = [];
        for (int i = 0; i < _data!.Length; i++)
        {
            if (i < plan.Endpoint.Outputs.Count && !plan.Endpoint.Outputs[i])
            {
                continue;
            }

            bool isUpdate = _data[i] is JsonObject update && update["__type__"] is JsonValue type
                && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "update";
            shown.Add(!isUpdate ? _data[i]
                : ((JsonObject)_data[i]!).TryGetPropertyValue("value", out JsonNode? value) ? value
                : shown.Count < before.Length ? before[shown.Count] : null);
        }

        _shown = [.. shown];
    }
}
