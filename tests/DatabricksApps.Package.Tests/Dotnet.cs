using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DatabricksApps.Package.Tests;

/// <summary>Runs the dotnet command.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs it to its end, whatever its exit code.</summary>
    public static Task<Result> TryRunAsync(string directory, params string[] arguments) => StartAsync("dotnet", directory, arguments);

    /// <summary>Runs it where there is no network, not even loopback.</summary>
    public static Task<Result> TryRunWithoutNetworkAsync(string directory, params string[] arguments) =>
        StartAsync("unshare", directory, ["-rn", "dotnet", .. arguments]);

    /// <summary>Tells whether this machine can run something without a network.</summary>
    public static async Task<bool> CanGoWithoutNetworkAsync()
    {
        try
        {
            return OperatingSystem.IsLinux() && (await StartAsync("unshare", "/", ["-rn", "true"])).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<Result> StartAsync(string program, string directory, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A runner that was itself started by MSBuild hands its own settings down.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource timeout = new(s_timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {s_timeout}:\n{output}");
        }

        return new Result(process.ExitCode, output.ToString());
    }

    /// <summary>Runs it and returns its output; a failure fails the test with the output.</summary>
    public static async Task<string> RunAsync(string directory, params string[] arguments)
    {
        Result result = await TryRunAsync(directory, arguments);
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} failed:\n{result.Output}");
        return result.Output;
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    internal sealed record Result(int ExitCode, string Output);
}
