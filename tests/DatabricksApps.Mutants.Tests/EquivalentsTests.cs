using System.Runtime.CompilerServices;
using DatabricksApps.Mutants.Reporting;

namespace DatabricksApps.Mutants.Tests;

/// <summary>The list of mutants without effect is one of the code that there is.</summary>
public sealed class EquivalentsTests
{
    [Fact]
    public void What_an_entry_names_stands_in_its_file()
    {
        string root = Path.GetFullPath(Path.Combine(ThisFile(), "..", "..", ".."));
        Equivalents equivalents = Equivalents.Read(File.ReadLines(Path.Combine(root, "tests", "Mutants", "equivalent.txt")));

        // The command shows what stands there on one line.
        IEnumerable<string> missing =
            from place in equivalents.Places
            let file = Path.Combine(root, place.File)
            where !File.Exists(file) || !Unspaced(File.ReadAllText(file)).Contains(Unspaced(place.Original), StringComparison.Ordinal)
            select $"{place.File}: {place.Original}";

        Assert.NotEmpty(equivalents.Places);
        Assert.Empty(missing);
    }

    private static string Unspaced(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
