using System.Globalization;
using DatabricksApps.Harness;

namespace DatabricksApps.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed class FuzzOptions
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/Fuzz -- [OPTION]... [DIR-OR-LIST-OR-DOCUMENT]...
          --seconds S          for how long to run (60)
          --cases N            how many cases of each kind to run instead
          --seed N             the seed: the same cases in the same order (1)
          --only NAME,...      kinds or groups of kinds: documents (trees, bytes, shapes, gradio), runtime (answers, streams, faults, uploads)
          --case KIND:NUMBER   one case of the seed again
          --input FILE         one file again, by the kind that --only names
          --shrink-seconds S   how long a failing input may be made smaller (30)
          --out DIR            where failing inputs are written, minimised
          --workers N          how many cases run at a time (one a processor)
        """;

    public double Seconds { get; private set; } = 60;

    public int? Cases { get; private set; }

    public ulong Seed { get; private set; } = 1;

    public IReadOnlyList<string> Only { get; private set; } = [];

    public (string Kind, int Number)? Case { get; private set; }

    public string? Input { get; private set; }

    public double ShrinkSeconds { get; private set; } = 30;

    public string? Out { get; private set; }

    public int Workers { get; private set; } = Environment.ProcessorCount;

    public IReadOnlyList<string> Documents { get; private set; } = [];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static FuzzOptions Parse(IReadOnlyList<string> arguments)
    {
        FuzzOptions options = new();
        List<string> documents = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                documents.AddRange(DocumentFiles.Find(arguments[i]));
                continue;
            }

            string value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} needs a value.");
            options.Set(arguments[i++], value);
        }

        options.Documents = documents.Count > 0 ? documents : Repository.FindAll();
        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--seconds":
                Seconds = double.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--cases":
                Cases = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--seed":
                Seed = ulong.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--only":
                Only = value.Split(',');
                break;
            case "--case":
                string[] parts = value.Split(':');
                Case = (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
                break;
            case "--input":
                Input = value;
                break;
            case "--shrink-seconds":
                ShrinkSeconds = double.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--out":
                Out = value;
                break;
            case "--workers":
                Workers = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            default:
                throw new FormatException($"{name} is no option.");
        }
    }
}
