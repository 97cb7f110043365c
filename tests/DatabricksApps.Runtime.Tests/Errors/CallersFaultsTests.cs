using System.Net;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>Every failure of a call is an <see cref="AppException"/>, but for these, which are the caller's: each is of its type, and nothing else.</summary>
public sealed class CallersFaultsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // What no request can carry, before anything is sent.
    public static TheoryData<string, Action<AppRequest>, Type> Values => new()
    {
        { "a path value that is null", request => request.AddPathValue("x", null!), typeof(ArgumentNullException) },
        { "a path value that is empty", request => request.AddPathValue("x", ""), typeof(ArgumentException) },
        { "a path value that changes the route", request => request.AddPathValue("x", ".."), typeof(ArgumentException) },
        { "a header with a line end", request => request.AddHeader("X", "a\nb"), typeof(ArgumentException) },
        { "a header that is not ASCII", request => request.AddHeader("X", "ü"), typeof(ArgumentException) },
        { "an item with a delimiter", request => request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("x", ["a|b"], ParameterStyle.PipeDelimited, explode: false), typeof(ArgumentException) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_that_no_request_can_carry(string what, Action<AppRequest> add, Type expected)
    {
        AppRequest request = Calls.Post("/c/");

        Exception? seen = Record.Exception(() => add(request));

        Assert.Equal((what, expected), (what, seen?.GetType()));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("proxy-authorization")]
    [InlineData("Host")]
    public async Task A_header_of_the_options_that_is_not_a_calls(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => App().StringAsync(Calls.Get(), new() { Headers = { [name] = "x" } }));

    [Fact]
    public void A_timeout_that_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => new AppRequestOptions { Timeout = TimeSpan.Zero });

    [Fact]
    public async Task The_end_of_the_callers_token()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        OperationCanceledException exception = await Assert.ThrowsAsync<OperationCanceledException>(
            () => App().SendAsync<string, StringJson>(Calls.Get(), null, source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_client_that_was_disposed()
    {
        AppConnection app = App();
        app.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => app.StringAsync(Calls.Get()));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, Cancellation).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_that_was_disposed_or_read_before()
    {
        AppFile disposed = AppFile.FromBytes("x"u8.ToArray());
        disposed.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await disposed.OpenReadAsync(Cancellation));

        AppFile read = AppFile.FromStream(new ForwardStream("x"u8.ToArray()));
        await read.CopyToAsync(Stream.Null, Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public void A_file_that_is_not_there() => Assert.Throws<FileNotFoundException>(() => AppFile.FromPath("/nowhere/at/all.txt"));

    [Fact]
    public async Task An_HttpClient_without_an_address() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new AppConnection(new HttpClient(StubHandler.Json(""))).StringAsync(Calls.Get()));

    [Fact]
    public async Task What_the_callers_own_code_throws()
    {
        FormatException thrown = new();

        Assert.Same(thrown, await Record.ExceptionAsync(() => App().StringAsync(Calls.Get(), new() { OnResponse = _ => throw thrown })));
        Assert.Same(thrown, await Record.ExceptionAsync(() => new AppConnection(new StubHandler(_ => throw thrown).Client()).StringAsync(Calls.Get())));
    }

    private static AppConnection App() => new(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent("\"x\"", Encoding.UTF8, "application/json"),
    }).Client());
}
