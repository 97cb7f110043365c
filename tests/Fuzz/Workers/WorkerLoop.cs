using System.Diagnostics;

namespace DatabricksApps.Fuzz.Workers;

/// <summary>The worker: runs the cases that come in, and writes what is wrong with each.</summary>
internal static class WorkerLoop
{
    /// <summary>Runs until there is no more.</summary>
    public static int Run()
    {
        Judge judge = new();
        while (Console.In.ReadLine() is { } line)
        {
            foreach (FuzzCase fuzzCase in Messages.Read<FuzzCase[]>(line))
            {
                IReadOnlyList<Failure> failures = judge.Run(fuzzCase, out bool hangs);
                Console.Out.WriteLine(Messages.Write(failures));
                Console.Out.Flush();
                if (hangs)
                {
                    // No thread can be stopped from outside, and its work would disturb the next case.
                    Process.GetCurrentProcess().Kill();
                }
            }
        }

        return 0;
    }
}
