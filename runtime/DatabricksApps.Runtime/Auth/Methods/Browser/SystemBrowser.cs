using System.ComponentModel;
using System.Diagnostics;

namespace DatabricksApps.Auth;

/// <summary>Opens an address in the user's browser, or shows it where there is none.</summary>
internal static class SystemBrowser
{
    public static async ValueTask OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!TryOpen(address))
        {
            await Console.Error.WriteLineAsync($"To sign in, open {address.AbsoluteUri}".AsMemory(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool TryOpen(Uri address)
    {
        // As for the Databricks CLI.
        if (Environment.GetEnvironmentVariable("BROWSER") == "none" || Opener(address.AbsoluteUri) is not { } start)
        {
            return false;
        }

        try
        {
            using Process? process = Process.Start(start);
            return process is not null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    // What the system has for it; null: nothing, or no screen.
    private static ProcessStartInfo? Opener(string address)
    {
        if (OperatingSystem.IsWindows())
        {
            return ChildProgram.Of(Path.Combine(Environment.SystemDirectory, "rundll32.exe"), ["url.dll,FileProtocolHandler", address]);
        }

        if (OperatingSystem.IsMacOS())
        {
            return ChildProgram.Of("/usr/bin/open", [address]);
        }

        return (Has("DISPLAY") || Has("WAYLAND_DISPLAY"))
            && ProgramPath.Find("xdg-open", Environment.GetEnvironmentVariable("PATH")).FirstOrDefault() is { } program
                ? ChildProgram.Of(program.FullName, [address])
                : null;
    }

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
