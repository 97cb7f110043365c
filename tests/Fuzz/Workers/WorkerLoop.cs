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
            FuzzCase[] cases = Messages.Read<FuzzCase[]>(line);
            if (Judge.IsConcurrent(cases[0].Kind))
            {
                foreach (IReadOnlyList<Failure> failures in Judge.RunAllAsync(cases).GetAwaiter().GetResult())
                {
                    Console.Out.WriteLine(Messages.Write(failures));
                }

                Console.Out.Flush();
                continue;
            }

            foreach (FuzzCase fuzzCase in cases)
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
