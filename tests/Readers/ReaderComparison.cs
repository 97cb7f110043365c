namespace DatabricksApps.Readers;

/// <summary>What the generator and Microsoft.OpenApi found in a document.</summary>
/// <param name="Agreed">How many facts both found.</param>
/// <param name="Differences">What one of them found alone, in order, with the rule that explains it; null: none does.</param>
/// <param name="Unread">Why one of them does not read the document; null if both do.</param>
/// <param name="IsRefused">Whether the generator does not read what the library does.</param>
internal sealed record ReaderComparison(
    int Agreed, IReadOnlyList<(Difference Difference, DifferenceRule? Rule)> Differences, string? Unread = null, bool IsRefused = false)
{
    /// <summary>Compares the readers over a document.</summary>
    /// <param name="path">The document's path, of which the extension counts.</param>
    /// <param name="text">The document's text.</param>
    public static ReaderComparison Of(string path, string text)
    {
        LibraryReading library;
        try
        {
            library = LibraryReader.Read(text);
        }
        catch (UnreadException exception)
        {
            return new ReaderComparison(0, [], exception.Message);
        }

        try
        {
            return Compare(OwnReader.Read(path, text), library);
        }
        catch (UnreadException exception)
        {
            return new ReaderComparison(0, [], exception.Message, IsRefused: true);
        }
    }

    private static ReaderComparison Compare(IReadOnlySet<Fact> own, LibraryReading library)
    {
        IReadOnlySet<Fact> others = library.Facts.Items;
        IEnumerable<Difference> differences = own.Except(others).Select(fact => new Difference(IsOfLibrary: false, fact))
            .Concat(others.Except(own).Select(fact => new Difference(IsOfLibrary: true, fact)));
        return new ReaderComparison(
            own.Count(others.Contains),
            [
                .. from difference in differences
                   orderby difference.Fact.ToString(), difference.IsOfLibrary
                   select (difference, DifferenceRules.All.FirstOrDefault(rule => rule.Explains(difference, library))),
            ]);
    }
}
