using System.Diagnostics;

namespace DatabricksApps.Generators;

/// <summary>A run in a fresh process: all that the process took, the start of the runtime and just-in-time compiling included.</summary>
/// <param name="Milliseconds">CPU time.</param>
/// <param name="Finishing">What of it went into <see cref="Generation.Finish"/>.</param>
/// <param name="Megabytes">What was allocated.</param>
/// <param name="PeakMegabytes">The largest working set.</param>
internal sealed record Cold(double Milliseconds, double Finishing, double Megabytes, double PeakMegabytes)
{
    public static async Task<Cold> MeasureAsync(string side, string document)
    {
        Generation generation = Generation.Of(side, document);
        await generation.WriteAsync();
        TimeSpan written = Environment.CpuUsage.TotalTime;
        generation.Finish();
        TimeSpan end = Environment.CpuUsage.TotalTime;
        using Process self = Process.GetCurrentProcess();
        return new Cold(
            end.TotalMilliseconds,
            (end - written).TotalMilliseconds,
            GC.GetTotalAllocatedBytes(precise: true) / 1048576.0,
            self.PeakWorkingSet64 / 1048576.0);
    }
}
