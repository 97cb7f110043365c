using System.Net;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>Answers that are a text, or nothing, where the document promises JSON.</summary>
public sealed class TextAnswerTests
{
    [Theory]
    [InlineData("Bob", "text/html")]
    [InlineData("Bob\n", "text/plain")]
    [InlineData("Bob's \"tea\" <b>& ä</b>", "TEXT/HTML")]
    [InlineData("<b>Bob</b>", "text/html")]
    [InlineData("123", "text/html")]
    [InlineData("true", "text/plain")]
    [InlineData("{Bob}", "text/plain")]
    [InlineData("", "text/html")]
    public async Task A_text_is_the_string_that_was_promised(string body, string mediaType)
    {
        Assert.Equal(body, await ReadAsync<string, StringJson>(body, mediaType));
        Assert.Equal(body.Length == 0 ? null : body, await ReadOrNullAsync<string?, ReferenceOrNullJson<string, StringJson>>(body, mediaType));
    }

    [Fact]
    public async Task A_JSON_string_counts_first() => Assert.Equal("Bob", await ReadAsync<string, StringJson>("\"Bob\"", "text/html"));

    [Fact]
    public async Task A_text_is_whatever_JSON_spells_as_a_string()
    {
        Assert.Equal("Bob", (await ReadAsync<JsonElement, AnyJson>("Bob", "text/plain")).GetString());
        Assert.Equal(Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301"), await ReadAsync<Guid, GuidJson>("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "text/plain"));
        Assert.Equal(new DateOnly(2024, 2, 29), await ReadAsync<DateOnly?, NullableJson<DateOnly, DateJson>>("2024-02-29", "text/plain"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>Sign in", "text/html")]
    [InlineData(" \r\n<html lang='en'>", "text/html")]
    [InlineData("<!-- a --> <!-- b -->\n<HTML>", "text/html")]
    [InlineData("<!doctype html>", "text/plain")]
    public async Task A_page_is_an_error(string body, string mediaType)
    {
        Assert.NotEqual(default, (await FailAsync<string, StringJson>(body, mediaType)).Reason);
        Assert.NotEqual(default, (await FailAsync<JsonElement, AnyJson>(body, mediaType)).Reason);
    }

    [Theory]
    [InlineData("Bob", "application/json")]
    [InlineData("{\"error\":\"x\"}", "text/plain")]
    [InlineData("[\"x\"]", "text/html")]
    public async Task What_is_called_JSON_or_is_other_JSON_is_an_error(string body, string mediaType) =>
        Assert.Equal(body, (await FailAsync<string, StringJson>(body, mediaType)).Body);

    [Fact]
    public async Task Where_no_string_was_promised_a_text_is_an_error()
    {
        Assert.Equal(AppErrorReason.InvalidJson, (await FailAsync<long, Int64Json>("Bob", "text/plain")).Reason);
        Assert.Equal(AppErrorReason.InvalidJson, (await FailAsync<IReadOnlyList<string>, ListJson<string, StringJson>>("Bob", "text/plain")).Reason);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Nothing_is_an_error_where_a_type_is_promised(HttpStatusCode status)
    {
        StubHandler stub = new(_ => new HttpResponseMessage(status));

        AppException exception = await Assert.ThrowsAsync<AppException>(() => new AppConnection(stub.Client()).StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.UnexpectedContent, exception.Reason);
        Assert.Contains("the answer is empty where JSON was promised", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task Nothing_is_the_default_of_what_may_be_empty(string body)
    {
        Assert.Equal(JsonValueKind.Undefined, (await ReadOrNullAsync<JsonElement, AnyJson>(body, "application/json")).ValueKind);
        Assert.Null(await ReadOrNullAsync<long?, NullableJson<long, Int64Json>>(body, "application/json"));
        Assert.Equal(JsonValueKind.Undefined, (await new AppConnection(StubHandler.Json(body).Client()).SendForCaseAsync(
            Calls.Get(), response => response.ReadJsonOrNull<JsonElement, AnyJson>(), null, TestContext.Current.CancellationToken)).ValueKind);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_named_without_what_was_sent()
    {
        const string key = "s3cret-key-of-the-caller-that-is-longer-than-what-is-shown";
        StubHandler stub = StubHandler.Json($$"""{"a":["{{key}}"]}""");
        AppRequest request = Calls.Get();
        AppConnection app = new(stub.Client());
        request.SentKeys = [key];

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            app.SendAsync<IReadOnlyDictionary<string, IReadOnlyList<long>>, MapJson<IReadOnlyList<long>, ListJson<long, Int64Json>>>(
                request, null, TestContext.Current.CancellationToken));

        Assert.Equal(AppErrorReason.UnexpectedValue, exception.Reason);
        Assert.Contains("at $['a'][0]: The string \"***\" cannot be read as an integer of 64 bits.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    private static Task<T> ReadAsync<T, TJson>(string body, string mediaType)
        where TJson : IJson<T> => App(body, mediaType).SendAsync<T, TJson>(Calls.Get(), null, TestContext.Current.CancellationToken);

    private static Task<T> ReadOrNullAsync<T, TJson>(string body, string mediaType)
        where TJson : IJson<T> => App(body, mediaType).SendOrNullAsync<T, TJson>(Calls.Get(), null, TestContext.Current.CancellationToken);

    private static Task<AppException> FailAsync<T, TJson>(string body, string mediaType)
        where TJson : IJson<T> => Assert.ThrowsAsync<AppException>(() => ReadAsync<T, TJson>(body, mediaType));

    private static AppConnection App(string body, string mediaType) => new(StubHandler.Of(HttpStatusCode.OK, body, mediaType).Client());
}
