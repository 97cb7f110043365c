using System.Diagnostics;
using System.Text;
using DatabricksApps.Auth;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

/// <content>The CLI as a program that is run.</content>
public sealed partial class CliTests
{
    [Fact]
    public async Task A_CLI_that_hangs_is_ended_after_30_seconds_with_all_that_it_started()
    {
        string pids = Path.Combine(_cli.Folder, "pids");
        string ready = Path.Combine(_cli.Folder, "ready");
        using Process fifo = Process.Start("mkfifo", ready);
        await fifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        _cli.Write($"sleep 1000 & echo $! $$ > '{pids}'; echo ready > '{ready}'; wait");

        Task<AppToken> signIn = SignInAsync();
        await File.ReadAllTextAsync(ready, TestContext.Current.CancellationToken);
        _setup.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(
            "Sign-in failed: 'databricks auth token --host https://ws.example.com' did not end within 30 seconds, and was ended. " +
            "Likely cause: it waits for the network or for the keyring of this session. " +
            "Next step: Run it in a terminal: databricks auth token --host https://ws.example.com.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => signIn)).Message);
        foreach (string pid in (await File.ReadAllTextAsync(pids, TestContext.Current.CancellationToken)).Split())
        {
            Assert.True(pid.Length == 0 || await HasEndedAsync(int.Parse(pid)), $"{pid} still runs");
        }
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_explained()
    {
        _cli.Write("exit 0");
        await File.WriteAllBytesAsync(_cli.Path, new byte[1024 * 1024], TestContext.Current.CancellationToken);

        Assert.Equal(
            $"Sign-in failed: 'databricks auth token --host https://ws.example.com' could not be started from {_cli.Path}. " +
            "Likely cause: the file is not a program of this machine. " +
            "Next step: Install the Databricks CLI anew, or set CliPath (DATABRICKS_CLI_PATH) to it.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(SignInAsync)).Message);
    }

    [Fact]
    public async Task Input_is_closed_so_that_a_question_ends_at_once()
    {
        _cli.Write("""if read answer; then exit 1; fi; echo '{"access_token":"unasked"}'""");

        Assert.Equal("unasked", (await SignInAsync()).Value);
    }

    [Fact]
    public async Task A_flood_of_warnings_blocks_nothing()
    {
        _cli.Write("""head -c 1000000 /dev/zero | tr '\0' 'w' >&2; echo '{"access_token":"after-the-flood"}'""");

        Assert.Equal("after-the-flood", (await SignInAsync()).Value);
    }

    [Fact]
    public async Task No_secret_and_no_profile_of_this_process_reaches_the_CLI()
    {
        string[] names = ["DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET", "ARM_CLIENT_SECRET", "DATABRICKS_CONFIG_PROFILE"];
        string environment = Path.Combine(_cli.Folder, "environment");
        _cli.Write($$"""env > '{{environment}}'; echo '{"access_token":"t"}'""");
        foreach (string name in names)
        {
            Environment.SetEnvironmentVariable(name, "canary");
        }

        try
        {
            await SignInAsync();
        }
        finally
        {
            foreach (string name in names)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        string seen = await File.ReadAllTextAsync(environment, TestContext.Current.CancellationToken);
        Assert.Contains("PATH=", seen);
        Assert.DoesNotContain("canary", seen);
    }

    // A process that was killed may be seen until its parent has looked after it.
    private static async Task<bool> HasEndedAsync(int pid)
    {
        try
        {
            using Process process = Process.GetProcessById(pid);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10));
            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
