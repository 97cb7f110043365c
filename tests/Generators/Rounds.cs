namespace DatabricksApps.Generators;

/// <summary>How often each figure is taken: less often for large documents, whose figures vary less.</summary>
internal static class Rounds
{
    private const int Large = 5_000_000;

    public static int Cold(string document) => IsLarge(document) ? 3 : 7;

    public static int Warm(string document) => IsLarge(document) ? 5 : 15;

    public static int Csc(string document) => IsLarge(document) ? 5 : 7;

    private static bool IsLarge(string document) => new FileInfo(document).Length > Large;
}
