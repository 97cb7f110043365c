using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gradio;

/// <summary>The outputs of a call so far.</summary>
/// <param name="plan">Which of them the result is made of.</param>
/// <param name="hasDifferences">Whether what follows the first value is told as differences.</param>
internal sealed class GradioOutputs(GradioPlan plan, bool hasDifferences)
{
    private OutputValue[]? _data;
    private OutputValue?[] _shown = [];

    private bool _isHalfEdited;

    /// <summary>Gets or sets whether messages may have been lost, so that a difference leads nowhere.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Takes what a generator yields.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool Yield(in GradioMessage message)
    {
        bool isWhole = message.Kind == GradioMessage.Streaming || !hasDifferences;
        if (message.Data is not { } data || (IsBroken && !isWhole))
        {
            return false;
        }

        if (_data is null || isWhole)
        {
            Set(data);
            return true;
        }

        try
        {
            for (int i = 0; i < Math.Min(_data.Length, data.Count); i++)
            {
                EditScript.Apply(_data[i], data[i]);
            }
        }
        catch (JsonException)
        {
            // A message was lost, it seems. What the function returns comes whole.
            IsBroken = true;
            _isHalfEdited = true;
            return false;
        }

        Show();
        return true;
    }

    /// <summary>Takes what a function returns.</summary>
    /// <returns>Whether it is other than what was yielded before.</returns>
    public bool Complete(IReadOnlyList<ReadOnlySequence<byte>> data)
    {
        // What was shown may have been changed since, by the edits before the one that led nowhere.
        OutputValue?[]? before = _data is null || _isHalfEdited ? null : _shown;
        Set(data);
        return before is null || !before.Zip(_shown, AreSame).All(isSame => isSame);
    }

    /// <summary>Gets the outputs as JSON: the one value, or an object with a member for each.</summary>
    public ReadOnlySequence<byte> ToJson(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            return Output(0);
        }

        Segments json = new();
        for (int i = 0; i < names.Count; i++)
        {
            json.Write(i == 0 ? "{\""u8 : ",\""u8);
            json.Write(JsonEncodedText.Encode(names[i]).EncodedUtf8Bytes);
            json.Write("\":"u8);
            json.Add(Output(i));
        }

        json.Write(names.Count == 0 ? "{}"u8 : "}"u8);
        return json.ToSequence();
    }

    private ReadOnlySequence<byte> Output(int index) =>
        plan.Outputs[index] is var place && place < _shown.Length && _shown[place] is { } value ? value.ToJson() : JsonSlices.Null;

    // Mostly it is to the byte what the differences led to.
    private static bool AreSame(OutputValue? one, OutputValue? other)
    {
        ReadOnlySequence<byte> left = one?.ToJson() ?? JsonSlices.Null;
        ReadOnlySequence<byte> right = other?.ToJson() ?? JsonSlices.Null;
        return IsSame(left, right) || JsonNode.DeepEquals(NodeOf(left), NodeOf(right));
    }

    private static bool IsSame(in ReadOnlySequence<byte> left, in ReadOnlySequence<byte> right)
    {
        SequenceReader<byte> reader = new(left);
        if (left.Length != right.Length)
        {
            return false;
        }

        foreach (ReadOnlyMemory<byte> piece in right)
        {
            if (!reader.IsNext(piece.Span, advancePast: true))
            {
                return false;
            }
        }

        return true;
    }

    private static JsonNode? NodeOf(in ReadOnlySequence<byte> json)
    {
        Utf8JsonReader reader = JsonSlices.ReaderOf(json);
        return JsonNode.Parse(ref reader);
    }

    private void Set(IReadOnlyList<ReadOnlySequence<byte>> data)
    {
        _data = [.. data.Select(json => new OutputValue(json))];
        Show();
    }

    // An app can answer with a change of its page instead of a value; then the value is in it, or stays what it was.
    private void Show()
    {
        OutputValue?[] before = _shown;
        List<OutputValue?> shown = [];
        for (int i = 0; i < _data!.Length; i++)
        {
            if (i < plan.Endpoint.Outputs.Count && !plan.Endpoint.Outputs[i])
            {
                continue;
            }

            shown.Add(!_data[i].IsUpdate(out OutputValue? value) ? _data[i] : value ?? (shown.Count < before.Length ? before[shown.Count] : null));
        }

        _shown = [.. shown];
    }
}
