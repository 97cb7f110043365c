namespace DatabricksApps.Published.Tests;

/// <summary>The program as it was built with these tests.</summary>
internal static class Built
{
    public static string EveryCall { get; } = Path.Combine(
        PublishedProgramTests.Project, "bin", AppContext.BaseDirectory.Contains("Debug", StringComparison.Ordinal) ? "Debug" : "Release", "net10.0", "EveryCall.dll");
}
