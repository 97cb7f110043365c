using System.Net;
using DatabricksApps.Tests.Auth;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>An answer as it came, whatever the document says of it.</summary>
public class AnswerTests
{
    [Fact]
    public async Task The_answer_of_any_call_is_status_headers_and_body()
    {
        foreach (Func<AppConnection, Task> call in (Func<AppConnection, Task>[])
            [
                app => app.SendAsync(Calls.Get(), null, CancellationToken.None),
                app => app.StringAsync(Calls.Get()),
                app => app.SendForTextAsync(Calls.Get(), null, CancellationToken.None),
                app => app.SendForFileAsync(Calls.Get(), null, CancellationToken.None),
                app => app.SendForCaseAsync<string>(Calls.Get(), _ => throw new InvalidOperationException("read"), null, CancellationToken.None),
                async app =>
                {
                    await app.StringAsync(Calls.Get());
                    throw new InvalidOperationException("went on");
                },
            ])
        {
            StubHandler stub = new(_ => Answer());
            AppConnection app = new(stub.Client());

            await using AppAnswer answer = await app.AnswerOfAsync(static inner => inner, call);

            Assert.Equal((HttpStatusCode.Accepted, "7", "text/csv"), (answer.StatusCode, answer.RequestId, answer.Body.ContentType));
            Assert.Equal(("1", 2), (answer.Headers.GetValues("X-Own").Single(), answer.ContentHeaders.ContentLength));
            Assert.Equal("é", await answer.ReadTextAsync(TestContext.Current.CancellationToken));
            Assert.Equal("GET /api/items", stub.Last.Line);
        }
    }

    [Fact]
    public async Task That_of_a_stream_too()
    {
        AppConnection app = new(new StubHandler(_ => Answer()).Client());

        await using AppAnswer lines = await app.AnswerOfAsync(
            static inner => inner, inner => inner.StreamLinesAsync<int, Int32Json>(Calls.Get(), null, CancellationToken.None));
        await using AppAnswer events = await app.AnswerOfAsync(
            static inner => inner, inner => inner.StreamTextEventsAsync(Calls.Get(), null, CancellationToken.None));

        Assert.Equal("é", await lines.ReadTextAsync(TestContext.Current.CancellationToken));
        Assert.Equal("é", await events.ReadTextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Text_that_is_larger_than_the_limit_is_not_read_and_the_body_is()
    {
        StubHandler stub = new(_ => new HttpResponseMessage { Content = new ByteArrayContent(new byte[5000]) });
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", MaxResponseBytes = 2000 };
        AppConnection app = new(stub.Client(), options, DatabricksApps.Auth.TokenSources.OfProcess.LocationFor(options, []));
        Task<AppAnswer> Ask() => app.AnswerOfAsync(static inner => inner, inner => inner.SendAsync(Calls.Get(), null, CancellationToken.None));

        await using AppAnswer text = await Ask();
        await using AppAnswer body = await Ask();

        Assert.Equal(AppErrorReason.ResponseTooLarge, (await Assert.ThrowsAsync<AppException>(() => text.ReadTextAsync(TestContext.Current.CancellationToken))).Reason);
        using MemoryStream copy = new();
        await body.Body.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Equal(5000, copy.Length);
    }

    [Fact]
    public async Task An_error_is_thrown_as_ever()
    {
        AppConnection app = new(StubHandler.Json("""{"detail":"No."}""", HttpStatusCode.NotFound).Client());

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.AnswerOfAsync(static inner => inner, inner => inner.StringAsync(Calls.Get())));

        Assert.Equal((AppErrorReason.NotFound, HttpStatusCode.NotFound), (seen.Reason, seen.StatusCode));
    }

    [Fact]
    public async Task A_function_that_calls_nothing_is_told()
    {
        AppConnection app = new(StubHandler.Json("1").Client());

        InvalidOperationException seen = await Assert.ThrowsAsync<InvalidOperationException>(() => app.AnswerOfAsync(static inner => inner, _ => Task.CompletedTask));

        Assert.Equal("The function made no call of the client that it was given. Give one that does, such as client => client.ListItemsAsync().", seen.Message);
        Assert.Equal("call", (await Assert.ThrowsAsync<ArgumentNullException>(() => app.AnswerOfAsync(static inner => inner, (Func<AppConnection, Task>)null!))).ParamName);
    }

    // The function may call the client itself, which reads as ever.
    [Fact]
    public async Task The_connection_reads_as_before()
    {
        AppConnection app = new(StubHandler.Json("\"a\"").Client());

        await using AppAnswer answer = await app.AnswerOfAsync(static inner => inner, inner => inner.StringAsync(Calls.Get()));

        Assert.Equal("a", await app.StringAsync(Calls.Get()));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(202, "JobAsync")]
    [InlineData(203, null)]
    [InlineData(210, "OtherAsync")]
    public async Task A_success_that_another_method_reads_is_told(int status, string? method)
    {
        AppConnection app = new(StubHandler.Json("\"a\"", (HttpStatusCode)status).Client());
        AppRequest Request()
        {
            AppRequest request = Calls.Get();
            request.ReadElsewhere(201, 202, "JobAsync");
            request.ReadElsewhere(210, 219, "OtherAsync");
            return request;
        }

        if (method is null)
        {
            Assert.Equal("a", await app.StringAsync(Request()));
            Assert.Equal("\"a\"", await app.SendForTextAsync(Request(), null, TestContext.Current.CancellationToken));
            return;
        }

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Request()));
        Assert.Equal((AppErrorReason.UnexpectedContent, status), (seen.Reason, (int)seen.StatusCode!));
        Assert.EndsWith($"Call {method}, or AnswerOfAsync of the client for whichever it is.", seen.Message);
        await Assert.ThrowsAsync<AppException>(() => app.SendForFileAsync(Request(), null, TestContext.Current.CancellationToken));

        // Also in the second enumeration, which sends the request once more.
        IAsyncEnumerable<int> lines = app.StreamLinesAsync<int, Int32Json>(Request(), null, TestContext.Current.CancellationToken);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(AppErrorReason.UnexpectedContent, (await Assert.ThrowsAsync<AppException>(async () => await lines.GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync())).Reason);
        }
    }

    // Declared or not, it is no redirect: what the caller has is what the app has.
    [Fact]
    public async Task Not_modified_is_told_as_what_it_is()
    {
        AppConnection app = new(StubHandler.Of(HttpStatusCode.NotModified, "", "text/plain").Client());

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal((AppErrorReason.ErrorStatus, HttpStatusCode.NotModified), (seen.Reason, seen.StatusCode));
        Assert.Equal(
            "GET /api/items: the app answered 304 (Not Modified). Likely cause: the app has nothing newer than what the call said that it has "
            + "(If-None-Match, If-Modified-Since). Next step: Go on with what you have.",
            seen.Message);
    }

    private static HttpResponseMessage Answer()
    {
        HttpResponseMessage response = new(HttpStatusCode.Accepted) { Content = new ByteArrayContent("é"u8.ToArray()) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/csv");
        response.Headers.Add("X-Request-Id", "7");
        response.Headers.Add("X-Own", "1");
        return response;
    }
}
