using DatabricksApps.Contract.Mutations;

namespace DatabricksApps.Contract.Live;

/// <summary>Serves each document as it is, and changed in each way, to a program that uses all of it.</summary>
internal static class LiveRun
{
    public static int Run(string folder, string? only, int turns)
    {
        Dictionary<string, int[]> tally = MutationCheck.Mutations.ToDictionary(mutation => mutation.Name, _ => new int[5]);
        int documents = 0, alarms = 0, facts = 0, untold = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) == ".json").Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(file);
            if (!text.Contains("\"openapi\"", StringComparison.Ordinal) || LiveCheck.Of(Path.GetFileName(file), text) is not { } check)
            {
                continue;
            }

            documents++;
            facts += check.Count;
            IReadOnlyList<string> told = check.Told(text, out int passed);
            untold += passed;
            alarms += told.Count;
            foreach (string one in told.Take(15))
            {
                Console.WriteLine($"FALSE {Path.GetRelativePath(folder, file)}: {one}");
            }

            foreach (Mutation mutation in MutationCheck.Mutations.Where(mutation => told.Count == 0 && only != "none" && (only is null || mutation.Name.Contains(only, StringComparison.Ordinal))))
            {
                for (int turn = 0; turn < turns; turn++)
                {
                    LiveOutcome outcome = check.Run(mutation, turn, out string why);
                    tally[mutation.Name][(int)outcome]++;
                    if (outcome == LiveOutcome.Wrong)
                    {
                        Console.WriteLine($"WRONG {Path.GetRelativePath(folder, file)}, {mutation.Name}: {why}");
                    }
                }
            }
        }

        Console.WriteLine($"{"kind",-48} {"made",6} {"told",6} {"silent",6} {"missed",6} {"wrong",6}");
        foreach ((string name, int[] counts) in tally)
        {
            Console.WriteLine($"{name,-48} {counts[1..].Sum(),6} {counts[1],6} {counts[2],6} {counts[3],6} {counts[4],6}");
        }

        Console.WriteLine($"{documents} documents as they are: {facts} facts, {alarms} false alarms, {untold} parts not judged");
        return alarms + tally.Values.Sum(counts => counts[4]) == 0 ? 0 : 1;
    }
}
