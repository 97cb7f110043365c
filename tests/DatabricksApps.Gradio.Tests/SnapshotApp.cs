using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DatabricksApps.Gradio.Tests;

/// <summary>An app that is as its snapshot says, and answers a call with whatever it is told to.</summary>
internal sealed class SnapshotApp : HttpMessageHandler
{
    private readonly JsonObject _snapshot;

    public SnapshotApp(string file)
    {
        _snapshot = JsonNode.Parse(File.ReadAllText(Path.Combine(Node.Snapshots, file)))!.AsObject();
        _snapshot["config"]!["app_id"] = 1;
        Client = new HttpClient(this) { BaseAddress = new Uri("https://app.example.com") };
    }

    public HttpClient Client { get; }

    /// <summary>Gets the description of an endpoint, to change it.</summary>
    public JsonObject this[string endpoint] => _snapshot["info"]!["named_endpoints"]![endpoint]!.AsObject();

    /// <summary>Gets or sets what the function yields, each a list of its outputs as JSON; the last is what it returns.</summary>
    public string[] Outputs { get; set; } = ["[null]"];

    /// <summary>Gets or sets whether it is a generator.</summary>
    public bool IsGenerator { get; set; }

    /// <summary>Gets the data of the calls.</summary>
    public ConcurrentQueue<string> Data { get; } = [];

    public ConcurrentQueue<string> Paths { get; } = [];

    /// <summary>Answers other paths; null: 404.</summary>
    public Func<HttpRequestMessage, HttpContent?> Other { get; set; } = _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath[(request.RequestUri.AbsolutePath.LastIndexOf("/odd", StringComparison.Ordinal) + 4)..];
        Paths.Enqueue(path);
        HttpContent? content = Other(request) ?? path switch
        {
            "/config" => Json(_snapshot["config"]!.ToJsonString()),
            "/gradio_api/info" => Json(_snapshot["info"]!.ToJsonString()),
            "/gradio_api/app_id" => Json("""{"app_id":1}"""),
            "/gradio_api/queue/join" => Json("""{"event_id":"e"}"""),
            "/gradio_api/queue/data" => new StringContent(string.Concat(Events()), Encoding.UTF8, "text/event-stream"),
            "/gradio_api/cancel" => Json("""{"success":true}"""),
            _ => null,
        };
        if (path.EndsWith("/queue/join", StringComparison.Ordinal))
        {
            Data.Enqueue(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!["data"]!.ToJsonString());
        }

        return new HttpResponseMessage(content is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { RequestMessage = request, Content = content ?? Json("{}") };
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private IEnumerable<string> Events()
    {
        for (int i = 0; i < Outputs.Length - (IsGenerator ? 0 : 1); i++)
        {
            // Whole values, as edits.
            string data = i == 0 ? Outputs[i] : new JsonArray([.. JsonNode.Parse(Outputs[i])!.AsArray().Select(value => new JsonArray(new JsonArray("replace", new JsonArray(), value?.DeepClone())))]).ToJsonString();
            yield return Event("process_generating", data);
        }

        yield return Event("process_completed", Outputs[^1]);
        yield return "data: {\"msg\":\"close_stream\",\"event_id\":null}\n\n";
    }

    private static string Event(string kind, string data) =>
        $"data: {{\"msg\":\"{kind}\",\"event_id\":\"e\",\"output\":{{\"data\":{data}}},\"success\":true}}\n\n";
}
