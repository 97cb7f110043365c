using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DatabricksApps.Instances;

namespace DatabricksApps.Gen.Tests.Changes.Wire;

/// <summary>An app that does what a document says, and nothing else: it refuses what is not asked for in that way.</summary>
/// <param name="document">The document.</param>
/// <param name="granted">The scopes that callers have.</param>
internal sealed class StandIn(RawDocument document, IReadOnlyList<string> granted) : HttpMessageHandler
{
    private readonly SchemaCheck _schemas = new(document);

    /// <summary>Gets or sets which instances it answers with.</summary>
    public InstanceKind Kind { get; set; } = new();

    /// <summary>Gets or sets the status of the declared error that it answers with, where it is declared; null: a success.</summary>
    public string? Error { get; set; }

    /// <summary>Gets the JSON of the last answer; null: it had none.</summary>
    public JsonNode? Sent { get; private set; }

    /// <summary>Gets what of the last request nobody asked for; null: nothing.</summary>
    public string? Lost { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Sent, Lost) = (null, null);
        string path = request.RequestUri!.AbsolutePath;
        if (Paths.FirstOrDefault(one => Match(one.Key, path) is not null) is not { Key: { } template, Value: JsonObject item })
        {
            return Refuse(HttpStatusCode.NotFound, "no route");
        }

        if (item[request.Method.Method.ToLowerInvariant()] is not JsonObject operation)
        {
            return Refuse(HttpStatusCode.MethodNotAllowed, "no method");
        }

        if (Scopes(operation).Except(granted).FirstOrDefault() is { } scope)
        {
            return Refuse(HttpStatusCode.Forbidden, scope);
        }

        JsonObject[] parameters = [.. new[] { item, operation }.SelectMany(one => one["parameters"] as JsonArray ?? []).Select(Follow)];
        string? wrong = parameters.Select(parameter => Judge(parameter, Match(template, path)!, request)).FirstOrDefault(problem => problem is not null)
            ?? await JudgeBodyAsync(operation, request, cancellationToken);
        Lost ??= Query(request).Select(pair => pair.Name).Concat(request.Headers.Select(header => header.Key).Where(IsOfApp)).Except(parameters.Select(parameter => $"{parameter["name"]}")).FirstOrDefault();
        return wrong is null ? Answer(operation) : Refuse(HttpStatusCode.UnprocessableEntity, wrong);
    }

    private JsonObject Paths => (JsonObject)document.Root["paths"]!;

    private HttpResponseMessage Answer(JsonObject operation)
    {
        JsonObject responses = (JsonObject)operation["responses"]!;
        if (Error is not null && !responses.ContainsKey(Error))
        {
            return Refuse(HttpStatusCode.NotImplemented, "no such error");
        }

        // Each success in turn.
        string[] successes = [.. responses.Select(one => one.Key).Where(status => status[0] == '2')];
        string status = Error ?? successes[Kind.Variant % successes.Length];
        HttpResponseMessage answer = new((HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture));
        if (Follow(responses[status])["content"] is not JsonObject { Count: > 0 } content)
        {
            return answer;
        }

        (string media, JsonNode? said) = content.First();
        if (media == "application/json")
        {
            Sent = new InstanceBuilder(document, Kind).Build(said?["schema"]);
            answer.Content = new StringContent(Sent?.ToJsonString() ?? "null", Encoding.UTF8, media);
        }
        else
        {
            answer.Content = new ByteArrayContent("text"u8.ToArray()) { Headers = { ContentType = new(media) } };
        }

        return answer;
    }

    private string? Judge(JsonObject parameter, Dictionary<string, string> inPath, HttpRequestMessage request)
    {
        string name = $"{parameter["name"]}";
        string? value = $"{parameter["in"]}" switch
        {
            "path" => inPath.GetValueOrDefault(name),
            "query" => Query(request).Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault(),
            _ => request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null,
        };
        return value is null
            ? parameter["required"]?.GetValue<bool>() == true ? $"{name} is missing" : null
            : JudgeValue(ParseScalar(value, Follow(parameter["schema"])), parameter["schema"]);
    }

    private async Task<string?> JudgeBodyAsync(JsonObject operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (operation["requestBody"] is not JsonObject declared)
        {
            Lost = request.Content is null ? null : "a body";
            return null;
        }

        if (request.Content is not { } content)
        {
            return declared["required"]?.GetValue<bool>() == true ? "no body" : null;
        }

        string media = content.Headers.ContentType?.MediaType ?? "";
        return declared["content"]![media] is not { } said ? $"{media} is not taken"
            : media != "application/json" ? null
            : JudgeValue(JsonNode.Parse(await content.ReadAsStringAsync(cancellationToken)), said["schema"]);
    }

    private string? JudgeValue(JsonNode? value, JsonNode? schema) => _schemas.FindProblem(value, schema) ?? JudgeBounds(value, Follow(schema));

    private string? JudgeBounds(JsonNode? value, JsonObject schema)
    {
        if (value is JsonObject members)
        {
            // A member that the app does not know is lost.
            Lost ??= schema["properties"] is JsonObject known ? members.Select(member => member.Key).FirstOrDefault(name => !known.ContainsKey(name)) : null;
            return members.Select(member => JudgeBounds(member.Value, Follow(schema["properties"]?[member.Key]))).FirstOrDefault(problem => problem is not null);
        }

        double? size = value?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => value.GetValue<string>().Length,
            System.Text.Json.JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
            _ => null,
        };
        string[] upper = ["maxLength", "maximum"], lower = ["minLength", "minimum"];
        return upper.FirstOrDefault(keyword => Number(schema[keyword]) is { } most && size > most)
            ?? lower.FirstOrDefault(keyword => Number(schema[keyword]) is { } least && size < least);
    }

    private static bool IsOfApp(string header) => header.StartsWith("X-", StringComparison.Ordinal);

    private static double? Number(JsonNode? value) => value is null ? null : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static JsonNode ParseScalar(string value, JsonObject schema) =>
        $"{schema["type"]}" is "integer" or "number" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? JsonValue.Create(number)
        : $"{schema["type"]}" == "boolean" && bool.TryParse(value, out bool boolean) ? JsonValue.Create(boolean)
        : JsonValue.Create(value);

    private static IEnumerable<(string Name, string Value)> Query(HttpRequestMessage request) => request.RequestUri!.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")));

    private static IEnumerable<string> Scopes(JsonObject operation) =>
        (operation["security"] as JsonArray ?? []).SelectMany(one => (JsonObject)one!).SelectMany(scheme => (JsonArray)scheme.Value!).Select(scope => $"{scope}");

    private static Dictionary<string, string>? Match(string template, string path)
    {
        string[] expected = template.Split('/'), given = path.Split('/');
        Dictionary<string, string> values = [];
        return expected.Length == given.Length && expected.Zip(given).All(pair => pair.First.StartsWith('{') ? values.TryAdd(pair.First.Trim('{', '}'), Uri.UnescapeDataString(pair.Second)) : pair.First == pair.Second)
            ? values
            : null;
    }

    private JsonObject Follow(JsonNode? node) =>
        node is JsonObject { } one ? one["$ref"] is { } reference ? Follow(document.Resolve($"{reference}")) : one : [];

    private static HttpResponseMessage Refuse(HttpStatusCode status, string why) =>
        new(status) { Content = new StringContent($$"""{"detail":"{{why}}"}""", Encoding.UTF8, "application/json") };
}
