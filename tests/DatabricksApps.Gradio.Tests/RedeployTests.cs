using DatabricksApps.Gradio.Tests.DemoApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>A server that is stopped and started with another version at the same address, while a client lives on.</summary>
public sealed class RedeployTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--shift 1")]
    [InlineData("--shift 3 --profile 5")]
    [InlineData("--profile 4 --shift 1")]
    [InlineData("--swap --without fail")]
    public async Task Endpoints_are_found_by_their_names_after_a_redeploy_between_calls(string version)
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--step-ms 1");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();
        await demo.GreetAsync("Ada", cancellationToken: Cancellation);
        await session.GreetAsync("Ada", cancellationToken: Cancellation);

        await app.RedeployAsync(version + " --step-ms 1");

        Assert.Equal("Hello, Ada!", await demo.GreetAsync("Ada", cancellationToken: Cancellation));
        Assert.Equal("Hello, Bob!", await session.GreetAsync("Bob", cancellationToken: Cancellation));
        Assert.Equal(8.0, await demo.ScaleAsync(4, 2, cancellationToken: Cancellation));
        Assert.Equal(0.5, await session.ScaleAsync(1, 0.5, cancellationToken: Cancellation));
        Assert.Equal("t0 t1", await demo.CountAsync("t", 2, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_told_and_none_runs_in_its_place()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        await demo.ScaleAsync(cancellationToken: Cancellation);

        await app.RedeployAsync("--without scale");
        AppException gone = await Assert.ThrowsAsync<AppException>(() => demo.ScaleAsync(cancellationToken: Cancellation));

        Assert.Equal(AppErrorReason.NotFound, gone.Reason);
        Assert.Contains("the app has no endpoint '/scale'; it has /greet, /shout_file, /count, /fail", gone.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_redeploy_in_mid_stream_is_told_as_what_it_is(bool isInSession)
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--step-ms 20");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();
        List<string?> given = [];

        AppException lost = await Assert.ThrowsAsync<AppException>(async () =>
        {
            await foreach (string? value in (isInSession ? session : demo).CountStreamAsync("t", 10, cancellationToken: Cancellation))
            {
                given.Add(value);
                if (given.Count == 2)
                {
                    await app.RedeployAsync("--shift 1");
                }
            }
        });

        Assert.Equal(AppErrorReason.ConnectionLost, lost.Reason);
        Assert.Contains("whether it was carried out is not known", lost.Message);
        Assert.All(given, value => Assert.StartsWith("t0", value));
        Assert.Equal("Hello, Ada!", await (isInSession ? session : demo).GreetAsync("Ada", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_server_that_is_killed_in_mid_stream_is_not_Unreachable()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--step-ms 20");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppException lost = await Assert.ThrowsAsync<AppException>(async () =>
        {
            await foreach (string? _ in demo.CountStreamAsync("t", 10, cancellationToken: Cancellation))
            {
                await app.StopAsync();
            }
        });
        AppException gone = await Assert.ThrowsAsync<AppException>(() => demo.GreetAsync("Ada", cancellationToken: Cancellation));

        Assert.Equal((AppErrorReason.ConnectionLost, AppErrorReason.Unreachable), (lost.Reason, gone.Reason));
        Assert.Contains("whether it was carried out is not known", lost.Message);
    }

    [Fact]
    public async Task A_session_whose_state_went_with_the_old_app_says_so()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();
        await session.ChatAsync("a", cancellationToken: Cancellation);

        await app.RedeployAsync("--extras --shift 1");
        AppException gone = await Assert.ThrowsAsync<AppException>(() => session.ChatAsync("b", cancellationToken: Cancellation));
        using DemoClient another = demo.StartSession();

        Assert.Contains("what it kept of the session (gr.State) is gone; nothing was sent", gone.Message);
        Assert.Equal("1: b", await another.ChatAsync("b", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_file_of_the_old_app_is_no_file_of_the_new_one()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        AppFile? shouted = await demo.ShoutFileAsync(AppFile.FromBytes("hi"u8.ToArray(), "a.txt"), cancellationToken: Cancellation);

        await app.RedeployAsync("--shift 1");
        AppException gone = await Assert.ThrowsAsync<AppException>(() => demo.ShoutFileAsync(shouted, cancellationToken: Cancellation));

        // Of the download, and not of a function that failed.
        Assert.Equal(AppErrorReason.Forbidden, gone.Reason);
        Assert.Contains("/file={path}", gone.Route);
    }
}
