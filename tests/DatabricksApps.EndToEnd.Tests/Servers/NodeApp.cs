using System.ComponentModel;
using System.Diagnostics;

namespace DatabricksApps.EndToEnd.Tests.Servers;

/// <summary>
/// An app that Node runs, with the packages of its <c>package-lock.json</c>. They are installed below <c>obj</c>, and again
/// when the lock file has changed.
/// </summary>
/// <param name="name">The folder beside this file that it is in.</param>
public abstract class NodeApp(string name) : ServerApp(name)
{
    private const int OldestNode = 20;

    private static readonly string[] s_withoutNetwork =
        ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT", "ENOTCACHED"];

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private string Folder => Path.Combine(Repository.Tests, "obj", "npm", Name);

    protected override async Task<string?> PrepareAsync()
    {
        if (!await HasNodeAsync())
        {
            return $"There is no node of version {OldestNode} or later with npm (Debian: apt-get install nodejs npm).";
        }

        Directory.CreateDirectory(Folder);
        string installed = Path.Combine(Folder, "node_modules", ".installed");
        string wanted = await File.ReadAllTextAsync(Path.Combine(Sources, "package-lock.json"));
        foreach (string file in Directory.GetFiles(Sources))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            (int exitCode, string written) = await RunAsync(Npm, "ci", "--no-audit", "--no-fund");
            if (exitCode != 0)
            {
                Assert.True(Array.Exists(s_withoutNetwork, written.Contains), $"npm ci failed for {Name}:\n{written}");
                return $"npm cannot fetch the packages of {Name}:\n{written}";
            }

            await File.WriteAllTextAsync(installed, wanted);
        }

        return null;
    }

    protected override ProcessStartInfo Command(int port) => Start("node", "app.mjs", $"{port}");

    private async Task<bool> HasNodeAsync()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            (_, string version) = await RunAsync("node", "--version");
            (int exitCode, _) = await RunAsync(Npm, "--version");
            return exitCode == 0 && Version.TryParse(version.Trim().TrimStart('v'), out Version? found) && found.Major >= OldestNode;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private ProcessStartInfo Start(string program, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private async Task<(int ExitCode, string Written)> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(Start(program, arguments))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, printed + await errors);
    }
}

public sealed class FastifyApp() : NodeApp("Fastify");

public sealed class HonoApp() : NodeApp("Hono");

public sealed class NestApp() : NodeApp("Nest");
