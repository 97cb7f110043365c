namespace DatabricksApps.Generators;

/// <summary>Measures the CPU time of the whole process, the just-in-time compiler's and collector's included, and what is allocated.</summary>
internal sealed class Meter
{
    private long _bytes = GC.GetTotalAllocatedBytes(precise: true);
    private TimeSpan _time = Environment.CpuUsage.TotalTime;

    /// <summary>Starts a meter with a clean heap, so that nobody collects what another left.</summary>
    public static Meter StartClean()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return new Meter();
    }

    /// <summary>Gets what was used since the start or the last lap.</summary>
    public Usage Lap()
    {
        TimeSpan time = Environment.CpuUsage.TotalTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        Usage used = new((time - _time).TotalMilliseconds, (bytes - _bytes) / 1048576.0);
        (_time, _bytes) = (Environment.CpuUsage.TotalTime, bytes);
        return used;
    }
}
