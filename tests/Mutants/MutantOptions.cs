using System.Globalization;

namespace DatabricksApps.Mutants;

/// <summary>What the command line asks for.</summary>
internal sealed class MutantOptions
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/Mutants -- [OPTION]...
          --count N            how many mutants (300)
          --seed N             the seed: the same mutants of the same sources (1)
          --files NAME,...     only these: a room (Auth, Binding), a file (Deadline.cs) or a pattern (runtime/*/Http/*)
          --only N,...         only these of the sample, by the numbers that --list shows
          --workers N          how many mutants are tested at a time (1)
          --longest S          tests that take more seconds than this are no part of the fast suites (10)
          --work DIR           where the copy of the sources is kept between runs (a temporary folder)
          --list               shows the sample, and tests nothing
        """;

    public int Count { get; private set; } = 300;

    public ulong Seed { get; private set; } = 1;

    public FileFilter Files { get; private set; } = FileFilter.All;

    public IReadOnlyList<int> Only { get; private set; } = [];

    public int Workers { get; private set; } = 1;

    public double Longest { get; private set; } = 10;

    public string? Work { get; private set; }

    public bool IsList { get; private set; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static MutantOptions Parse(IReadOnlyList<string> arguments)
    {
        MutantOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--list")
            {
                options.IsList = true;
                continue;
            }

            string value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} is no option, or needs a value.");
            options.Set(arguments[i++], value);
        }

        return options;
    }

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--count":
                Count = int.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--seed":
                Seed = ulong.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--files":
                Files = new FileFilter(value.Split(','));
                break;
            case "--only":
                Only = [.. value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                break;
            case "--workers":
                Workers = Math.Max(1, int.Parse(value, CultureInfo.InvariantCulture));
                break;
            case "--longest":
                Longest = double.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "--work":
                Work = value;
                break;
            default:
                throw new FormatException($"{name} is no option.");
        }
    }
}
