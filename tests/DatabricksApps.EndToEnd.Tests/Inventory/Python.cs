using System.Diagnostics;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>A Python that has the FastAPI which the inventory's document was exported with.</summary>
internal static class Python
{
    private const string Probe =
        "import fastapi, multipart, pydantic, uvicorn; print(fastapi.__version__, pydantic.VERSION.split('.')[0])";

    private static readonly Lazy<string?> s_path = new(() => new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(IsFit));

    /// <summary>Gets its path; null if there is none.</summary>
    public static string? Path => s_path.Value;

    /// <summary>Returns its path; without one the test is skipped, and fails where <c>CI</c> is set.</summary>
    public static string Require()
    {
        if (Path is { } path)
        {
            return path;
        }

        const string Reason =
            "No python3 can import fastapi with Pydantic 1, uvicorn and multipart " +
            "(Debian: apt-get install python3-fastapi uvicorn python3-multipart).";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        Assert.Skip(Reason);
        return "";
    }

    /// <summary>Starts Python in the folder of the inventory app.</summary>
    public static Process Start(string path, params string[] arguments)
    {
        ProcessStartInfo start = new(path, arguments)
        {
            WorkingDirectory = Repository.InventoryApp,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONUTF8"] = "1" },
        };
        return Process.Start(start)!;
    }

    private static bool IsFit(string path)
    {
        try
        {
            using Process process = Start(path, "-c", Probe);
            string versions = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && versions.TrimEnd().EndsWith(" 1", StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
