namespace DatabricksApps.Readers;

/// <summary>What one of the readers found alone.</summary>
/// <param name="IsOfLibrary">Whether the library found it, and not the generator.</param>
/// <param name="Fact">What it found.</param>
internal sealed record Difference(bool IsOfLibrary, Fact Fact)
{
    public override string ToString() => $"{(IsOfLibrary ? "library" : "generator")}: {Fact}";

    /// <summary>Tells whether the generator found the one value where the library found the other.</summary>
    public bool IsBetween(string own, string library, LibraryReading reading) =>
        Fact.Value == (IsOfLibrary ? library : own) && reading.Facts.Items.Contains(Fact with { Value = library });
}
