using System.Text;
using System.Text.RegularExpressions;

namespace DatabricksApps.Fuzz;

/// <summary>Tells of failures, and keeps their inputs.</summary>
internal sealed partial class FailureReport(FuzzOptions options)
{
    private const int MostShown = 1_500;

    private readonly Lock _lock = new();

    /// <summary>Gets how many failures there are.</summary>
    public int Count { get; private set; }

    /// <summary>Tells of a failure.</summary>
    public void Add(FuzzCase fuzzCase, Failure failure, byte[] smallest)
    {
        lock (_lock)
        {
            Count++;
            string text = $"""
                FAILED {failure.Signature}
                   {Visible(failure.Details).Replace("\n", "\n   ")}
                   again: --seed {options.Seed} --case {fuzzCase.Kind}:{fuzzCase.Number}
                   smallest input ({smallest.Length} bytes, {fuzzCase.Name}):
                   {Visible(Encoding.UTF8.GetString(smallest)).Replace("\n", "\n   ")}
                """;
            Console.WriteLine(text);
            if (options.Out is { } folder)
            {
                Directory.CreateDirectory(folder);
                string name = $"{NotOfNames().Replace(failure.Signature, "-").Trim('-')}.{fuzzCase.Kind}-{fuzzCase.Number}";
                name = name[..Math.Min(name.Length, 120)];
                File.WriteAllBytes(Path.Combine(folder, $"{name}.{fuzzCase.Name}"), smallest);
                File.WriteAllText(
                    Path.Combine(folder, name + ".txt"),
                    $"{failure.Signature}\n{failure.Details}\nseed {options.Seed}, {fuzzCase.Kind} {fuzzCase.Number}\n");
            }
        }
    }

    // The terminal is not to be steered either.
    private static string Visible(string text)
    {
        string shown = text.Length > MostShown ? text[..MostShown] + "…" : text;
        return string.Concat(shown.Select(c => char.IsControl(c) && c != '\n' ? $"\\u{(int)c:x4}" : c.ToString()));
    }

    [GeneratedRegex("[^A-Za-z0-9.]+")]
    private static partial Regex NotOfNames();
}
