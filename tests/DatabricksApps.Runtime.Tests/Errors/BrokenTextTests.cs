using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Json;

namespace DatabricksApps.Tests.Errors;

/// <summary>
/// Strings that are no text: half of a surrogate pair as an escape, as Python's json.dumps writes it, and bytes that are no
/// UTF-8. What explains a failure, or is kept without being known, does not fail over them.
/// </summary>
public sealed class BrokenTextTests
{
    private const string Half = "\\ud800";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"detail\":\"a" + Half + "b\"}", "the app answered 400 (Bad Request): a\uFFFDb.")]
    [InlineData("{\"detail\":\"a\u00E9b\"}", "the app answered 400 (Bad Request): a\uFFFDb.")]
    [InlineData("{\"" + Half + "\":1,\"detail\":\"x\"}", "the app answered 400 (Bad Request): x.")]
    [InlineData("{\"\u00E9\":1,\"detail\":\"x\"}", "the app answered 400 (Bad Request): x.")]
    public async Task The_detail_of_an_error_is_told_as_far_as_it_is_text(string body, string message)
    {
        AppException seen = await SeesAsync(HttpStatusCode.BadRequest, body);

        Assert.Equal(AppErrorReason.ErrorStatus, seen.Reason);
        Assert.Contains(message, seen.Message);
    }

    [Theory]
    [InlineData("{\"detail\":\"a" + Half + "\"}", "", "a\uFFFD")]
    [InlineData("{\"detail\":[{\"loc\":[\"query\",\"a" + Half + "\"],\"msg\":\"m\u00E9\",\"type\":\"t\"}]}", "a", "m\uFFFD")]
    [InlineData("{\"detail\":[{\"loc\":[\"query\",{\"\u00E9\":\"" + Half + "\"}],\"msg\":\"" + Half + Half + "\"}]}", null, "\uFFFD\uFFFD")]
    public async Task Refused_values_too(string body, string? member, string message)
    {
        AppValidationException seen = Assert.IsType<AppValidationException>(await SeesAsync(HttpStatusCode.UnprocessableEntity, body));

        AppValidationError error = Assert.Single(seen.Errors);
        Assert.Equal(message, error.Message);
        Assert.StartsWith(member ?? "", error.Member);
    }

    [Theory]
    [InlineData("loc")]
    [InlineData("msg")]
    [InlineData("detail")]
    [InlineData("xxxxxx")]
    public async Task Names_that_are_no_text_are_none_of_those_that_are_known(string length)
    {
        // The reader unescapes a name only if its length could be that of the one it is compared with.
        string name = Half + length[1..];
        AppValidationException seen = Assert.IsType<AppValidationException>(await SeesAsync(
            HttpStatusCode.UnprocessableEntity, "{\"" + name + "\":1,\"detail\":[{\"" + name + "\":1,\"loc\":[\"" + Half + "\"],\"msg\":\"m\"}]}"));
        Order order = await ReadAsync<Order>("{\"" + Half + "\":0,\"" + name + "\":1,\"id\":1}");

        Assert.Equal("m", Assert.Single(seen.Errors).Message);
        Assert.Equal(1, order.Id);
    }

    [Fact]
    public async Task The_refused_value_itself_can_be_looked_at()
    {
        AppValidationException seen = Assert.IsType<AppValidationException>(await SeesAsync(
            HttpStatusCode.UnprocessableEntity, "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"m\",\"input\":[\"" + Half + "\",\"\u00E9\"]}]}"));

        Assert.Equal("[\"\uFFFD\",\"\uFFFD\"]", JsonSerializer.Serialize(seen.Errors[0].Input, JsonOptions()));
    }

    [Theory]
    [InlineData("{\"id\":1,\"note\":\"" + Half + "\"}", "$.note")]
    [InlineData("{\"id\":1,\"note\":\"\u00E9\"}", "$.note")]
    [InlineData("{\"\u00E9\":{\"a\":\"" + Half + "\"},\"id\":\"no\"}", "$.id")]
    public async Task A_member_that_is_no_text_is_named(string body, string path)
    {
        AppException seen = await SeesAsync<Order>(HttpStatusCode.OK, body);

        Assert.Equal(AppErrorReason.UnexpectedValue, seen.Reason);
        Assert.Contains("the answer does not fit the document at " + path, seen.Message);
    }

    [Fact]
    public async Task Half_a_pair_at_the_place_where_a_body_is_cut_costs_no_explanation()
    {
        string emoji = string.Concat(Enumerable.Repeat("\U0001F600", 5000));
        byte[] body = Encoding.UTF8.GetBytes("{\"x\":\"" + emoji + "\"}");
        StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) });

        AppException seen = await Assert.ThrowsAsync<AppException>(() => new AppConnection(stub.Client()).StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.ErrorStatus, seen.Reason);
        Assert.True(char.IsLowSurrogate(seen.Body![^1]));
    }

    [Theory]
    [InlineData("\"" + Half + "\"", "\"\uFFFD\"")]
    [InlineData("\"a\u00E9\"", "\"a\uFFFD\"")]
    [InlineData("\"\\ude00" + Half + "\"", "\"\uFFFD\uFFFD\"")]
    [InlineData("{\"a" + Half + "\":[1.50,true,null,{\"b\":\"" + Half + "\\n\\\"\\\\ \\/\"}],\"c\":\"\\\\ud800\"}", "{\"a\uFFFD\":[1.50,true,null,{\"b\":\"\uFFFD\\n\\\"\\\\ /\"}],\"c\":\"\\\\ud800\"}")]
    public async Task What_is_kept_unknown_can_be_shown_compared_and_sent(string value, string written)
    {
        Order order = await ReadAsync<Order>("{\"id\":1,\"extra\":" + value + ",\"x" + Half + "\":2}");
        string json = "{\"id\":1,\"extra\":" + written + ",\"x\uFFFD\":2}";
        StubHandler stub = StubHandler.Json("\"x\"");
        AppRequest request = Calls.Post();
        request.SetJson<Order, ModelJson<Order>>(order);
        await new AppConnection(stub.Client()).StringAsync(request);

        Assert.Equal(json, Unescape(stub.Last.Text));
        Assert.Equal(json, Unescape(order.ToString()));
        Assert.Equal(order, new Order(order));
        Assert.Equal(order.GetHashCode(), new Order(order).GetHashCode());
    }

    [Theory]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("[\"\\\\ud800\",\"\\\\\\\\\",\"\\u00e9\"]")]
    [InlineData("{\"\\ud83d\\ude00\":\"\U0001F600\"}")]
    public void What_is_text_stays_as_it_was_written(string json) =>
        Assert.Equal(json, JsonOf.Read<JsonElement, AnyJson>(json).GetRawText());

    [Fact]
    public async Task An_event_that_is_no_text_is_given_as_far_as_it_is()
    {
        StubHandler stub = new(_ => new HttpResponseMessage { Content = new ByteArrayContent(Encoding.Latin1.GetBytes("data: \"" + Half + "\"\n\ndata: \u00E9\n\n")) });

        List<AppEvent<string>> events = [];
        await foreach (AppEvent<string> item in new AppConnection(stub.Client()).StreamTextEventsAsync(Calls.Get(), null, Cancellation))
        {
            events.Add(item);
        }

        Assert.Equal(["\"" + Half + "\"", "\uFFFD"], events.Select(item => item.Data));
    }

    private static JsonSerializerOptions JsonOptions() => new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The writer spells the sign for what is no text as an escape, another one than the character.
    private static string Unescape(string json) => json.Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal);

    private static StubHandler Answer(HttpStatusCode status, string body) => new(_ => new HttpResponseMessage(status)
    {
        // Characters below U+0100 as one byte each, which is no UTF-8.
        Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) { Headers = { { "Content-Type", "application/json" } } },
    });

    private static Task<AppException> SeesAsync(HttpStatusCode status, string body) => SeesAsync<Order>(status, body);

    private static async Task<AppException> SeesAsync<T>(HttpStatusCode status, string body)
        where T : IJsonModel, IJsonModel<T> =>
        await Assert.ThrowsAnyAsync<AppException>(() =>
            new AppConnection(Answer(status, body).Client()).SendAsync<T, ModelJson<T>>(Calls.Get(), null, Cancellation));

    private static Task<T> ReadAsync<T>(string body)
        where T : IJsonModel, IJsonModel<T> =>
        new AppConnection(Answer(HttpStatusCode.OK, body).Client()).SendAsync<T, ModelJson<T>>(Calls.Get(), null, Cancellation);
}
