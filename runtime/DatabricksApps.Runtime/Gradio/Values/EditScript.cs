using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DatabricksApps.Gradio;

/// <summary>Applies what a generator yields after its first value: a list of edits to the value before.</summary>
internal static class EditScript
{
    private const string NoPlace = "An edit of a streamed value leads to a place that the value does not have.";

    /// <summary>Applies the edits in their order.</summary>
    /// <param name="value">The value before, which becomes the value after.</param>
    /// <param name="edits">The edits, each <c>[action, path, value]</c>.</param>
    /// <exception cref="JsonException">An edit does not fit the value.</exception>
    public static void Apply(OutputValue value, in ReadOnlySequence<byte> edits)
    {
        if (JsonSlices.KindOf(edits) != JsonTokenType.StartArray)
        {
            throw new JsonException("The edits of a streamed value are no list.");
        }

        foreach (ReadOnlySequence<byte> edit in JsonSlices.Items(edits))
        {
            List<ReadOnlySequence<byte>> parts = JsonSlices.Items(edit);
            if (parts.Count < 2 || JsonSlices.KindOf(parts[1]) != JsonTokenType.StartArray)
            {
                throw new JsonException("An edit of a streamed value is not of the form [action, path, value].");
            }

            string action = JsonSlices.Text(parts[0]) ?? "";
            Apply(value, action, [.. JsonSlices.Items(parts[1]).Select(KeyOf)], parts.Count > 2 ? parts[2] : JsonSlices.Null);
        }
    }

    private static void Apply(OutputValue value, string action, ReadOnlySpan<string> path, in ReadOnlySequence<byte> operand)
    {
        if (path.IsEmpty)
        {
            switch (action)
            {
                case "replace" or "add": value.Replace(operand); break;
                case "append": value.Append(operand); break;
                case "delete": value.Replace(JsonSlices.Null); break;
                default: throw Unknown(action);
            }

            return;
        }

        OutputValue holder = value;
        foreach (string key in path[..^1])
        {
            holder = Member(holder, key);
        }

        string last = path[^1];
        switch (action)
        {
            case "append": Member(holder, last).Append(operand); break;
            case "replace" or "add" when holder.Members is { } members: members[last] = new OutputValue(operand); break;
            case "replace" when holder.Items is { } items: items[IndexOf(last, items.Count - 1)] = new OutputValue(operand); break;
            case "add" when holder.Items is { } items: items.Insert(IndexOf(last, items.Count), new OutputValue(operand)); break;
            case "delete" when holder.Members is { } members: members.Remove(last); break;
            case "delete" when holder.Items is { } items: items.RemoveAt(IndexOf(last, items.Count - 1)); break;
            case "replace" or "add" or "delete": throw new JsonException(NoPlace);
            default: throw Unknown(action);
        }
    }

    private static OutputValue Member(OutputValue holder, string key) =>
        holder.Members is { } members ? members.GetValueOrDefault(key) ?? throw new JsonException(NoPlace)
        : holder.Items is { } items ? items[IndexOf(key, items.Count - 1)]
        : throw new JsonException(NoPlace);

    private static string KeyOf(ReadOnlySequence<byte> key) => JsonSlices.Text(key) ?? Encoding.UTF8.GetString(key);

    private static int IndexOf(string key, int last) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index <= last ? index : throw new JsonException(NoPlace);

    private static JsonException Unknown(string action) => new($"There is an edit '{action}' of a streamed value, which is unknown.");
}
