using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Files;

/// <summary>What is used after it was disposed says so; it never seems to be empty.</summary>
public sealed class DisposedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_an_answer_cannot_be_read_once_it_is_disposed(bool asynchronously)
    {
        AppFile file = await AnswerAsync();
        await DisposeAsync(file, asynchronously);

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.OpenReadAsync(Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.CopyToAsync(Stream.Null, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_was_opened_of_an_answer_ends_with_its_file(bool asynchronously)
    {
        AppFile file = await AnswerAsync();
        Stream stream = await file.OpenReadAsync(Cancellation);
        await stream.ReadExactlyAsync(new byte[1], Cancellation);
        await DisposeAsync(file, asynchronously);

        await AssertDisposedAsync(stream);
    }

    [Fact]
    public async Task So_does_one_over_a_real_connection_with_a_length_and_in_chunks()
    {
        foreach (string head in (string[])["Content-Length: 200000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n30d40\r\n"])
        {
            using RawServer server = new(async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n" + head + new string('z', 200_000));
                await connection.StallAsync();
            });
            using AppConnection app = server.Connect();
            AppFile file = await app.SendForFileAsync(Calls.Get(), null, Cancellation);
            Stream stream = await file.OpenReadAsync(Cancellation);
            file.Dispose();

            await AssertDisposedAsync(stream);
        }
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\nabc")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n")]
    public async Task A_file_that_is_disposed_while_it_is_read_says_so(string rest)
    {
        using RawServer server = new(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n" + rest);
            await connection.StallAsync();
        });
        // What is left of an answer is read before its connection is closed, for two seconds: here for none, or for hardly any.
        foreach (TimeSpan drain in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMilliseconds(1)])
        {
            using AppConnection app = Connect(server, drain);
            foreach (Func<AppFile, Task> read in (Func<AppFile, Task>[])[
                file => file.CopyToAsync(Stream.Null, Cancellation),
                async file => await (await file.OpenReadAsync(Cancellation)).ReadExactlyAsync(new byte[50], Cancellation)])
            {
                AppFile file = await app.SendForFileAsync(Calls.Get(), null, Cancellation);
                Task reading = read(file);
                file.Dispose();

                await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
            }
        }
    }

    [Fact]
    public async Task A_stream_of_bytes_is_the_callers_own_and_ends_by_itself()
    {
        AppFile file = AppFile.FromBytes("abc"u8.ToArray());
        Stream stream = await file.OpenReadAsync(Cancellation);
        file.Dispose();

        Assert.Equal('a', stream.ReadByte());

        stream.Dispose();
        await AssertDisposedAsync(stream);
    }

    [Fact]
    public async Task Files_of_bytes_of_a_path_and_of_a_stream_that_was_left_open_cannot_be_sent_once_they_are_disposed()
    {
        string path = Path.GetTempFileName();
        using MemoryStream lent = new("abc"u8.ToArray());
        try
        {
            foreach (AppFile file in (AppFile[])[AppFile.FromBytes("abc"u8.ToArray()), AppFile.FromPath(path), AppFile.FromStream(lent, leaveOpen: true)])
            {
                file.Dispose();
                AppRequest request = Calls.Post();
                request.SetFile(file, "text/plain");
                StubHandler stub = StubHandler.Json("\"x\"");
                using AppConnection app = new(stub.Client());

                await Assert.ThrowsAsync<ObjectDisposedException>(() => app.StringAsync(request));
                Assert.Empty(stub.Sent);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_client_cannot_be_called_once_it_is_disposed_whatever_it_was_made_of()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        foreach (AppConnection app in (AppConnection[])[new(stub.Client()), AppPipeline.Connect(new() { BaseAddress = new("http://127.0.0.1:1"), Token = "t" })])
        {
            IAsyncEnumerable<string> lines = app.StreamLinesAsync<string, StringJson>(Calls.Get(), null, Cancellation);
            app.Dispose();

            await Assert.ThrowsAsync<ObjectDisposedException>(() => app.StringAsync(Calls.Get()));
            await Assert.ThrowsAsync<ObjectDisposedException>(() => app.SendForFileAsync(Calls.Get(), null, Cancellation));
            await Assert.ThrowsAsync<ObjectDisposedException>(async () => await lines.GetAsyncEnumerator(Cancellation).MoveNextAsync());
        }

        Assert.Empty(stub.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_sent_once(bool hasBody)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        using AppConnection app = new(stub.Client());
        AppRequest request = Calls.Post();
        if (hasBody)
        {
            request.SetJson<string, StringJson>("y");
        }

        await app.StringAsync(request);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => app.StringAsync(request));
        Assert.Single(stub.Sent);
    }

    [Fact]
    public async Task An_enumeration_that_failed_can_be_started_again_and_sends_its_body_again()
    {
        Queue<HttpStatusCode> answers = new([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK]);
        StubHandler stub = new(_ => new HttpResponseMessage(answers.Dequeue()) { Content = new StringContent("\"x\"\n") });
        using AppConnection app = new(stub.Client());
        AppRequest request = Calls.Post();
        request.SetJson<string, StringJson>("y");
        IAsyncEnumerable<string> lines = app.StreamLinesAsync<string, StringJson>(request, null, Cancellation);

        await Assert.ThrowsAsync<AppException>(async () => await lines.ToListAsync(Cancellation));

        Assert.Equal(["x"], await lines.ToListAsync(Cancellation));
        Assert.Equal(["x"], await lines.ToListAsync(Cancellation));
        Assert.Equal(["\"y\"", "\"y\"", "\"y\""], stub.Sent.Select(sent => sent.Text));
    }

    // A pipeline of our own over a connection of the test's.
    private static AppConnection Connect(RawServer server, TimeSpan drain)
    {
        DatabricksAppOptions options = new() { BaseAddress = server.Address, Token = "the-token" };
        AppLocation location = TokenSources.OfProcess.LocationFor(options, []);
        SocketsHttpHandler sockets = new() { UseProxy = false, ResponseDrainTimeout = drain };
        return new AppConnection(
            new DatabricksAppHandler(TokenSources.OfProcess, TokenSources.OfProcess.Read(options, []), location) { UnpacksAnswers = true, InnerHandler = sockets }, options, location);
    }

    private static async Task<AppFile> AnswerAsync()
    {
        StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ForwardStream("abc"u8.ToArray())) });
        return await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, Cancellation);
    }

    private static async Task DisposeAsync(AppFile file, bool asynchronously)
    {
        if (asynchronously)
        {
            await file.DisposeAsync();
        }
        else
        {
            file.Dispose();
        }
    }

    private static async Task AssertDisposedAsync(Stream stream)
    {
        Assert.False(stream.CanRead);
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        Assert.Throws<ObjectDisposedException>(() => stream.Read(new byte[1], 0, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.ReadExactlyAsync(new byte[1], Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.CopyToAsync(Stream.Null, Cancellation));
    }
}
