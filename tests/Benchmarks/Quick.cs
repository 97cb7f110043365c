using System.Globalization;
using System.Runtime;

namespace DatabricksApps.Benchmarks;

/// <summary>
/// Each call by all clients in interleaved rounds, so that what else the machine does meets all of them: CPU time and
/// allocated bytes a call, and the medians of the rounds' ratios to the client that is written by hand.
/// </summary>
internal static class Quick
{
    private const int Rounds = 25;
    private const int QuietRounds = 6;
    private const int MostWarmups = 60;

    public static async Task RunAsync(string only)
    {
        ICalls[] clients = Clients.All();
        Console.WriteLine("call       client        us   ratio         B   ratio");
        await CompareAsync("get", 3000, [.. clients.Select(client => (client.Name, (Func<Task>)client.GetAsync))]);
        await CompareAsync("list", 8, [.. clients.Select(client => (client.Name, (Func<Task>)client.ListAsync))]);
        await CompareAsync("post", 2000, [.. clients.Select(client => (client.Name, (Func<Task>)client.PostAsync))]);
        await CompareAsync("422", 500, [.. clients.Select(client => (client.Name, (Func<Task>)client.RefusedAsync))]);
        await CompareAsync("search", 2000, [.. clients.Select(client => (client.Name, (Func<Task>)client.SearchAsync))]);
        await CompareAsync("events", 10, [.. clients.Select(client => (client.Name, client.Events))]);
        await CompareAsync("lines", 2, [.. clients.Select(client => (client.Name, client.Lines))]);
        await CompareAsync("upload", 40, [.. clients.Select(client => (client.Name, (Func<Task>)client.UploadAsync))]);
        await CompareAsync("download", 40, [.. clients.Select(client => (client.Name, (Func<Task>)client.DownloadAsync))]);
        await CompareAsync("read 1", 3000, Models.ReadOne());
        await CompareAsync("read 1000", 8, Models.ReadMany());
        await CompareAsync("write 1", 3000, Models.WriteOne());

        Task CompareAsync(string call, int count, (string Client, Func<Task>? Run)[] sides) =>
            call.StartsWith(only, StringComparison.Ordinal) ? Quick.CompareAsync(call, count, sides) : Task.CompletedTask;
    }

    private static async Task CompareAsync(string call, int count, (string Client, Func<Task>? Run)[] all)
    {
        (string Client, Func<Task> Run)[] sides = [.. all.Where(side => side.Run is not null).Select(side => (side.Client, side.Run!))];

        await WarmUpAsync(sides, count);
        Sample[][] rounds = new Sample[Rounds][];
        for (int i = 0; i < Rounds; i++)
        {
            rounds[i] = new Sample[sides.Length];
            for (int side = 0; side < sides.Length; side++)
            {
                rounds[i][side] = await MeasureAsync(sides[side].Run, count);
            }
        }

        for (int side = 0; side < sides.Length; side++)
        {
            int index = side;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{call,-10} {sides[side].Client,-6} {Median(round => round[index].Microseconds),9:0.00} {Median(round => round[index].Microseconds / round[0].Microseconds),7:0.00} {Median(round => round[index].Bytes),9:0} {BytesRatio(index),7}"));
        }

        // Where the one by hand allocates nothing there is no ratio.
        string BytesRatio(int side) => Median(round => round[0].Bytes) < 1
            ? "-"
            : Median(round => round[side].Bytes / round[0].Bytes).ToString("0.00", CultureInfo.InvariantCulture);

        double Median(Func<Sample[], double> value)
        {
            double[] sorted = [.. rounds.Select(value).Order()];
            return sorted[sorted.Length / 2];
        }
    }

    // Until the just-in-time compiler has nothing more to do: on a busy machine its own thread lags behind.
    private static async Task WarmUpAsync((string Client, Func<Task> Run)[] sides, int count)
    {
        int quiet = 0;
        for (int i = 0; i < MostWarmups && quiet < QuietRounds; i++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach ((_, Func<Task> run) in sides)
            {
                await MeasureAsync(run, count);
            }

            await Task.Delay(150);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }

    private static async Task<Sample> MeasureAsync(Func<Task> run, int count)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < count; i++)
        {
            await run();
        }

        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Sample(time.TotalMicroseconds / count, (double)bytes / count);
    }

    private readonly record struct Sample(double Microseconds, double Bytes);
}
