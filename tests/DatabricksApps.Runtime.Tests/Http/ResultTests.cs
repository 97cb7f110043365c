using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>A failure that code expects is a value, and all others are exceptions.</summary>
public class ResultTests
{
    private static readonly AppErrorReader s_conflict = response => (int)response.StatusCode == 409 ? response.ReadError<string, StringJson>() : null;

    [Fact]
    public async Task A_success_is_its_result()
    {
        AppResult<string> result = await ResultAsync(HttpStatusCode.OK, "\"seven\"");

        Assert.Equal((true, "seven", "seven", null), (result.IsSuccess, result.Result, result.Value, result.Failure));
        Assert.True(result.TryGetValue(out string? value));
        Assert.Equal("seven", value);
        Assert.False(result.TryGetValue(out AppException? _));
        Assert.False(result.TryGetError(out string? _));
        Assert.Equal("got seven", result.Match(text => "got " + text, failure => failure.Message));
        Assert.Equal("Success", result.ToString());
    }

    [Fact]
    public async Task An_error_that_the_document_declares_is_a_value_with_its_body()
    {
        AppResult<string> result = await ResultAsync(HttpStatusCode.Conflict, "\"taken by 3\"");

        Assert.False(result.IsSuccess);
        Assert.True(result.TryGetError(out string? error));
        Assert.Equal("taken by 3", error);
        Assert.False(result.TryGetError(out int _));
        Assert.False(result.TryGetValue(out string? _));
        AppException<string> failure = Assert.IsType<AppException<string>>(result.Failure);
        Assert.Equal((HttpStatusCode.Conflict, failure), (failure.StatusCode!.Value, result.Value));
        Assert.Same(failure, Assert.Throws<AppException<string>>(() => result.Result));
        Assert.Equal(failure.Message, result.ToString());
    }

    [Fact]
    public void A_default_that_no_call_gave_is_no_success()
    {
        AppResult<string> none = default;

        Assert.False(none.IsSuccess || none.TryGetValue(out string? _) || none.TryGetValue(out AppException? _));
        Assert.Throws<InvalidOperationException>(() => none.Result);
        Assert.Throws<InvalidOperationException>(() => none.Match(_ => 1, _ => 2));
    }

    // What says that the request is why can be expected, declared or not; what says nothing of it cannot.
    [Theory]
    [InlineData(404, true)]
    [InlineData(400, true)]
    [InlineData(410, true)]
    [InlineData(422, true)]
    [InlineData(413, true)]
    [InlineData(401, false)]
    [InlineData(403, false)]
    [InlineData(405, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_status_is_a_value_or_an_exception_by_what_it_says(int status, bool isValue)
    {
        Task<AppResult<string>> call = ResultAsync((HttpStatusCode)status, "{}");

        if (isValue)
        {
            Assert.Equal((HttpStatusCode)status, (await call).Failure!.StatusCode);
        }
        else
        {
            Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<AppException>(() => call)).StatusCode);
        }
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_exception() =>
        Assert.Equal(AppErrorReason.InvalidJson, (await Assert.ThrowsAsync<AppException>(() => ResultAsync(HttpStatusCode.OK, "seven"))).Reason);

    [Fact]
    public async Task It_is_so_for_every_kind_of_call()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());

