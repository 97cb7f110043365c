using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>The stand-in as a program.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Prints_what_a_caller_needs()
    {
        await using EchoApp echo = await EchoApp.StartAsync();
        using Process process = Start("--app", echo.Address.AbsoluteUri, "--name", "inventory");
        try
        {
            (Uri app, Dictionary<string, string> environment) = await ReadAsync(process.StandardOutput);
            using HttpClient http = new();
            OAuthClient oauth = new(http, new Uri(environment["DATABRICKS_HOST"]));
            string token = await oauth.SignInAsync(new ServicePrincipal(
                "demo", environment["DATABRICKS_CLIENT_ID"], environment["DATABRICKS_CLIENT_SECRET"], []));

            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(app, "/api/echo"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Asks_for_an_app()
    {
        using Process process = Start();

        Assert.Equal(
            "Which app? For example: --app http://127.0.0.1:8000",
            (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(Workspace).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<(Uri App, Dictionary<string, string> Environment)> ReadAsync(StreamReader output)
    {
        Uri? app = null;
        Dictionary<string, string> environment = [];
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Press", StringComparison.Ordinal))
        {
            if (line.Split(" is reached through ") is [_, { } url])
            {
                app = new Uri(url);
            }

            if (line.StartsWith("export ", StringComparison.Ordinal) && line[7..].Split('=') is [{ } name, { } value])
            {
                environment[name] = value;
            }
        }

        return (app!, environment);
    }
}
