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
        if (Environment.GetEnvironmentVariable("BROWSER") == "none")
        {
            return false;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                using Process? shell = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
                return true;
            }

            bool hasDisplay = OperatingSystem.IsMacOS() || Has("DISPLAY") || Has("WAYLAND_DISPLAY");
            if (!hasDisplay)
            {
                return false;
            }

            ProcessStartInfo start = new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address.AbsoluteUri]) { UseShellExecute = false };
            using Process? process = Process.Start(start);
            return process is not null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