        Assert.Equal(HttpStatusCode.NotFound, (await app.FailureOfAsync(static inner => inner, inner => inner.SendAsync(Calls.Get(), null, CancellationToken.None)))!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ResultOfAsync(static inner => inner, inner => inner.SendForTextAsync(Calls.Get(), null, CancellationToken.None))).Failure!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ResultOfAsync(static inner => inner, inner => inner.SendForFileAsync(Calls.Get(), null, CancellationToken.None))).Failure!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ResultOfAsync(static inner => inner, inner => inner.SendForCaseAsync(Calls.Get(), _ => 1, null, CancellationToken.None))).Failure!.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.ResultOfAsync(static inner => inner, inner => inner.SendOrNullAsync<int, Int32Json>(Calls.Get(), null, CancellationToken.None))).Failure!.StatusCode);
    }

    [Fact]
    public async Task A_call_without_a_result_that_succeeds_has_no_failure()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NoContent, "")).Client());

        Assert.Null(await app.FailureOfAsync(static inner => inner, inner => inner.SendAsync(Calls.Get(), null, CancellationToken.None)));
    }

    [Fact]
    public async Task The_client_itself_throws_as_before()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());

        await app.FailureOfAsync(static inner => inner, inner => inner.SendAsync(Calls.Get(), null, CancellationToken.None));

        await Assert.ThrowsAsync<AppException>(() => app.SendAsync(Calls.Get(), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_function_that_goes_on_without_a_result_is_told_what_to_do()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());

        InvalidOperationException told = await Assert.ThrowsAsync<InvalidOperationException>(() => app.ResultOfAsync(
            static inner => inner, async inner => (await inner.SendAsync<string, StringJson>(Calls.Get(), null, CancellationToken.None)).Length));

        Assert.StartsWith("The function went on after its call had failed, with no result to go on with. Hand on the call alone", told.Message);
    }

    // Nobody asks it for a failure any more, and null in its place would say something else.
    [Fact]
    public async Task A_client_that_is_kept_makes_no_other_call()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());
        AppConnection? kept = null;
        await app.FailureOfAsync(client => kept = client, client => client.SendAsync(Calls.Get(), null, CancellationToken.None));

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.SendForTextAsync(Calls.Get(), null, CancellationToken.None));

        Assert.StartsWith("The client that ResultOfAsync and FailureOfAsync give to their function is for that call alone", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept!.SendForFileAsync(Calls.Get(), null, CancellationToken.None));
    }

    [Fact]
    public async Task One_within_another_is_told_what_to_do()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            app.FailureOfAsync(client => client, client => client.FailureOfAsync(inner => inner, inner => inner.SendAsync(Calls.Get(), null, CancellationToken.None))));

        Assert.Contains("expects a failure already", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_call_without_a_result_no_body_is_read()
    {
        AppConnection app = new(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new UnreadStream()) }).Client());

        Assert.Null(await app.FailureOfAsync(client => client, client => client.SendAsync(Calls.Get(), null, CancellationToken.None)));
    }

    [Fact]
    public async Task A_stream_throws_as_ever()
    {
        AppConnection app = new(new StubHandler(_ => Answer(HttpStatusCode.NotFound, "{}")).Client());

        AppException failure = await Assert.ThrowsAsync<AppException>(() => app.ResultOfAsync(client => client, async client =>
        {
            await foreach (string line in client.StreamLinesAsync<string, StringJson>(Calls.Get(), null, CancellationToken.None))
            {
                return line;
            }

            return "";
        }));

        Assert.Equal(AppErrorReason.NotFound, failure.Reason);
    }

    [Fact]
    public async Task Nothing_is_thrown_on_the_way_of_a_value()
    {
        int thrown = 0;
        int thread = Environment.CurrentManagedThreadId;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs first) => thrown += first.Exception is AppException && Environment.CurrentManagedThreadId == thread ? 1 : 0;
        AppDomain.CurrentDomain.FirstChanceException += Count;
        try
        {
            Assert.False((await ResultAsync(HttpStatusCode.NotFound, "{}")).IsSuccess);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Count;
        }

        Assert.Equal(0, thrown);
    }

    private static Task<AppResult<string>> ResultAsync(HttpStatusCode status, string body)
    {
        AppConnection app = new(new StubHandler(_ => Answer(status, body)).Client());
        return app.ResultOfAsync(static inner => inner, inner => inner.SendAsync<string, StringJson>(Calls.Get(), null, CancellationToken.None, s_conflict));
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class UnreadStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("read");
    }
}
