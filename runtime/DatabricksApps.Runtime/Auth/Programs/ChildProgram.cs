using System.Diagnostics;

namespace DatabricksApps.Auth;

/// <summary>
/// The one place that prepares the start of a program: by full path and without a shell, away from the working directory,
/// and with a <c>PATH</c> without relative folders, which the program would search in turn.
/// </summary>
internal static class ChildProgram
{
    /// <summary>Prepares a start.</summary>
    /// <param name="path">The full path of the program.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    public static ProcessStartInfo Of(string path, IEnumerable<string> arguments)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            throw new ArgumentException($"{path} is relative, and would be looked for in the working directory.", nameof(path));
        }

        ProcessStartInfo start = new(path, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = OperatingSystem.IsWindows() ? Environment.SystemDirectory : "/",
        };
        ChildEnvironment.Clean(start.Environment);
        return start;
    }
}
