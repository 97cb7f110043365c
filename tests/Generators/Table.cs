using System.Globalization;

namespace DatabricksApps.Generators;

/// <summary>Prints the figures of a document: medians, and the medians of the rounds' ratios.</summary>
internal static class Table
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    public static void PrintHead(string document) =>
        PrintRow($"{Path.GetFileName(document)}, {new FileInfo(document).Length / 1024} KB", "ours", "NSwag", "ratio");

    public static void Print<T>(string name, (T Ours, T NSwag)[] rounds, Func<T, double> value, string format) => PrintRow(
        name,
        rounds.Median(round => value(round.Ours)).ToString(format, s_culture),
        rounds.Median(round => value(round.NSwag)).ToString(format, s_culture),
        rounds.Median(round => value(round.Ours) / value(round.NSwag)).ToString("F2", s_culture));

    public static void PrintOurs<T>(string name, T[] rounds, Func<T, double> value, string format) =>
        PrintRow(name, rounds.Median(value).ToString(format, s_culture), "-", "-");

    public static void PrintSteps(Step[][] rounds)
    {
        PrintRow("steps of ours, warm", "ms", "MB", "");
        for (int i = 0; i < rounds[0].Length; i++)
        {
            int step = i;
            PrintRow(
                "  " + rounds[0][i].Name,
                rounds.Median(round => round[step].Used.Milliseconds).ToString("F1", s_culture),
                rounds.Median(round => round[step].Used.Megabytes).ToString("F1", s_culture),
                "");
        }
    }

    public static void PrintNote(string text) => Console.WriteLine("  " + text);

    private static void PrintRow(string name, string ours, string other, string ratio) =>
        Console.WriteLine($"{name,-44} {ours,9} {other,9} {ratio,7}".TrimEnd());
}
