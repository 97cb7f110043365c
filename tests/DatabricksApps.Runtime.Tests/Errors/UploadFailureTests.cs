using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>An upload that fails at its source tells what the source did, and blames no network.</summary>
public sealed class UploadFailureTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");

    // Reads a request whole and answers it; a request that is never whole gets no answer.
    private readonly RawServer _server = new(async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n\"x\"");
        await connection.StallAsync();
    });

    public void Dispose()
    {
        _server.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_stream_throws_reaches_the_caller_as_it_was_thrown(bool isPart)
    {
        foreach (Exception thrown in (Exception[])[new IOException("disk error"), new HttpRequestException("of the caller"), new TimeoutException(), new ObjectDisposedException("x")])
        {
            ForwardStream source = new("abc"u8.ToArray(), thrown);

            Exception seen = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(AppFile.FromStream(source), isPart));

            Assert.Same(thrown, seen);
            Assert.Contains(nameof(ForwardStream), seen.StackTrace);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_was_deleted_is_named(bool isPart)
    {
        await File.WriteAllTextAsync(_path, "abc", TestContext.Current.CancellationToken);
        AppFile file = AppFile.FromPath(_path);
        File.Delete(_path);

        FileNotFoundException seen = await Assert.ThrowsAsync<FileNotFoundException>(() => SendAsync(file, isPart));

        Assert.Contains(_path, seen.Message);
    }

    [Theory]
    [InlineData(true, 5, "5 bytes were announced and 3 came")]
    [InlineData(false, 5, "5 bytes were announced and 3 came")]
    [InlineData(true, 2, "2 bytes were announced and more came")]
    [InlineData(false, 2, "2 bytes were announced and more came")]
    public async Task A_file_that_grew_or_shrank_while_it_was_sent_is_named(bool isPart, int announced, string what)
    {
        AppFile file = AppFile.FromStream(new MisjudgedStream("abc"u8.ToArray(), announced), "data.csv");

        IOException seen = await Assert.ThrowsAsync<IOException>(() => SendAsync(file, isPart));

        Assert.Equal($"The file data.csv changed while it was sent: {what}. Send a copy that nothing writes to.", seen.Message);
    }

    [Fact]
    public async Task A_second_try_that_the_network_breaks_is_told_as_that_and_not_as_the_first()
    {
        MemoryStream source = new("abc"u8.ToArray());
        int tries = 0;
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromStream(source), "text/plain");
        AgainHandler again = new(async (content, cancellationToken) =>
        {
            tries++;
            await content.CopyToAsync(tries == 1 ? Stream.Null : new BrokenPipe(), cancellationToken);
        });
        using AppConnection app = new(new HttpClient(again) { BaseAddress = new Uri("https://app.example.com") });

        AppException seen = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(request));

        Assert.Equal((AppErrorReason.ConnectionLost, 2), (seen.Reason, tries));
    }

    [Fact]
    public async Task A_callers_cancellation_while_its_stream_is_read_is_one()
    {
        using CancellationTokenSource source = new();
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromStream(new EndlessStream(source.Cancel)), "text/plain");
        using AppConnection app = _server.Connect();

        OperationCanceledException seen = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => app.SendAsync<string, StringJson>(request, null, source.Token));

        Assert.Equal(source.Token, seen.CancellationToken);
    }

    [Fact]
    public async Task What_OnResponse_throws_reaches_the_caller_as_it_was_thrown()
    {
        IOException thrown = new("of the caller");
        AppRequestOptions options = new() { OnResponse = _ => throw thrown };
        using AppConnection app = new(StubHandler.Json("\"x\"").Client());

        Assert.Same(thrown, await Assert.ThrowsAsync<IOException>(() => app.StringAsync(Calls.Get(), options)));
        Assert.Same(thrown, await Assert.ThrowsAsync<IOException>(() => app.SendForFileAsync(Calls.Get(), options, TestContext.Current.CancellationToken)));
    }

    private async Task SendAsync(AppFile file, bool isPart)
    {
        AppRequest request = Calls.Post();
        if (isPart)
        {
            request.StartMultipart("multipart/form-data", isRequired: true).AddFile("file", file);
        }
        else
        {
            request.SetFile(file, "text/plain");
        }

        using AppConnection app = _server.Connect();
        await app.StringAsync(request);
    }

    /// <summary>A stream that says of itself another length than it has, as one of a file does that is written to.</summary>
    private sealed class MisjudgedStream(byte[] bytes, long length) : MemoryStream(bytes)
    {
        public override long Length => length;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            destination.WriteAsync(ToArray(), cancellationToken).AsTask();
    }

    /// <summary>A stream without end.</summary>
    private sealed class EndlessStream(Action onRead) : ForwardOnly
    {
        public override int Read(Span<byte> buffer)
        {
            onRead();
            return buffer.Length;
        }
    }

    /// <summary>A connection that breaks at the first write.</summary>
    private sealed class BrokenPipe : ForwardOnly
    {
        public override bool CanWrite => true;

        public override int Read(Span<byte> buffer) => 0;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken pipe");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("broken pipe");
    }

    /// <summary>Sends each request twice, as a handler that retries does.</summary>
    private sealed class AgainHandler(Func<HttpContent, CancellationToken, Task> send) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await send(request.Content!, cancellationToken);
            await send(request.Content!, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
