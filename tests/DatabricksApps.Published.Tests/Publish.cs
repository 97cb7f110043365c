namespace DatabricksApps.Published.Tests;

/// <summary>The switch of the tests that publish.</summary>
internal static class Publish
{
    /// <summary>Skips the test unless publishing is asked for.</summary>
    public static void Require() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("PUBLISH_TESTS") == "true",
        "Publishing takes minutes, and native code a C compiler (Debian: clang, zlib1g-dev): PUBLISH_TESTS=true runs it.");
}
