using System.IO.Compression;
using System.Net;
using System.Text;
using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Http;

/// <summary>Answers that come compressed, through the pipeline of a registered client.</summary>
public sealed class CompressionTests
{
    [Fact]
    public async Task Gzip_is_asked_for_and_unpacked_before_anything_of_the_user_sees_it()
    {
        StubHandler stub = Answer(Packed("\"x\""), "application/json", "gzip");
        SeeingHandler seeing = new();
        await using ServiceProvider provider = Register(stub, seeing);

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal("gzip", stub.Last["Accept-Encoding"]);
        Assert.Equal("Content-Type: application/json\n\"x\"", seeing.Seen);
    }

    [Fact]
    public async Task What_is_packed_otherwise_or_not_at_all_passes_as_it_is()
    {
        StubHandler stub = Answer("\"x\""u8.ToArray(), "application/json", "identity");
        SeeingHandler seeing = new();
        await using ServiceProvider provider = Register(stub, seeing);
        AppRequestOptions options = new() { Headers = { ["Accept-Encoding"] = "identity" } };

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get(), options));

        Assert.Equal("identity", stub.Last["Accept-Encoding"]);
        Assert.Contains("Content-Encoding: identity", seeing.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_encodings_the_outer_one_is_taken_off()
    {
        StubHandler stub = Answer(Packed("\"x\""), "application/json", "identity", "GZIP");
        SeeingHandler seeing = new();
        await using ServiceProvider provider = Register(stub, seeing);

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Contains("Content-Encoding: identity\n", seeing.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_there_while_the_rest_is_still_to_come()
    {
        using MemoryStream start = new();
        await using GZipStream gzip = new(start, CompressionLevel.Fastest);
        gzip.Write("1\n"u8);
        await gzip.FlushAsync(TestContext.Current.CancellationToken);
        ForwardStream body = new(start.ToArray(), new HttpIOException(HttpRequestError.ResponseEnded));
        await using ServiceProvider provider = Register(Answer(new StreamContent(body), "application/jsonl", "gzip"));
        await using IAsyncEnumerator<int> lines = provider.GetRequiredService<AppConnection>()
            .StreamLinesAsync<int, Int32Json>(Calls.Get(), null, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await lines.MoveNextAsync());
        Assert.Equal(1, lines.Current);
        AppException failure = await Assert.ThrowsAsync<AppException>(async () => await lines.MoveNextAsync());
        Assert.Equal(AppErrorReason.ConnectionLost, failure.Reason);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task A_broken_answer_is_told_as_that()
    {
        await using ServiceProvider provider = Register(Answer("\"no gzip\""u8.ToArray(), "application/json", "gzip"));

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.ConnectionLost, failure.Reason);
        Assert.Contains("the answer's gzip data is broken or ends before it is complete", failure.Message);
        Assert.IsType<InvalidDataException>(failure.InnerException);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200_000)]
    public async Task One_that_ends_too_early_is_an_error_wherever_it_ends(int length)
    {
        // .NET's own GZipStream gives what came, as if that were all.
        byte[] packed = Packed('"' + string.Concat(Enumerable.Range(0, length / 4).Select(i => $"{i:0000}")) + '"');
        int step = Math.Max(1, packed.Length / 50);
        for (int cut = 1; cut < packed.Length; cut += cut < packed.Length - 12 ? step : 1)
        {
            byte[] body = packed[..cut];
            await using ServiceProvider provider = Register(new StubHandler(_ => new HttpResponseMessage
            {
                Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } },
            }));
            AppConnection app = provider.GetRequiredService<AppConnection>();

            Assert.Equal(AppErrorReason.ConnectionLost, (await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()))).Reason);
            await using AppFile file = await app.SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);
            AppException cutFile = await Assert.ThrowsAsync<AppException>(() => file.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
            Assert.Equal(AppErrorReason.ConnectionLost, cutFile.Reason);
            await using AppFile again = await app.SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);
            Assert.Throws<AppException>(() => { using Stream stream = again.OpenReadAsync(TestContext.Current.CancellationToken).Result; stream.CopyTo(Stream.Null); });
        }
    }

    [Fact]
    public async Task Several_members_nothing_at_all_and_something_behind_the_end_are_whole()
    {
        foreach ((byte[] body, string text) in ((byte[], string)[])[
            ([.. Packed("\"a"), .. Packed(""), .. Packed("b\"")], "\"ab\""), ([], ""), ([.. Packed("x"), .. new byte[64]], "x"), (Packed(""), "")])
        {
            await using ServiceProvider provider = Register(Answer(body, "text/plain", "gzip"));

            Assert.Equal(text, await provider.GetRequiredService<AppConnection>().SendForTextAsync(Calls.Get(), null, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_client_of_its_own_pipeline_unpacks_too()
    {
        using HttpListener app = new();
        Uri address = Listen(app);
        using AppConnection connection = AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = address, Token = "token" });

        Task<string> call = connection.StringAsync(Calls.Get());
        HttpListenerContext context = await app.GetContextAsync();
        context.Response.Headers["Content-Encoding"] = context.Request.Headers["Accept-Encoding"];
        context.Response.ContentType = "application/json";
        context.Response.Close(Packed("\"x\""), willBlock: false);

        Assert.Equal("x", await call);
        Assert.Equal("gzip", context.Response.Headers["Content-Encoding"]);
    }

    private static ServiceProvider Register(StubHandler stub, DelegatingHandler? beneath = null)
    {
        ServiceCollection services = new();
        IHttpClientBuilder builder = AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options =>
        {
            options.BaseAddress = new Uri("https://app.example.com");
            options.Token = "token";
        });
        if (beneath is not null)
        {
            builder.AddHttpMessageHandler(() => beneath);
        }

        builder.ConfigurePrimaryHttpMessageHandler(() => stub);
        return services.BuildServiceProvider();
    }

    private static Uri Listen(HttpListener app)
    {
        using System.Net.Sockets.TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        app.Prefixes.Add($"http://127.0.0.1:{port}/");
        app.Start();
        return new Uri($"http://127.0.0.1:{port}");
    }

    private static byte[] Packed(string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static StubHandler Answer(byte[] body, string mediaType, params string[] encodings) =>
        Answer(new ByteArrayContent(body) { Headers = { ContentLength = body.Length } }, mediaType, encodings);

    private static StubHandler Answer(HttpContent content, string mediaType, params string[] encodings)
    {
        content.Headers.ContentType = new(mediaType);
        foreach (string encoding in encodings)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return new(_ => new HttpResponseMessage { Content = content });
    }

    private sealed class SeeingHandler : DelegatingHandler
    {
        public string Seen { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync();
            Seen = response.Content.Headers.ToString() + await response.Content.ReadAsStringAsync(cancellationToken);
            return response;
        }
    }
}
