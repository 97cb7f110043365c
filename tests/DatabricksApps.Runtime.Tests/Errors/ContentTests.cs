using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>Successes that are not what the document promised.</summary>
[Collection(Alone.Name)]
public class ContentTests
{
    [Theory]
    [InlineData("[1,2,", AppErrorReason.InvalidJson, "ends in the middle, at $[1]")]
    [InlineData("[1,2", AppErrorReason.InvalidJson, "ends in the middle, at $[0]")]
    [InlineData("[1,NaN]", AppErrorReason.InvalidJson, "not valid JSON at $[0]")]
    [InlineData("[1,\"x\"]", AppErrorReason.UnexpectedValue, "at $[1]")]
    [InlineData("{\"a\":1}", AppErrorReason.UnexpectedValue, "at $")]
    [InlineData("[1] [2]", AppErrorReason.InvalidJson, "not valid JSON")]
    [InlineData("", AppErrorReason.UnexpectedContent, "the answer is empty where JSON was promised")]
    [InlineData(" \n", AppErrorReason.UnexpectedContent, "the answer is empty where JSON was promised")]
    [InlineData("<html><title>My SPA</title>", AppErrorReason.UnexpectedContent, "HTML page where the document promises another type")]
    [InlineData("<html><a href=\"/.auth/login\">", AppErrorReason.SignInRequired, "a login page")]
    public async Task What_does_not_fit_is_explained_with_its_place(string body, AppErrorReason reason, string text)
    {
        AppConnection app = new(StubHandler.Json(body).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => ListAsync(app));

        Assert.Equal(reason, exception.Reason);
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal(body, exception.Body);
        Assert.Contains(text, exception.Message);
    }

    [Fact]
    public async Task Too_deep_JSON_fails()
    {
        AppConnection app = new(StubHandler.Json(new string('[', 100_000)).Client());

        await Assert.ThrowsAsync<AppException>(() =>
            app.SendAsync<System.Text.Json.JsonElement, AnyJson>(Calls.Get(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_charset_and_a_byte_order_mark_are_read()
    {
        foreach (byte[] body in new byte[][]
        {
            [0xEF, 0xBB, 0xBF, .. "\"é\""u8],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("\"é\"")],
            [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("\"é\"")],
        })
        {
            Assert.Equal("é", await Answer(body, "application/json").StringAsync(Calls.Get()));
        }

        Assert.Equal("é", await Answer(Encoding.Latin1.GetBytes("\"é\""), "application/json; charset=\"ISO-8859-1\"").StringAsync(Calls.Get()));
        Assert.Equal("é", await Answer("\"é\""u8.ToArray(), "application/json; charset=made-up").StringAsync(Calls.Get()));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-7")]
    [InlineData("made-up")]
    public async Task A_charset_without_a_decoder_is_named_where_the_body_needs_one(string charset)
    {
        byte[] body = Encoding.Latin1.GetBytes("\"é\"");
        AppException seen = await Assert.ThrowsAsync<AppException>(() => Answer(body, $"application/json; charset={charset}").StringAsync(Calls.Get()));
        AppException page = await Assert.ThrowsAsync<AppException>(() => Answer(Encoding.Latin1.GetBytes("<html>é"), $"text/html; charset={charset}").StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.UnexpectedContent, seen.Reason);
        Assert.Contains($"the answer is in the charset '{charset}', which this program has no decoder for", seen.Message);
        Assert.Contains("HTML page", page.Message);
    }

    [Fact]
    public async Task Text_is_read_in_its_charset()
    {
        AppConnection app = Answer(Encoding.Latin1.GetBytes("é"), "text/plain; charset=iso-8859-1");

        Assert.Equal("é", await app.SendForTextAsync(Calls.Get(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_a_body_is_optional_none_is_null()
    {
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NoContent)).Client());

        Assert.Null(await app.SendOrNullAsync<string?, ReferenceOrNullJson<string, StringJson>>(Calls.Get(), null, TestContext.Current.CancellationToken));
        Assert.Null(await app.SendOrNullAsync<int?, NullableJson<int, Int32Json>>(Calls.Get(), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_several_successes_the_status_picks()
    {
        AppConnection app = new(StubHandler.Json("5", HttpStatusCode.Accepted).Client());

        string result = await app.SendForCaseAsync(Calls.Get(), Read, null, TestContext.Current.CancellationToken);

        Assert.Equal("accepted 5", result);
        AppException exception = await Assert.ThrowsAsync<AppException>(() => new AppConnection(StubHandler.Json("5").Client())
            .SendForCaseAsync(Calls.Get(), Read, null, TestContext.Current.CancellationToken));
        Assert.Contains("the app answered 200, which the document does not declare", exception.Message);

        static string Read(AppResponse response) => response.StatusCode switch
        {
            202 => "accepted " + response.ReadJson<int, Int32Json>(),
            _ => throw response.UnexpectedStatus(),
        };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gigabyte_fails_with_bounded_memory(bool isAnnounced)
    {
        EndlessContent content = new(1L << 30, isAnnounced);
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage { Content = content }).Client());
        long before = GC.GetTotalAllocatedBytes(precise: true);

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(AppErrorReason.ResponseTooLarge, exception.Reason);
        Assert.Contains("the answer is larger than 100,000,000 bytes", exception.Message);
        Assert.InRange(content.BytesRead, 0, isAnnounced ? 4096 : 140_000_000);
        Assert.InRange(allocated, 0, 300_000_000);
    }

    [Fact]
    public async Task A_cut_connection_says_so()
    {
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StreamContent(new ForwardStream("[1,"u8.ToArray(), new HttpIOException(HttpRequestError.ResponseEnded))),
        }).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => ListAsync(app));

        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
        Assert.Contains("the connection was cut before the answer was complete", exception.Message);
        Assert.IsType<HttpIOException>(exception.InnerException);
    }

    private static Task<IReadOnlyList<int>> ListAsync(AppConnection app) =>
        app.SendAsync<IReadOnlyList<int>, ListJson<int, Int32Json>>(Calls.Get(), null, TestContext.Current.CancellationToken);

    private static AppConnection Answer(byte[] body, string mediaType) => new(new StubHandler(_ =>
    {
        ByteArrayContent content = new(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return new HttpResponseMessage { Content = content };
    }).Client());
}
