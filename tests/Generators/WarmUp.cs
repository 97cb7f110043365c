using System.Runtime;

namespace DatabricksApps.Generators;

/// <summary>Repeats work until the just-in-time compiler has nothing more to do.</summary>
internal static class WarmUp
{
    private const int QuietRounds = 4;
    private const int MostRounds = 60;

    // A large document shows what is hot in its first rounds.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Func<Task> round)
    {
        TimeSpan end = Environment.CpuUsage.TotalTime + s_longest;
        int quiet = 0;
        for (int i = 0; i < MostRounds && quiet < QuietRounds && Environment.CpuUsage.TotalTime < end; i++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            await round();

            // The compiler's own thread waits until no new method was seen for 100 ms.
            await Task.Delay(150);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }
}
