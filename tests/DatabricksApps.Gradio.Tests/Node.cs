using System.Runtime.CompilerServices;
using LocalGradio;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Node, which runs the stand-in for a Gradio server and Gradio's own client.</summary>
internal static class Node
{
    private static readonly Lazy<bool> s_isThere = new(LocalGradioApp.CanStart);

    /// <summary>Gets the folder of the snapshots.</summary>
    public static string Snapshots { get; } = Path.GetFullPath(Path.Combine(FolderOf(), "../Gradio"));

    /// <summary>Gets the folder of these tests.</summary>
    public static string Tests { get; } = FolderOf();

    /// <summary>Without Node the test is skipped, and fails where <c>CI</c> is set.</summary>
    public static void Require()
    {
        if (!s_isThere.Value)
        {
            const string Reason = "There is no node of version 18 or later (Debian: apt-get install nodejs).";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }
    }

    private static string FolderOf([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
