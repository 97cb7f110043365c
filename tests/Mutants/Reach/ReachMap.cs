using System.Globalization;

namespace DatabricksApps.Mutants.Reach;

/// <summary>Which test reaches which places of a side.</summary>
internal sealed class ReachMap
{
    private readonly Dictionary<int, HashSet<string>> _testsOfPlace = [];
    private readonly Dictionary<int, string> _initializers = [];
    private readonly ProbeMap _probes;

    private ReachMap(ProbeMap probes) => _probes = probes;

    /// <summary>Reads what the recorder wrote.</summary>
    public static ReachMap Read(IEnumerable<string> lines, ProbeMap probes)
    {
        ReachMap map = new(probes);
        foreach (string[] parts in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (parts[0] == "initializer")
            {
                map._initializers.TryAdd(Number(parts[1]), parts[2]);
                continue;
            }

            foreach (int place in parts.Skip(1).Select(Number))
            {
                if (!map._testsOfPlace.TryGetValue(place, out HashSet<string>? tests))
                {
                    map._testsOfPlace.Add(place, tests = []);
                }

                tests.Add(parts[0]);
            }
        }

        return map;
    }

    /// <summary>Gets the tests that may notice a mutant.</summary>
    public IReadOnlyCollection<string> TestsOf(Mutant mutant)
    {
        if (_probes.NumberOf(mutant) is not { } place)
        {
            return TestsOfName(_probes.NameOf(mutant));
        }

        HashSet<string> tests = [.. Tests(place)];
        if (_initializers.TryGetValue(place, out string? type))
        {
            tests.UnionWith(TestsOfName(type));
        }

        return tests;
    }

    private HashSet<string> TestsOfName(string name) => [.. _probes.NumbersOfName(name).SelectMany(Tests)];

    private IReadOnlyCollection<string> Tests(int place) => _testsOfPlace.TryGetValue(place, out HashSet<string>? tests) ? tests : [];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
