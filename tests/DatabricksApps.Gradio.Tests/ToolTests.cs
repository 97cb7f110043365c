using System.Diagnostics;
using LocalWorkspace;

namespace DatabricksApps.Gradio.Tests;

/// <summary>The command that fetches a snapshot.</summary>
public sealed class ToolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--extras", "demo6.gradio.json")]
    [InlineData("--lies", "lies.gradio.json")]
    [InlineData("--profile 5", "demo5.gradio.json")]
    [InlineData("--profile 4", "demo4.gradio.json")]
    public async Task A_snapshot_is_the_one_that_is_kept_here(string arguments, string file)
    {
        await using FakeGradio app = await FakeGradio.StartAsync(arguments);

        (int exitCode, string written, string errors) = await RunAsync([app.Address.AbsoluteUri, "FILE", "--no-sign-in"]);

        Assert.Equal(("", 0), (errors, exitCode));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Node.Snapshots, file), Cancellation), written);
    }

    [Fact]
    public async Task No_place_on_a_host_enters_a_snapshot()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--lies");

        (_, string written, _) = await RunAsync([app.Address.AbsoluteUri, "FILE", "--no-sign-in"]);

        Assert.Contains("\"orig_name\": \"sample.txt\"", written);
        Assert.DoesNotContain("/tmp/", written);
        Assert.DoesNotContain(app.Address.Authority, written);
    }

    [Fact]
    public async Task The_requests_are_signed()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras --mount /api/demo");
        await using Workspace workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        WorkspaceApp door = await workspace.AddAppAsync("demo", new Uri(app.Address.GetLeftPart(UriPartial.Authority)), cancellationToken: Cancellation);
        ServicePrincipal principal = workspace.AddServicePrincipal("tool");
        door.GrantCanUse(principal.ClientId);

        (int exitCode, string written, string errors) = await RunAsync(
            [door.Url.AbsoluteUri + "api/demo", "FILE"],
            ("DATABRICKS_HOST", workspace.BaseAddress.AbsoluteUri),
            ("DATABRICKS_CLIENT_ID", principal.ClientId),
            ("DATABRICKS_CLIENT_SECRET", principal.ClientSecret));

        Assert.Equal(("", 0), (errors, exitCode));
        Assert.Contains("\"root\": \"/api/demo\"", written);
        Assert.Single(workspace.Tokens.Issued);
    }

    [Fact]
    public async Task What_is_no_Gradio_app_is_said()
    {
        await using FakeGradio app = await FakeGradio.StartAsync();

        (int exitCode, _, string errors) = await RunAsync([app.Address.AbsoluteUri + "elsewhere", "FILE", "--no-sign-in"]);

        Assert.Equal(3, exitCode);
        Assert.StartsWith("error: GET /elsewhere/config: the app answered 404", errors);
    }

    private static async Task<(int ExitCode, string Written, string Errors)> RunAsync(string[] arguments, params (string Name, string Value)[] variables)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".gradio.json");
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "DatabricksApps.Tool.dll"), "add", .. arguments.Select(a => a == "FILE" ? file : a)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(Cancellation);
            string errors = await process.StandardError.ReadToEndAsync(Cancellation);
            await output;
            await process.WaitForExitAsync(Cancellation);
            return (process.ExitCode, File.Exists(file) ? await File.ReadAllTextAsync(file, Cancellation) : "", errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
