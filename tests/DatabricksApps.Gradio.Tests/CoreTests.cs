using System.Text;
using DatabricksApps.Gradio.Tests.DemoApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>The endpoints that every version has, in every way that an app can be set up.</summary>
public sealed class CoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Apps =>
    [
        "",
        "--extras",
        "--profile 5",
        "--profile 4",
        "--mount /gradio",
        "--root-path /proxy/app",
        "--extras --max-queue 1 --root-path https://elsewhere.example/app",
        "--show-error",
    ];

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Every_endpoint_gives_its_value(string arguments)
    {
        await using FakeGradio app = await FakeGradio.StartAsync(arguments + " --step-ms 5");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        Assert.Equal("Hello, Ada!", await demo.GreetAsync("Ada", cancellationToken: Cancellation));
        Assert.Equal(6, await demo.ScaleAsync(cancellationToken: Cancellation));
        Assert.Equal(12, await demo.ScaleAsync(number: 4, factor: 3, cancellationToken: Cancellation));
        Assert.Equal("tick0 tick1 tick2", await demo.CountAsync(cancellationToken: Cancellation));

        List<string?> counts = [];
        await foreach (string? count in demo.CountStreamAsync("tock", 3, cancellationToken: Cancellation))
        {
            counts.Add(count);
        }

        Assert.Equal(["tock0", "tock0 tock1", "tock0 tock1 tock2"], counts);

        AppException<GradioError> refused = await Assert.ThrowsAsync<AppException<GradioError>>(() => demo.FailAsync("no", cancellationToken: Cancellation));
        Assert.Equal(AppErrorReason.AppFailed, refused.Reason);
        Assert.Equal(arguments == "--profile 4" ? "'Refused: no'" : "Refused: no", refused.Error.Message);
        Assert.Equal(arguments == "--profile 4" ? null : "No luck", refused.Error.Title);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task A_file_goes_up_and_comes_down(string arguments)
    {
        await using FakeGradio app = await FakeGradio.StartAsync(arguments);
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppFile? shouted = await demo.ShoutFileAsync(AppFile.FromBytes("hello wörld"u8.ToArray(), "späß 1.txt", "text/plain"), cancellationToken: Cancellation);
        Assert.NotNull(shouted);
        string once = await TextOfAsync(shouted);
        string twice = await TextOfAsync(shouted);
        AppFile? again = await demo.ShoutFileAsync(shouted, cancellationToken: Cancellation);

        Assert.Equal("HELLO WÖRLD", once);
        Assert.Equal(once, twice);
        Assert.Equal(Encoding.UTF8.GetByteCount(once), shouted.Length);
        Assert.Equal(once, await TextOfAsync(again!));
    }

    private static async Task<string> TextOfAsync(AppFile file)
    {
        using MemoryStream bytes = new();
        await file.CopyToAsync(bytes, Cancellation);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
