using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>A call has a method for each kind of its answers, and each of them is promised.</summary>
public sealed class MethodTests
{
    private const string Json = """ "application/json": { "schema": { "$ref": "#/components/schemas/Reply" } } """;
    private const string Stream = """ "text/event-stream": { "schema": { "$ref": "#/components/schemas/Token" } } """;
    private const string File = """ "application/pdf": { "schema": { "type": "string", "format": "binary" } } """;
    private const string Text = """ "text/plain": { "schema": { "type": "string" } } """;

    private const string Use = """
        static class Use
        {
            public static async Task RunAsync(DepotClient depot)
            {
                await foreach (AppEvent<Token> one in depot.ChatStreamAsync()) Console.WriteLine(one.Data.Text);
            }
        }
        """;

    [Fact]
    public void A_lock_has_a_line_for_each_method() => Assert.Equal(
        """
        POST /api/chat                                  ChatAsync
        POST /api/chat ->                               Reply status=200
        POST /api/chat -> file                          ChatFileAsync file status=200 accept=application/pdf
        POST /api/chat -> stream                        ChatStreamAsync events:Token status=200

        """,
        string.Join('\n', Lock(Json, Stream, File).Split('\n').Skip(1).TakeWhile(line => line.Length > 0)) + "\n");

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        EquatableArray<Fact> facts = Facts(null, Json, Stream, File);

        EquatableArray<Fact> read = LockReader.Read(LockFile.Write("depot.openapi.json", facts), (_, problem) => Assert.Fail(problem));

        Assert.Equal(facts.Select(fact => fact with { Pointer = "" }), read);
        Assert.Empty(Difference.Of(read, facts));
    }

    [Theory]
    [InlineData("method.removed: POST /api/chat gives no stream any more", Json)]
    [InlineData("response.type: the stream of POST /api/chat gives events:Reply now, was events:Token", Json, """ "text/event-stream": { "schema": { "$ref": "#/components/schemas/Reply" } } """)]
    [InlineData("response.media: the stream of POST /api/chat gives lines:Token now, was events:Token", Json, """ "application/jsonl": { "itemSchema": { "$ref": "#/components/schemas/Token" } } """)]
    [InlineData("method.added: POST /api/chat can give a file too now", Json, Stream, File)]
    [InlineData("method.removed: POST /api/chat gives no JSON any more", Stream)]
    public void What_changes_of_a_method_is_told(string told, params string[] now)
    {
        EquatableArray<Fact> accepted = Facts(null, Json, Stream);

        Assert.Equal([told], Difference.Of(accepted, Facts(accepted, now)).Where(change => change.After?.Kind != FactKind.Type && change.Before?.Kind != FactKind.Type).Select(change => $"{change.Kind}: {change.Text}"));
    }

    [Fact]
    public void What_code_streams_keeps_its_name_when_the_JSON_is_gone()
    {
        EquatableArray<Fact> accepted = Facts(null, Json, Stream);

        Assert.Equal(["ChatStreamAsync() -> Events Token"], Bind(accepted, Stream).Operations);
        Assert.Equal(["ChatStreamAsync() -> Events Token"], Bind(Facts(accepted, Stream), Stream).Operations);
    }

    [Fact]
    public void What_has_the_plain_name_keeps_it_when_JSON_comes_beside_it() => Assert.Equal(
        ["ChatAsync() -> Text", "ChatJsonAsync() -> Reply"], Bind(Facts(null, Text), Json, Text).Operations.Order());

    [Fact]
    public void A_lock_that_knows_the_first_method_alone_names_the_others_after_it()
    {
        EquatableArray<Fact> facts = Facts(null, Json, Stream).Where(fact => fact.Kind != FactKind.Method)
            .Select(fact => fact.Kind == FactKind.Operation ? fact with { Name = "TalkAsync" } : fact).ToEquatableArray();

        Assert.Equal(["TalkAsync() -> Reply", "TalkStreamAsync() -> Events Token"], Bind(facts, Json, Stream).Operations);
    }

    [Fact]
    public void A_method_that_is_gone_stands_as_what_says_so()
    {
        string told = Told(Document(Json));

        Assert.StartsWith("DBXAPP0302 'DepotClient.ChatStreamAsync(AppRequestOptions?, CancellationToken)' is obsolete: 'depot.openapi.json:", told, StringComparison.Ordinal);
        Assert.Contains("POST /api/chat gives no stream any more. The app does not have it any more", told, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_call_all_its_methods_are_gone() => Assert.Contains(
        "'DepotClient.ChatStreamAsync(AppRequestOptions?, CancellationToken)' is obsolete: 'depot.openapi.json:",
        Told(Document(Json, Stream).Replace("/api/chat", "/api/other", StringComparison.Ordinal).Replace("\"chat\"", "\"other\"", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void What_streams_is_not_told_of_JSON() =>
        Assert.Equal("", Told(Document(""" "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Reply" } } } """, Stream)));

    [Fact]
    public void What_tells_the_cases_of_an_answer_apart_is_promised()
    {
        static string Two(string created, string accepted) => $$$"""{ "201": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{{created}}}" } } } }, "202": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{{accepted}}}" } } } } }""";
        string With(string responses) => Document(Json).Replace("""{ "200": { "description": "ok", "content": {""" + Json + "} } }", responses, StringComparison.Ordinal);

        EquatableArray<Fact> before = DepotDocument.Facts(With(Two("Reply", "Token"))), after = DepotDocument.Facts(With(Two("Token", "Reply")));

        Assert.Contains("POST /api/chat ->                               ChatResult status=201:Reply status=202:Token", LockFile.Write("depot.openapi.json", before), StringComparison.Ordinal);
        Change change = Assert.Single(Difference.Of(before, after), change => change.Kind != "union.order");
        Assert.Equal(("response.cases", "POST /api/chat gives Token with 201 now, was Reply", Effect.Wire), (change.Kind, change.Text, new Effects(before, after).Of(change)));
    }

    private static string Told(string after)
    {
        string accepted = Lock(Json, Stream);
        Assert.DoesNotContain(Caller.Diagnose(Caller.Compile(Document(Json, Stream), accepted, Use)), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return string.Join('|', Caller.Diagnose(Caller.Compile(after, accepted, Use))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}"));
    }

    private static string Lock(params string[] content) => LockFile.Write("depot.openapi.json", Facts(null, content));

    private static EquatableArray<Fact> Facts(EquatableArray<Fact>? kept, params string[] content) => Surface.Of(Bind(kept, content).Client);

    private static BoundDocument Bind(EquatableArray<Fact>? kept, params string[] content) =>
        BoundDocument.Of(Document(content), path: "depot.openapi.json", kept: kept is { } facts ? KeptNames.Of(facts) : null);

    private static string Document(params string[] content) => $$$"""
        {
          "openapi": "3.2.0", "info": { "title": "Depot", "version": "1" },
          "paths": { "/api/chat": { "post": { "operationId": "chat", "responses": { "200": { "description": "ok", "content": {{{{string.Join(",", content)}}}} } } } } },
          "components": { "schemas": {
            "Reply": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } } },
            "Token": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" }, "last": { "type": "boolean" } } }
          } }
        }
        """;
}
