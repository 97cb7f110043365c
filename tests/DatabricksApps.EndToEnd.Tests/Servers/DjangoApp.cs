using System.ComponentModel;
using System.Diagnostics;

namespace DatabricksApps.EndToEnd.Tests.Servers;

/// <summary>The app of Django REST framework. Its document is that of Debian's drf-spectacular, so others are not asked.</summary>
public sealed class DjangoApp() : ServerApp("Django")
{
    private const string Python = "/usr/bin/python3";

    private const string Probe = "import django, rest_framework, drf_spectacular; print(drf_spectacular.__version__)";

    protected override async Task<string?> PrepareAsync() =>
        (await TryProbeAsync()).StartsWith("0.25.", StringComparison.Ordinal)
            ? null
            : $"{Python} cannot import Django REST framework with drf-spectacular 0.25 " +
              "(Debian: apt-get install python3-djangorestframework-spectacular).";

    protected override ProcessStartInfo Command(int port) => Start("app.py", $"{port}");

    private ProcessStartInfo Start(params string[] arguments) => new(Python, arguments)
    {
        WorkingDirectory = Sources,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONUTF8"] = "1" },
    };

    private async Task<string> TryProbeAsync()
    {
        try
        {
            using Process process = Process.Start(Start("-c", Probe))!;
            string printed = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return printed;
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
