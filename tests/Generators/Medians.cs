namespace DatabricksApps.Generators;

/// <summary>Medians of rounds.</summary>
internal static class Medians
{
    public static double Median<T>(this IEnumerable<T> rounds, Func<T, double> value)
    {
        double[] sorted = [.. rounds.Select(value).Order()];
        return sorted[sorted.Length / 2];
    }
}
