using System.Diagnostics;

namespace DatabricksApps.Gradio.Tests;

/// <summary>The sample runs as it stands.</summary>
public sealed class QuickstartTests
{
    private const string Expected =
        """

        ── Call an endpoint ──
        Hello, Ada!
        6 with the app's defaults, 1.5 with half of it

        ── Follow a generator ──
        tick0
        tick0 tick1
        tick0 tick1 tick2

        ── Send a file and read the one that comes back ──
        shouted.txt, 11 bytes: HELLO, FILE

        ── Talk in a session, in which the app remembers ──
        1: one
        2: two

        ── Several outputs, one of them growing JSON ──
        x {"count":0,"seen":[]}
        xx {"count":1,"seen":[0]}
        xxx {"count":2,"seen":[0,1]}

        ── See what the app says while it works ──
        info: work begins
        warning: work ends

        ── Send what the app refuses ──
        name: name too short
        age: must be an adult
        No luck: Refused: not today

        """;

    [Fact]
    public async Task It_runs_and_prints_typed_results()
    {
        Node.Require();
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "GradioQuickstart.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await errors);
        Assert.Equal(Expected, output, ignoreLineEndingDifferences: true);
    }
}
