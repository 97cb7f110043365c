using System.Globalization;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Cost;

/// <summary>What telling callers costs: whole runs of the compiler over 300 files that call a client, and edits of C#.</summary>
internal static class CostRun
{
    private const int Rounds = 5;
    private const int Edits = 50;

    private const string Both = "\"id\", \"size\"";

    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("contract-cost").FullName;
        string limit20 = Calling.Document(20, Both), limit30 = Calling.Document(30, Both), without = Calling.Document(30, "\"id\"");
        (string Name, string Before, string After, bool TellsEverywhere)[] states =
        [
            ("nothing pending", limit30, limit30, false),
            ("50 changes pending, few lines told", limit20, limit30, false),
            ("nothing pending, all lines use it", without, without, true),
            ("100 changes pending, all lines told", limit20, without, true),
        ];
        for (int state = 0; state < states.Length; state++)
        {
            (_, string before, string after, bool tellsEverywhere) = states[state];
            Compiler.Write(Path.Combine(folder, $"{state}"), after, Accepted(before), Enumerable.Range(0, Calling.Files).Select(file => Calling.Code(file, tellsEverywhere)));
        }

        List<double>[] times = [.. states.Select(_ => new List<double>())];
        int[] told = new int[states.Length];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int state = 0; state < states.Length; state++)
            {
                (double time, told[state]) = Compiler.Run(Path.Combine(folder, $"{state}"));
                if (round > 0)
                {
                    times[state].Add(time);
                }
            }
        }

        for (int state = 0; state < states.Length; state++)
        {
            double time = Median(times[state]), nothing = Median(times[state / 2 * 2]);
            Editing editing = new(states[state].After, Accepted(states[state].Before));
            (double Milliseconds, double Kilobytes)[] edits = [.. Enumerable.Range(0, Edits).Select(_ => editing.Edit())];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{states[state].Name,-36} csc over {Calling.Files} files {time:0} ms ({100 * (time / nothing - 1):+0.0;-0.0;0.0} %), {told[state]} told; an edit of C# {Median(edits.Select(edit => edit.Milliseconds)):0.00} ms, {Median(edits.Select(edit => edit.Kilobytes)):0.0} KB"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static string Accepted(string document) => LockFile.Write(Caller.DocumentName, ContractDocument.FactsOf(document, Caller.DocumentName));

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
