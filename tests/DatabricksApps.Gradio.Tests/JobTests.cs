using System.Text.Json;
using DatabricksApps.Gradio.Tests.DemoApi;
using DatabricksApps.Gradio.Tests.OddApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Calls that are held, and tables.</summary>
public sealed class JobTests
{
    private readonly TaskCompletionSource _yielded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_has_its_status_its_outputs_so_far_and_its_result()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras --step-ms 5");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        GradioJob<string?> count = demo.StartJob(client => client.CountStreamAsync("t", 3));
        GradioJob<string?> busy = demo.StartJob(client => client.BusyAsync(1));

        Assert.Equal("t0 t1 t2", await count.Result.WaitAsync(Cancellation));
        Assert.Equal(["t0", "t0 t1", "t0 t1 t2"], count.Outputs);
        Assert.Equal(GradioStage.Started, count.Status!.Stage);
        Assert.Equal("worked", await busy.Result.WaitAsync(Cancellation));
        Assert.Equal(["worked"], busy.Outputs);
        Assert.Equal("work ends", busy.Status!.Message);
    }

    [Fact]
    public async Task A_job_can_be_cancelled_and_keeps_what_it_has()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--step-ms 30");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();

        GradioJob<string?> job = session.StartJob(client => Announced(client.CountStreamAsync("t", 10)));
        GradioJob<string?> other = session.StartJob(client => client.GreetAsync("Ada"));
        await _yielded.Task.WaitAsync(Cancellation);
        job.Cancel();
        job.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Result.WaitAsync(Cancellation));
        Assert.Equal("t0", job.Outputs[0]);
        Assert.Equal("Hello, Ada!", await other.Result.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task A_job_that_fails_keeps_what_it_has()
    {
        SnapshotApp app = new("odd.gradio.json") { IsGenerator = true, Outputs = ["[1]", "[\"no number\"]"] };

        GradioJob<double?> job = new OddClient(app.Client).StartJob(client => client.NumbersStreamAsync(1));

        GradioOutputException misfit = await Assert.ThrowsAsync<GradioOutputException>(() => job.Result.WaitAsync(Cancellation));
        Assert.Equal("no number", misfit.Value.GetString());
        Assert.Equal([1], job.Outputs);
    }

    [Fact]
    public async Task Cells_of_tables_are_made_and_read_without_reflection()
    {
        SnapshotApp app = new("odd.gradio.json") { Outputs = ["""[{"headers":["name","age","ok"],"data":[["Ada","36",true],[null,2.5,"False"],[7,"x",null]],"metadata":null}]"""] };
        DataframeData given = new()
        {
            Headers = GradioCells.Row("name", "age"),
            Data = [GradioCells.Row("Ada", 36), GradioCells.Row(null, double.NaN), GradioCells.Row(true, 2.5m), GradioCells.Row(new DateOnly(2026, 1, 2), JsonSerializer.SerializeToElement(7L))],
        };

        DataframeData? table = await new OddClient(app.Client).TableAsync(given, cancellationToken: Cancellation);

        Assert.Equal(["""[{"headers":["name","age"],"data":[["Ada",36],[null,null],[true,2.5],["2026-01-02",7]]}]"""], app.Data);
        Assert.Equal(["Ada", null, "7"], table!.Data.Select(row => GradioCells.Text(row[0])));
        Assert.Equal([36, 2.5, null], table.Data.Select(row => GradioCells.Number(row[1])));
        Assert.Equal([true, false, null], table.Data.Select(row => GradioCells.Boolean(row[2])));
        Assert.Throws<ArgumentException>(() => GradioCells.Row(new object()));
    }

    private async IAsyncEnumerable<string?> Announced(IAsyncEnumerable<string?> values)
    {
        await foreach (string? value in values)
        {
            yield return value;
            _yielded.TrySetResult();
        }
    }
}
