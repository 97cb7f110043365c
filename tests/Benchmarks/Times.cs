namespace DatabricksApps.Benchmarks;

internal static class Times
{
    public static DateTimeOffset Created { get; } = new(2024, 5, 1, 12, 34, 56, TimeSpan.Zero);
}
