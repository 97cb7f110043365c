using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Gradio;

/// <summary>A Gradio app that can be redeployed while a client lives: what is told of a call is told by the deployment that took it.</summary>
internal sealed class StubGradio : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, (Deployment Of, string Result)> _sessions = [];
    private int _events;

    public StubGradio(Deployment running, TimeProvider? clock = null, Func<HttpMessageHandler, AppConnection>? connect = null)
    {
        Running = running;
        App = new GradioApp(
            connect?.Invoke(this) ?? new AppConnection(new HttpClient(this) { BaseAddress = new Uri("https://app.example.com") }), "/api/demo", clock ?? TimeProvider.System);
    }

    public GradioApp App { get; }

    public Deployment Running { get; set; }

    /// <summary>Gets what was carried out, such as <c>v1 greet(name="x")</c>.</summary>
    public ConcurrentQueue<string> Ran { get; } = [];

    public ConcurrentQueue<string> Paths { get; } = [];

    /// <summary>Gets what each path was asked with.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Signed { get; } = [];

    /// <summary>Gets the requests, of which the headers can be looked at.</summary>
    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = [];

    /// <summary>Is given each path before it is answered; what it returns is the answer.</summary>
    public Func<string, HttpContent?> Before { get; set; } = _ => null;

    /// <summary>Gets the events of a call; the stream ends after them.</summary>
    public Func<string, string, string> Events { get; set; } = (id, result) => Completed(id, $"[{JsonSerializer.Serialize(result)}]");

    public static string Completed(string id, string data) =>
        $"data: {{\"msg\":\"process_completed\",\"event_id\":\"{id}\",\"output\":{{\"data\":{data}}},\"success\":true}}\n\n"
        + "data: {\"msg\":\"close_stream\",\"event_id\":null}\n\n";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = request.RequestUri!.AbsolutePath.Replace("/api/demo", "", StringComparison.Ordinal).Replace(Running.Prefix + "/", "/", StringComparison.Ordinal);
        Paths.Enqueue(path);
        Signed.Enqueue((path, request.Headers.NonValidated.TryGetValues("Authorization", out var authorization) ? authorization.ToString() : null));
        Requests.Enqueue(request);
        await (request.Content?.LoadIntoBufferAsync() ?? Task.CompletedTask);
        HttpContent? content = Before(path);
        HttpStatusCode status = HttpStatusCode.OK;
        if (content is null)
        {
            string? answer = path switch
            {
                "/config" => Running.Config(),
                "/info" => Running.Info(),
                "/app_id" => Running.HasIdRoute ? $$"""{"app_id":{{Running.Id}}}""" : null,
                "/queue/join" => Join(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!),
                "/queue/data" => Tell(request.RequestUri.Query.Split('=')[1]),
                "/cancel" => """{"success":true}""",
                _ => null,
            };
            status = answer is null ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            content = new StringContent(answer ?? """{"detail":"Not Found"}""", Encoding.UTF8, path == "/queue/data" ? "text/event-stream" : "application/json");
        }

        return new HttpResponseMessage(status) { RequestMessage = request, Content = content };
    }

    private string? Join(JsonNode body)
    {
        if (Running.Functions.FirstOrDefault(function => function.Id == (int)body["fn_index"]!) is not { } function)
        {
            return null;
        }

        string arguments = string.Join(", ", function.Inputs.Select((input, i) => $"{input.Name}={body["data"]![i]?.ToJsonString() ?? "null"}"));
        string ran = $"{Running.Name} {function.Name}({arguments})";
        Ran.Enqueue(ran);
        string id = "e" + Interlocked.Increment(ref _events);
        _sessions[(string)body["session_hash"]!] = (Running, Events(id, ran));
        return $$"""{"event_id":"{{id}}"}""";
    }

    private string Tell(string session) => _sessions.TryGetValue(session, out (Deployment Of, string Result) known) && known.Of == Running
        ? known.Result
        : "data: {\"msg\":\"unexpected_error\",\"event_id\":null,\"message\":\"404: Not Found\",\"session_not_found\":true,\"success\":false}\n\n";
}

/// <summary>An app as it was started.</summary>
/// <param name="Name">What it calls itself in what it returns.</param>
/// <param name="Id">The id that it drew.</param>
/// <param name="Functions">Its functions.</param>
internal sealed record Deployment(string Name, ulong? Id, params Function[] Functions)
{
    public string Prefix { get; init; } = "/gradio_api";

    public bool HasIdRoute { get; init; } = true;

    public string Config() => new JsonObject
    {
        ["version"] = "6.25.0",
        ["protocol"] = "sse_v3",
        ["api_prefix"] = Prefix,
        ["app_id"] = Id is { } id ? JsonValue.Create(id) : null,
        ["components"] = new JsonArray(new JsonObject { ["id"] = 1, ["type"] = "textbox" }, new JsonObject { ["id"] = 9, ["type"] = "state" }),
        ["dependencies"] = new JsonArray([.. Functions.Select(function => function.Dependency())]),
    }.ToJsonString();

    public string Info()
    {
        JsonObject endpoints = [];
        foreach (Function function in Functions)
        {
            endpoints["/" + function.Name] = function.Endpoint();
        }

        return new JsonObject { ["named_endpoints"] = endpoints, ["unnamed_endpoints"] = new JsonObject() }.ToJsonString();
    }
}

/// <summary>A function of an app.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Inputs">Its inputs.</param>
internal sealed record Function(string Name, int Id, params Parameter[] Inputs)
{
    public string?[] Labels { get; init; } = ["Output"];

    /// <summary>Gets whether its last input is state.</summary>
    public bool KeepsState { get; init; }

    /// <summary>Gets whether its last output is state.</summary>
    public bool BeginsState { get; init; }

    public JsonObject Dependency() => new()
    {
        ["id"] = Id,
        ["api_name"] = Name,
        ["inputs"] = new JsonArray([.. Inputs.Select(_ => JsonValue.Create(1)), .. KeepsState ? [JsonValue.Create(9)] : Array.Empty<JsonNode>()]),
        ["outputs"] = new JsonArray([.. Labels.Select(_ => JsonValue.Create(1)), .. BeginsState ? [JsonValue.Create(9)] : Array.Empty<JsonNode>()]),
    };

    public JsonObject Endpoint() => new()
    {
        ["parameters"] = new JsonArray([.. Inputs.Select(input => input.Tell())]),
        ["returns"] = new JsonArray([.. Labels.Select(label => new JsonObject { ["label"] = label })]),
    };
}

/// <summary>An input of a function.</summary>
/// <param name="Name">The name of the argument.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Label">Its label.</param>
/// <param name="Default">Its default as JSON; null: none.</param>
internal sealed record Parameter(string Name, string Schema = """{"type":"string"}""", string? Label = null, string? Default = null)
{
    public JsonObject Tell() => new()
    {
        ["label"] = Label,
        ["parameter_name"] = Name,
        ["parameter_has_default"] = Default is not null,
        ["parameter_default"] = Default is null ? null : JsonNode.Parse(Default),
        ["type"] = JsonNode.Parse(Schema),
    };
}
