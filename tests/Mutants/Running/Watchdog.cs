using System.Diagnostics;

namespace DatabricksApps.Mutants.Running;

/// <summary>
/// Ends a run of tests that would not end by itself. It looks at what the processor does and not only at the clock, so
/// that tests on a busy machine are slow and not hanging.
/// </summary>
internal static class Watchdog
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(0.5);

    // Who waits for what never comes does nothing; who is but slow does something. One that looks again and again does little.
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);
    private const double Little = 0.05;

    /// <summary>Waits until a process hangs.</summary>
    /// <param name="process">The process.</param>
    /// <param name="usual">The time that its tests take without a fault.</param>
    /// <param name="cancellationToken">Ends the waiting, when the process has ended.</param>
    public static async Task WaitAsync(Process process, TimeSpan usual, CancellationToken cancellationToken)
    {
        TimeSpan mostWork = s_silence + (3 * usual);
        TimeSpan mostTime = (8 * s_silence) + (10 * usual);
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan workBefore = TimeSpan.Zero;
        TimeSpan timeBefore = TimeSpan.Zero;
        while (watch.Elapsed < mostTime)
        {
            await Task.Delay(s_interval, cancellationToken);
            TimeSpan work = await WorkOfAsync(process, cancellationToken);
            TimeSpan time = watch.Elapsed;
            if (work > mostWork)
            {
                return;
            }

            if (work - workBefore > Little * s_silence)
            {
                (workBefore, timeBefore) = (work, time);
            }
            else if (time - timeBefore > s_silence)
            {
                return;
            }
        }
    }

    private static async Task<TimeSpan> WorkOfAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself, and whoever reads its output is about to see that.
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw;
        }
    }
}
