using System.Text.Json;
using MyApp.MeaningsApi;

namespace DatabricksApps.Generated.Tests;

/// <summary>What a document determines is sent without asking, what it demands is demanded, and what it hides is hidden.</summary>
public sealed class MeaningsTests
{
    private readonly StubHandler _app = StubHandler.Json("null");
    private readonly MeaningsClient _client;

    public MeaningsTests() => _client = new MeaningsClient(_app.Client());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameters_that_have_one_value_are_sent_to_each_place_without_asking()
    {
        await _client.SearchAsync("a b", cancellationToken: Token);

        Assert.Equal("GET /api/v1/search?mode=full&q=a%20b&levels=1&levels=2", _app.Last.Line);
        Assert.Equal(("7", "lang=en"), (_app.Last["X-Api-Version"], _app.Last["Cookie"]));
    }

    [Fact]
    public async Task An_optional_one_is_the_callers_choice()
    {
        await _client.SearchAsync("q", exact: true, cancellationToken: Token);

        Assert.Equal("GET /api/v1/search?mode=full&q=q&levels=1&levels=2&exact=true", _app.Last.Line);
    }

    [Fact]
    public async Task Fields_of_a_form_that_may_be_left_out_are_sent_with_whatever_else_is_sent()
    {
        await _client.SignInAsync(user: "me", cancellationToken: Token);
        Assert.Equal("grant=full&rules=%7B%22a%22%3A1%7D&user=me", _app.Last.Text);

        await _client.SignInAsync(cancellationToken: Token);
        Assert.Equal(("", null), (_app.Last.Text, _app.Last["Content-Type"]));
    }

    [Fact]
    public async Task So_are_those_of_parts()
    {
        await _client.UploadAsync(note: "n", cancellationToken: Token);
        Assert.Contains("name=mode\r\n\r\nfull\r\n", _app.Last.Text.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await _client.UploadAsync(cancellationToken: Token);
        Assert.Equal(("", null), (_app.Last.Text, _app.Last["Content-Type"]));
    }

    [Fact]
    public async Task A_form_of_nothing_else_is_always_sent()
    {
        await _client.PingAsync(cancellationToken: Token);

        Assert.Equal("mode=full", _app.Last.Text);
    }

    [Fact]
    public async Task Members_with_one_value_are_sent_whatever_says_so_and_whatever_it_is()
    {
        await _client.SendConstantsAsync(new Constants(), cancellationToken: Token);

        Assert.Equal("""{"mode":"full","number":7,"nothing":null,"json":{"a":[1,"\"b\""]},"list":[1,2]}""", _app.Last.Text);
    }

    [Fact]
    public void Another_value_that_the_app_sends_is_kept()
    {
        const string Json = """{"mode":"half","number":8,"nothing":1,"json":2,"list":3}""";

        Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Constants>(Json)));
    }

    [Fact]
    public async Task A_tag_that_the_document_determines_is_sent_whatever_union_the_call_names()
    {
        await _client.SendVehicleAsync(new Car { Doors = 3 }, cancellationToken: Token);
        Assert.Equal("""{"kind":"car","doors":3}""", _app.Last.Text);

        await _client.SendVehicleAsync(new Bike(), cancellationToken: Token);
        Assert.Equal("""{"kind":"Bike"}""", _app.Last.Text);
    }

    [Theory]
    [InlineData("""{"id":"a","at":5,"tags":["x"],"added":"y"}""", "a", 5L, "x")]
    [InlineData("""{"id":"a","removed":"y"}""", "a", null, null)]
    [InlineData("""{"part":1,"id":"a","at":5,"tags":["x"]}""", "a", 5L, "x")]
    [InlineData("""{"part":1,"id":7,"at":"x"}""", null, null, null)]
    [InlineData("""{"part":1,"id":7,"at":"5"}""", null, 5L, null)]
    [InlineData("""[1]""", null, null, null)]
    public void Members_beside_the_cases_are_read_from_the_union(string json, string? id, long? at, string? tag)
    {
        Event read = JsonSerializer.Deserialize<Event>(json);

        Assert.Equal((id, at, tag), (read.Id, read.At, read.Tags?.Single()));
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void An_inline_case_has_them_itself()
    {
        Event made = new EventObject1 { Id = "a", Added = "y", At = 5 };

        Assert.Equal(("a", 5L), (made.Id, made.At));
        Assert.Null(default(Event).Id);
    }

    [Fact]
    public async Task What_narrows_a_part_is_demanded()
    {
        StubHandler app = StubHandler.Json("{}");
        await new MeaningsClient(app.Client()).SendNamedAsync(new Named { Name = "n" }, cancellationToken: Token);

        Assert.Equal("""{"name":"n"}""", app.Last.Text);
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Named>("{}"));

        // Demanded of who sends; of an answer an undeclared null is read, as everywhere.
        Assert.Null(JsonSerializer.Deserialize<Named>("""{"name":null}""")!.Name);
    }

    [Fact]
    public void No_text_shows_a_secret_however_deep_it_lies()
    {
        Keys keys = JsonSerializer.Deserialize<Keys>(
            """{"optional":"s3","list":["s3"],"map":{"a":"s3"},"either":"s3","pair":["s3",1],"open":"shown","more":"s3"}""")!;

        Assert.Equal("""{"optional":"***","list":"***","map":"***","either":"***","pair":"***","open":"shown","more":"***"}""", keys.ToString());
        Assert.Equal("\"***\"", keys.Either.ToString());
        Assert.Equal("\"shown\"", keys.Open.ToString());
        Assert.Equal(
            """{"optional":"s3","list":["s3"],"map":{"a":"s3"},"either":"s3","pair":["s3",1],"open":"shown","more":"s3"}""",
            JsonSerializer.Serialize(keys));
    }
}
