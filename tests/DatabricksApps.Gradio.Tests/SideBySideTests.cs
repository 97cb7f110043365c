using System.Diagnostics;
using System.Text.Json;
using DatabricksApps.Gradio.Tests.DemoApi;
using DatabricksApps.Gradio.Tests.LiesApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>The same calls through Gradio's own client and through ours give the same values.</summary>
public sealed class SideBySideTests(ITestOutputHelper output)
{
    private static readonly string s_folder = Path.Combine(Node.Tests, "GradioClient");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_gives_what_Gradios_client_gives()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras --lies --step-ms 5");
        await InstallAsync();
        string[] theirs = (await RunAsync("node", "steps.mjs", app.Address.AbsoluteUri)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        List<string> ours = [];
        await foreach ((string step, object? given) in StepsAsync(demo).Concat(LiesAsync(new LiesClient(http))))
        {
            ours.Add(JsonSerializer.Serialize(new[] { step, given }, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
            output.WriteLine($"{ours[^1]}\n{theirs.ElementAtOrDefault(ours.Count - 1)}");
        }

        Assert.Equal(theirs, ours);
    }

    private static async IAsyncEnumerable<(string Step, object? Given)> StepsAsync(DemoClient demo)
    {
        yield return ("greet", new[] { await demo.GreetAsync("Ada", cancellationToken: Cancellation) });
        yield return ("scale", new[] { await demo.ScaleAsync(cancellationToken: Cancellation) });
        yield return ("scale with arguments", new[] { await demo.ScaleAsync(4, 0.5, cancellationToken: Cancellation) });
        AppFile? file = await demo.ShoutFileAsync(AppFile.FromBytes("hello, file"u8.ToArray(), "hello.txt", "text/plain"), cancellationToken: Cancellation);
        using StreamReader reader = new(await file!.OpenReadAsync(Cancellation));
        yield return ("shout_file", new object?[] { file.FileName, file.Length, await reader.ReadToEndAsync(Cancellation) });
        yield return ("count", await demo.CountStreamAsync("tick", 3, cancellationToken: Cancellation).Select(text => new[] { text }).ToListAsync(Cancellation));
        AppException<GradioError> failed = await Assert.ThrowsAsync<AppException<GradioError>>(() => demo.FailAsync("no", cancellationToken: Cancellation));
        yield return ("fail", new { error = failed.Error.Message, title = failed.Error.Title });
        using DemoClient session = demo.StartSession();
        yield return ("chat", new[] { await session.ChatAsync("one", cancellationToken: Cancellation), await session.ChatAsync("two", cancellationToken: Cancellation) });
        StatsResult? stats = await demo.StatsAsync("x", cancellationToken: Cancellation);
        yield return ("stats", new object?[] { stats!.Nan, stats.Details });
        yield return ("person", new[] { await demo.PersonAsync("Adam", 30, cancellationToken: Cancellation) });
        await Assert.ThrowsAsync<AppValidationException>(() => demo.PersonAsync("Adam", 3, cancellationToken: Cancellation));
        yield return ("person, refused", "refused");
        List<object?> busy = [null];
        AppRequestOptions options = new()
        {
            OnGradioStatus = status =>
            {
                if (status.Stage == GradioStage.Log)
                {
                    busy.Add(new[] { status.Level, status.Message });
                }
            },
        };
        busy[0] = await demo.BusyAsync(2, options, Cancellation);
        yield return ("busy", busy);
        TouchResult? touched = await demo.TouchAsync("t", cancellationToken: Cancellation);
        yield return ("touch", new[] { touched!.First, touched.Second });
        await Assert.ThrowsAsync<AppException<GradioError>>(() => demo.CrashAsync("boom", cancellationToken: Cancellation));
        yield return ("crash", "failed");
        yield return ("grow", await demo.GrowStreamAsync(3, cancellationToken: Cancellation).Select(grown => new object?[] { grown!.Grown, grown.GrownJSON }).ToListAsync(Cancellation));
    }

    private static async IAsyncEnumerable<(string Step, object? Given)> LiesAsync(LiesClient lies)
    {
        foreach (string what in new[] { "text", "word", "true", "false", "null", "number", "object", "list" })
        {
            yield return ($"lie_number {what}", await TypedOrRawAsync(async () => await lies.LieNumberAsync(what, cancellationToken: Cancellation)));
        }

        foreach (string what in new[] { "word", "true", "null", "number", "object" })
        {
            yield return ($"lie_choice {what}", (await lies.LieChoiceAsync(what, cancellationToken: Cancellation))?.Value);
        }

        foreach (string what in new[] { "word", "text", "null" })
        {
            LiePairResult pair = await lies.LiePairAsync(what, cancellationToken: Cancellation);
            yield return ($"lie_pair {what}", new[] { await TypedOrRawAsync(() => Task.FromResult<object?>(pair.Score)), pair.Text });
        }

        yield return ("given, defaults", await lies.GivenAsync("t", 1, cancellationToken: Cancellation));
        yield return ("given, null text", await lies.GivenAsync(null, 1, cancellationToken: Cancellation));
        yield return ("given, null number", await lies.GivenAsync("t", null, cancellationToken: Cancellation));
        yield return ("given, null choice", await lies.GivenAsync("t", 1, kind: null, cancellationToken: Cancellation));
        yield return ("given, null list", await lies.GivenAsync("t", 1, colors: new(null), cancellationToken: Cancellation));
        yield return ("given, null file", await lies.GivenAsync("t", 1, file: null, cancellationToken: Cancellation));
        yield return ("given, all null", await lies.GivenAsync(null, null, null, new(null), null, cancellationToken: Cancellation));
        yield return ("given, values", await lies.GivenAsync("t", 1, new("b"), new(["blue"]), cancellationToken: Cancellation));
    }

    private static async Task<object?> TypedOrRawAsync(Func<Task<object?>> read)
    {
        try
        {
            return await read();
        }
        catch (GradioOutputException misfit)
        {
            return misfit.Value;
        }
    }

    // As the lock file says; nothing is fetched if it is there already.
    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(s_folder, "node_modules", "@gradio", "client")))
        {
            await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = s_folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        string printed = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.True(process.ExitCode == 0, await errors);
        return printed;
    }
}
