using System.Diagnostics;
using System.Reflection;

namespace DatabricksApps.Prism;

/// <summary>Prism as package-lock.json pins it.</summary>
internal static class PrismInstallation
{
    private static readonly string s_folder = typeof(PrismInstallation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Folder")
        .Value!;

    /// <summary>Gets Prism's program.</summary>
    public static string Program { get; } = Path.Combine(s_folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");

    /// <summary>Installs Prism unless it is there.</summary>
    /// <exception cref="InvalidOperationException">npm cannot.</exception>
    public static void Ensure()
    {
        if (File.Exists(Program))
        {
            return;
        }

        Console.WriteLine("Installing Prism ...");
        using Process npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = s_folder,
        })!;
        npm.WaitForExit();
        if (npm.ExitCode != 0 || !File.Exists(Program))
        {
            throw new InvalidOperationException($"npm ci failed in {s_folder} with exit code {npm.ExitCode}.");
        }
    }
}
