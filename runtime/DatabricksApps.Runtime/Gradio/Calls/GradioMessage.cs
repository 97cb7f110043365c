using System.Text.Json;

namespace DatabricksApps.Gradio;

/// <summary>A message of a session's stream.</summary>
/// <param name="Kind">The kind, such as <c>process_completed</c>.</param>
/// <param name="EventId">The call that it is about; null: the session.</param>
/// <param name="Json">All of it.</param>
internal readonly record struct GradioMessage(string Kind, string? EventId, JsonElement Json)
{
    public const string Generating = "process_generating";
    public const string Streaming = "process_streaming";
    public const string Completed = "process_completed";
    public const string Closing = "close_stream";
    public const string Unexpected = "unexpected_error";

    /// <summary>Reads a message; what is none has no kind, and is as good as unknown.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static GradioMessage Read(string text)
    {
        JsonElement json = PythonJson.Parse(text);
        return new GradioMessage(json.GetText("msg") ?? "", json.GetText("event_id"), json);
    }

    /// <summary>Gets what the function put out.</summary>
    public JsonElement? Output => Json.Get("output");

    public bool IsSuccess => Json.GetFlag("success") != false;

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
