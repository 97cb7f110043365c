using System.Globalization;

namespace DatabricksApps.Benchmarks;

/// <summary>
/// Both sides of each call in interleaved rounds, so that what else the machine does meets both: CPU time and
/// allocated bytes a call, and the median of the rounds' ratios.
/// </summary>
internal static class Quick
{
    private const int Rounds = 25;

    public static async Task RunAsync()
    {
        Calls calls = new();
        Console.WriteLine("call    hand us     ours us   ratio    hand B    ours B   ratio");
        await CompareAsync("get", calls.HandGet, calls.GeneratedGet, 6000);
        await CompareAsync("list", calls.HandList, calls.GeneratedList, 15);
        await CompareAsync("post", calls.HandPost, calls.GeneratedPost, 6000);
    }

    private static async Task CompareAsync(string name, Func<Task> hand, Func<Task> generated, int count)
    {
        // Warm up until the tiers have settled.
        for (int i = 0; i < 8; i++)
        {
            await MeasureAsync(hand, count);
            await MeasureAsync(generated, count);
            await Task.Delay(100);
        }

        List<(Sample Hand, Sample Generated)> rounds = [];
        for (int i = 0; i < Rounds; i++)
        {
            rounds.Add((await MeasureAsync(hand, count), await MeasureAsync(generated, count)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-5} {Median(rounds.Select(r => r.Hand.Microseconds)),9:0.00} {Median(rounds.Select(r => r.Generated.Microseconds)),10:0.00} {Median(rounds.Select(r => r.Generated.Microseconds / r.Hand.Microseconds)),7:0.00} {Median(rounds.Select(r => r.Hand.Bytes)),9:0} {Median(rounds.Select(r => r.Generated.Bytes)),9:0} {Median(rounds.Select(r => r.Generated.Bytes / r.Hand.Bytes)),7:0.00}"));
    }

    private static async Task<Sample> MeasureAsync(Func<Task> call, int count)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < count; i++)
        {
            await call();
        }

        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Sample(time.TotalMicroseconds / count, (double)bytes / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private readonly record struct Sample(double Microseconds, double Bytes);
}
