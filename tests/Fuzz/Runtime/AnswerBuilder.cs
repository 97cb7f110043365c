using System.Text;
using System.Text.Json.Nodes;
using DatabricksApps.Fuzz.Mutations;
using DatabricksApps.Fuzz.Trees;
using DatabricksApps.Instances;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Makes answers: what the document promises, changed a little, much, or not at all.</summary>
internal sealed class AnswerBuilder(RawDocument things)
{
    private static readonly string[] s_types =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=latin1", "application/json; charset=utf-16",
        "application/json; charset=utf-7",
        "application/json; charset=nonsense", "application/json; charset=\"utf-8", "application/json;charset=", "text/html",
        "text/html; charset=windows-1252", "text/plain", "text/plain; charset=utf-32",
        "application/problem+json", "application/octet-stream", "text/event-stream", "application/jsonl", "", "*/*", "nonsense", "a/b; c=\"d",
        "image/png", "APPLICATION/JSON; CHARSET=UTF8",
    ];

    private static readonly string[] s_bodies =
    [
        "", "null", "{}", "[]", "\"", "{\"detail\":\"Not Found\"}", "{\"detail\":[]}",
        "{\"detail\":[{\"loc\":[],\"msg\":\"\\ud800\",\"type\":\"\\udc00\"}]}", "{\"detail\":{\"\\ud800\":1}}",
        "{\"detail\":[{\"loc\":[\"body\",0,\"\\ud800\",1.5,null,{}],\"msg\":\"m\",\"type\":\"t\",\"input\":\"\\udfff\",\"ctx\":{\"e\":\"\\ud800\"},\"url\":\"\\ud800\"}]}",
        "<!doctype html><html><head><title>Sign in</title></head><body>x</body></html>", "<html>\uFFFD</html>", "Internal Server Error",
        "{\"error_code\":\"\\ud800\",\"message\":\"\\ud801\"}",
        "{\"type\":\"\\ud800\",\"title\":\"\\udc00\"}", "{\"message\":\"Invalid Token\"}", "{\"detail\":\"\\ud800\"}", "\uFEFF{}",
        "upstream connect error", "{\"id\":1,\"name\":\"\\ud83d\",\"part\":{\"text\":\"\\ude00\"}}",
        "{\"detail\":[{\"loc\":[\"query\"],\"msg\":1}]}", "{\"detail\":[{\"loc\":[\"query\",\"\"],\"msg\":\"\",\"type\":\"\"}]}", "{\"detail\":null}",
        "{\"detail\":[null]}", "{\"id\":\"\\ud800\"}", "{\"id\":{\"\\ud800\":{\"\\udc00\":[}}}",
    ];

    private static readonly (string Name, string[] Values)[] s_headers =
    [
        ("X-Request-Id", ["", "a", "\u00e9\u00ff", "a, b"]),
        ("Location", ["", "/login", "https://accounts.cloud.databricks.com/oidc/v1/authorize?x", "//", "http://[", "\u00e9", "https://app.example.com/api/x"]),
        ("WWW-Authenticate", ["Bearer error=\"invalid_token\"", "", "\u00ff", "Basic realm=\"", "Bearer"]),
        ("Retry-After", ["1", "-1", "99999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "x"]),
        ("Content-Disposition",
        [
            "attachment; filename=\"a\\b/c.txt\"", "attachment; filename*=UTF-8''%ff%00",
            "attachment; filename=\"=?utf-8?B?\u00ff?=\"", "x", "", "attachment; filename=\"..\"", "inline; filename=\"\"",
        ]),
        ("Content-Encoding", ["gzip", "br", "identity", "nonsense", ""]),
        ("Date", ["x", "Thu, 01 Jan 1970 00:00:00 GMT", ""]),
        ("Server", ["databricks", "\u00ff"]),
        ("Set-Cookie", ["a=b", "\u00ff", ""]),
    ];

    private readonly Mutator _mutator = Mutator.ForValues();

    /// <summary>Makes an answer of any method whose answer is one value.</summary>
    public Script Build(Chance chance)
    {
        ThingCall call = chance.Pick(ThingCall.OfValues);
        (int status, byte[] body) = chance.Is(80) ? Promised(call, chance) : (AnyStatus(chance), Encoding.UTF8.GetBytes(chance.Pick(s_bodies)));
        status = chance.Is(15) ? AnyStatus(chance) : status;
        if (chance.Is(20))
        {
            body = ByteMutations.Mutate(body, Encoding.UTF8.GetBytes(chance.Pick(s_bodies)), chance);
        }

        Script script = new Script { Body = chance.Is(6) ? Reencode(body, chance) : body }
            .Add("@call", call.Name)
            .Add("@status", status.ToString());
        AddHeaders(script, chance);
        if (chance.Is(30))
        {
            script.Add("@piece", chance.Pick(["1", "2", "7", "100"]));
        }

        if (chance.Is(6))
        {
            script.Add("@end", chance.Pick(["cut", "leave"]));
        }

        if (chance.Is(5))
        {
            script.Add("@length", chance.Pick(["0", "1", "999999999999", body.Length.ToString()]));
        }

        return script;
    }

    /// <summary>Makes a value of a schema, changed by chance, as JSON.</summary>
    public byte[] Value(JsonNode? schema, Chance chance)
    {
        InstanceKind kind = new(
            HasOptional: chance.Is(80),
            HasUnknown: chance.Is(40),
            HasUnknownValues: chance.Is(10),
            HasUnknownCases: chance.Is(10),
            Seed: chance.Below(1_000_000),
            Depth: chance.Between(1, 4));
        Node root = Node.Object(("root", NodeReader.Of(new InstanceBuilder(things, kind).Build(schema))));
        if (chance.Is(70))
        {
            _mutator.Mutate(root, chance);
        }

        Node value = root.Children.Count > 0 ? root.Children[0].Node : Node.Literal("null");
        return Encoding.UTF8.GetBytes(JsonText.Write(value, isIndented: chance.Is(20), isAscii: chance.Is(30)));
    }

    /// <summary>Adds the type of the body, and headers that may be of any value.</summary>
    public static void AddHeaders(Script script, Chance chance)
    {
        string type = chance.Is(75) ? s_types[0] : chance.Pick(s_types);
        if (type.Length > 0)
        {
            script.Add("Content-Type", type);
        }

        while (chance.Is(20))
        {
            (string name, string[] values) = chance.Pick(s_headers);
            script.Add(name, chance.Is(90) ? chance.Pick(values) : new string('h', 20_000));
        }
    }

    /// <summary>Gets any status, those that mean something more often.</summary>
    public static int AnyStatus(Chance chance) => chance.Is(80)
        ? chance.Pick([200, 201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 405, 409, 413, 418, 422, 429, 500, 502, 503, 504])
        : chance.Between(100, 999);

    private (int Status, byte[] Body) Promised(ThingCall call, Chance chance)
    {
        (string status, JsonNode? response) = chance.Pick([.. things.Find(call.Operation + "/responses")!.AsObject()]);
        JsonNode? schema = response?["content"]?.AsObject().FirstOrDefault().Value?["schema"];
        int number = status switch
        {
            "4XX" => chance.Between(400, 499),
            "default" => chance.Between(400, 599),
            _ => int.Parse(status),
        };
        return (number, schema is null ? [] : Value(schema, chance));
    }

    private static byte[] Reencode(byte[] body, Chance chance)
    {
        string text = Encoding.UTF8.GetString(body);
        return chance.Pick([Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32]).GetBytes(text + (chance.Is(50) ? "é" : ""));
    }
}
