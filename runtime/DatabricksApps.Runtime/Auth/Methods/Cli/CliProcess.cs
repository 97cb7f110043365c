using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>Runs the Databricks CLI: without a shell, with nothing to read, for a limited time and with limited output.</summary>
/// <param name="path">The full path of the program.</param>
/// <param name="variables">The variables by which it finds who is signed in.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class CliProcess(string path, IReadOnlyDictionary<string, string?> variables, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    // A token is a few kilobytes.
    private const int LongestOutput = 256 * 1024;
    private const int LongestError = 16 * 1024;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellationToken">The token.</param>
    /// <exception cref="AppAuthenticationException">It did not start, did not end in time, or printed too much.</exception>
    public async ValueTask<CliResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        string command = string.Join(' ', arguments);
        using CancellationTokenSource limit = new(s_limit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using Process process = Start(arguments, command);
        try
        {
            logger.CliStarted(path, command);
            process.StandardInput.Close();
            Task<string> error = ReadAsync(process.StandardError, LongestError, null, either.Token);
            Task<string> output = ReadAsync(process.StandardOutput, LongestOutput, () => EndTooLong(process, command), either.Token);
            await Task.WhenAll(output, error).ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return new CliResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw AuthFailure.Of(
                $"'databricks {command}' did not end within {s_limit.TotalSeconds:0} seconds, and was ended",
                "it waits for the network or for the keyring of this session.",
                $"Run it in a terminal: databricks {command}",
                exception);
        }
        finally
        {
            Kill(process);
        }
    }

    private Process Start(IReadOnlyList<string> arguments, string command)
    {
        ProcessStartInfo start = ChildProgram.Of(path, arguments);
        start.CreateNoWindow = true;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;

        foreach ((string name, string? value) in variables)
        {
            // .NET 8 starts a program with an empty variable where the value is null.
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            throw AuthFailure.Of(
                $"'databricks {command}' could not be started from {path}",
                "the file is not a program of this machine.",
                "Install the Databricks CLI anew, or set CliPath (DATABRICKS_CLI_PATH) to it.",
                exception);
        }
    }

    // Reads on to the end when it keeps no more, so that the process never waits for a full pipe.
    private static async Task<string> ReadAsync(
        StreamReader reader, int longest, Func<Exception>? tooLong, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        char[] buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            text.Append(buffer, 0, Math.Min(read, longest - text.Length));
            if (text.Length == longest && tooLong is not null)
            {
                throw tooLong();
            }
        }

        return text.ToString();
    }

    // Ended at once, since it might go on for ever, and its standard error with it.
    private static AppAuthenticationException EndTooLong(Process process, string command)
    {
        Kill(process);
        return AuthFailure.Of(
            $"'databricks {command}' printed more than {LongestOutput / 1024} KiB",
            "the program is not the Databricks CLI.",
            "Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI.");
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException or NotSupportedException)
        {
            // It ended in the meantime, or what it started belongs to another user.
        }
    }
}
