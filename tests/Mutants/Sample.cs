using DatabricksApps.Fuzz;

namespace DatabricksApps.Mutants;

/// <summary>Draws mutants from all possible ones: the same for the same seed, and each file in proportion.</summary>
internal static class Sample
{
    /// <summary>Draws mutants.</summary>
    /// <param name="all">All possible ones.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isValid">Whether one can be had: another of its file takes the place of one that cannot.</param>
    public static IReadOnlyList<Mutant> Draw(IEnumerable<Mutant> all, int count, ulong seed, Func<Mutant, bool> isValid)
    {
        List<Mutant[]> files = [];
        foreach (IGrouping<string, Mutant> file in all.GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Mutant[] mutants =
            [
                .. file.OrderBy(mutant => mutant.Span.Start)
                    .ThenBy(mutant => mutant.Span.Length)
                    .ThenBy(mutant => mutant.MutatedText, StringComparer.Ordinal),
            ];
            Shuffle(mutants, new Chance(seed, file.Key, 0));
            files.Add(mutants);
        }

        int[] shares = Shares([.. files.Select(file => file.Length)], count, new Chance(seed, "", 0));
        return [.. files.SelectMany((file, i) => Draw(file, shares[i], isValid))
            .OrderBy(mutant => mutant.File, StringComparer.Ordinal)
            .ThenBy(mutant => mutant.Span.Start)];
    }

    // As if all lay in one row and every so-many-th was taken: no file gets more than its share, and small ones have a chance.
    internal static int[] Shares(IReadOnlyList<int> sizes, int count, Chance chance)
    {
        int[] shares = new int[sizes.Count];
        int total = sizes.Sum();
        if (total <= count)
        {
            return [.. sizes];
        }

        long offset = chance.Below(total);
        long end = 0;
        int taken = 0;
        for (int i = 0; i < sizes.Count; i++)
        {
            end += sizes[i];
            int upToHere = (int)(((end * count) + offset) / total);
            shares[i] = upToHere - taken;
            taken = upToHere;
        }

        return shares;
    }

    private static List<Mutant> Draw(IReadOnlyList<Mutant> file, int share, Func<Mutant, bool> isValid)
    {
        List<Mutant> drawn = [];
        foreach (Mutant mutant in file)
        {
            if (drawn.Count == share)
            {
                break;
            }

            // Faults in one place tell the same twice.
            if (!drawn.Any(other => other.Span.OverlapsWith(mutant.Span)) && isValid(mutant))
            {
                drawn.Add(mutant);
            }
        }

        return drawn;
    }

    private static void Shuffle(Mutant[] mutants, Chance chance)
    {
        for (int i = mutants.Length - 1; i > 0; i--)
        {
            int other = chance.Below(i + 1);
            (mutants[i], mutants[other]) = (mutants[other], mutants[i]);
        }
    }
}
