using System.Buffers;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A message of a session's stream.</summary>
/// <param name="Kind">The kind, such as <c>process_completed</c>.</param>
/// <param name="EventId">The call that it is about; null: the session.</param>
/// <param name="IsSuccess">Whether it tells of no failure.</param>
/// <param name="Data">What the function put out, each output by itself as it came; null: nothing.</param>
/// <param name="Json">All of it; undefined where there is data, which may be large.</param>
internal readonly record struct GradioMessage(
    string Kind, string? EventId, bool IsSuccess, IReadOnlyList<ReadOnlySequence<byte>>? Data, JsonElement Json)
{
    public const string Generating = "process_generating";
    public const string Streaming = "process_streaming";
    public const string Completed = "process_completed";
    public const string Closing = "close_stream";
    public const string Unexpected = "unexpected_error";

    /// <summary>Gets what a function that failed says.</summary>
    public JsonElement? Output => Json.Get("output");

    /// <summary>Reads a message; what is none has no kind, and is as good as unknown.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static GradioMessage Read(in ReadOnlySequence<byte> text)
    {
        try
        {
            return ReadJson(PythonJson.Mended(text));
        }
        catch (JsonException) when (PythonJson.Repair(text) is not null)
        {
            return ReadJson(PythonJson.Mended(PythonJson.Repair(text)!.Value));
        }
    }

    /// <summary>Reads what the message tells a caller who wants to know; null: nothing.</summary>
    public GradioStatus? ToStatus() => Kind switch
    {
        "estimation" => new GradioStatus
        {
            Stage = GradioStage.Queued,
            Rank = (int?)Json.GetInteger("rank"),
            QueueSize = (int?)Json.GetInteger("queue_size"),
            Eta = Seconds("rank_eta"),
        },
        "process_starts" => new GradioStatus { Stage = GradioStage.Started, Eta = Seconds("eta") },
        "progress" => new GradioStatus { Stage = GradioStage.Progress, Progress = ReadProgress() },
        "log" => new GradioStatus
        {
            Stage = GradioStage.Log,
            Message = Json.GetText("log"),
            Level = Json.GetText("level"),
            Title = Json.GetText("title"),
        },
        _ => null,
    };

    private static GradioMessage ReadJson(in ReadOnlySequence<byte> json)
    {
        (string kind, string? eventId, bool isSuccess, ReadOnlySequence<byte>? output) = ("", (string?)null, true, (ReadOnlySequence<byte>?)null);
        foreach (KeyValuePair<string, ReadOnlySequence<byte>> member in JsonSlices.Members(json))
        {
            switch (member.Key)
            {
                case "msg": kind = JsonSlices.Text(member.Value) ?? ""; break;
                case "event_id": eventId = JsonSlices.Text(member.Value); break;
                case "success": isSuccess = JsonSlices.KindOf(member.Value) != JsonTokenType.False; break;
                case "output": output = member.Value; break;
            }
        }

        List<ReadOnlySequence<byte>>? data = isSuccess && output is { } value && JsonSlices.Member(value, "data") is { } list
            && JsonSlices.KindOf(list) == JsonTokenType.StartArray ? JsonSlices.Items(list) : null;
        return new GradioMessage(kind, eventId, isSuccess, data, data is null ? JsonText.Read<JsonElement, AnyJson>(json, Http.JsonLimits.MaxDepth) : default);
    }

    private TimeSpan? Seconds(string name) =>
        Json.GetNumber(name) is { } seconds and >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;

    private List<GradioProgress> ReadProgress()
    {
        List<GradioProgress> progress = [];
        if (Json.Get("progress_data") is { ValueKind: JsonValueKind.Array } bars)
        {
            foreach (JsonElement bar in bars.EnumerateArray())
            {
                progress.Add(new GradioProgress(
                    bar.GetNumber("index"), bar.GetNumber("length"), bar.GetNumber("progress"), bar.GetText("unit"), bar.GetText("desc")));
            }
        }

        return progress;
    }
}
