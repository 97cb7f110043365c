using System.Diagnostics;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes each document in each way once, and counts what is found.</summary>
internal static class MutationRun
{
    public static int Run(string folder, string? only, int turns)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Dictionary<string, int[]> tally = MutationCheck.Mutations.ToDictionary(mutation => mutation.Name, _ => new int[4]);
        int documents = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(Locks.IsDocument).Order(StringComparer.Ordinal))
        {
            if (MutationCheck.Of(Path.GetFileName(file), File.ReadAllText(file)) is not { } check)
            {
                continue;
            }

            documents++;
            foreach (Mutation mutation in MutationCheck.Mutations.Where(mutation => only is null || mutation.Name.Contains(only, StringComparison.Ordinal)))
            {
                for (int turn = 0; turn < turns; turn++)
                {
                    Outcome outcome = check.Run(mutation, turn, out string why);
                    tally[mutation.Name][(int)outcome]++;
                    if (outcome == Outcome.Wrong)
                    {
                        Console.WriteLine($"WRONG {Path.GetRelativePath(folder, file)}, {mutation.Name}: {why}");
                    }
                }
            }
        }

        Console.WriteLine($"{"kind",-48} {"made",6} {"alone",6} {"with",6} {"wrong",6}");
        foreach ((string name, int[] counts) in tally)
        {
            Console.WriteLine($"{name,-48} {counts[1] + counts[2] + counts[3],6} {counts[1],6} {counts[2],6} {counts[3],6}");
        }

        int Sum(bool isEqual, params Outcome[] outcomes) => MutationCheck.Mutations.Where(mutation => mutation.Kind is null == isEqual)
            .Sum(mutation => outcomes.Sum(outcome => tally[mutation.Name][(int)outcome]));
        Console.WriteLine($"{documents} documents, {watch.Elapsed.TotalSeconds:0} s");
        Console.WriteLine($"changes: {Sum(false, Outcome.Alone, Outcome.Followed, Outcome.Wrong)} made, {Sum(false, Outcome.Alone)} found once and alone, "
            + $"{Sum(false, Outcome.Followed)} found once with what follows, {Sum(false, Outcome.Wrong)} wrong");
        Console.WriteLine($"no changes: {Sum(true, Outcome.Alone, Outcome.Wrong)} made, {Sum(true, Outcome.Wrong)} false alarms");
        return tally.Values.Sum(counts => counts[3]) == 0 ? 0 : 1;
    }
}
