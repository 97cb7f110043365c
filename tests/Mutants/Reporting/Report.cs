using System.Globalization;
using System.Text;
using DatabricksApps.Mutants.Running;

namespace DatabricksApps.Mutants.Reporting;

/// <summary>Tells what became of the mutants: by room, by file, and those that live.</summary>
internal static class Report
{
    private readonly record struct Tally(int Killed, int Hung, int Alive, int Equivalent)
    {
        // A mutant without effect is none; one that hangs the tests is noticed, if late.
        public int Mutants => Killed + Hung + Alive;

        public double Share => Mutants == 0 ? 1 : (double)(Killed + Hung) / Mutants;

        public static Tally Of(IEnumerable<Result> results)
        {
            ILookup<Verdict, Result> byVerdict = results.ToLookup(result => result.Verdict);
            return new Tally(
                byVerdict[Verdict.Killed].Count(),
                byVerdict[Verdict.Hung].Count(),
                byVerdict[Verdict.Alive].Count() + byVerdict[Verdict.NotReached].Count(),
                byVerdict[Verdict.Equivalent].Count());
        }
    }

    /// <summary>Writes the report.</summary>
    public static string Write(IReadOnlyCollection<Result> all)
    {
        // What the compiler makes the same program of is no fault, whoever looks.
        IReadOnlyList<Result> results = [.. all.Where(result => result.Verdict != Verdict.Same)];
        StringBuilder text = new();
        text.AppendLine(Row("", "mutants", "killed", "hung", "alive", "equivalent", "share"));
        foreach (IGrouping<string, Result> room in results.GroupBy(result => result.Mutant.Room).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.AppendLine(Row(room.Key, Tally.Of(room)));
            foreach (IGrouping<string, Result> file in room.GroupBy(result => result.Mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                text.AppendLine(Row("  " + Path.GetFileName(file.Key), Tally.Of(file)));
            }
        }

        text.AppendLine(Row("all", Tally.Of(results)));
        Add(text, "Hung", results.Where(result => result.Verdict == Verdict.Hung));
        Add(text, "Equivalent", results.Where(result => result.Verdict == Verdict.Equivalent));
        Add(text, "Alive", results.Where(result => result.Verdict is Verdict.Alive or Verdict.NotReached));
        return text.ToString();
    }

    /// <summary>Writes a mutant.</summary>
    public static string Line(int number, Mutant mutant) =>
        $"{number,4}  {mutant.File}:{mutant.Line}  {mutant.Kind}\n      - {mutant.Original}\n      + {mutant.Mutated}";

    private static void Add(StringBuilder text, string title, IEnumerable<Result> results)
    {
        Result[] listed = [.. results];
        if (listed.Length == 0)
        {
            return;
        }

        text.AppendLine().AppendLine(title + ":");
        foreach (Result result in listed)
        {
            text.AppendLine(Line(result.Number, result.Mutant) + (result.Verdict == Verdict.NotReached ? "\n      (no test runs it)" : ""));
        }
    }

    private static string Row(string name, Tally tally)
    {
        string share = string.Create(CultureInfo.InvariantCulture, $"{tally.Share * 100:F0} %");
        return Row(name, Count(tally.Mutants), Count(tally.Killed), Count(tally.Hung), Count(tally.Alive), Count(tally.Equivalent), share);
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Row(string name, params IEnumerable<string> cells) => $"{name,-36}{string.Concat(cells.Select(cell => $"{cell,12}"))}";
}
