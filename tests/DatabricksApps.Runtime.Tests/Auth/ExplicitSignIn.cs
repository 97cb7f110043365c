using System.Net;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Workspaces, a configuration file and a CLI with a signed-in developer, of which the code names some.</summary>
public abstract class ExplicitSignIn : IDisposable
{
    private protected DirectoryInfo Home { get; } = Directory.CreateTempSubdirectory("databricks-home-");
    private protected SignInSetup Setup { get; } = new() { Workspace = new FakeWorkspace() };
    private protected FakeCli Cli { get; } = new FakeCli().WriteToken("token-of-the-developer");

    protected ExplicitSignIn()
    {
        Env("HOME", Home.FullName);
        Env("USERPROFILE", Home.FullName);
        Env("PATH", string.Join(Path.PathSeparator, Cli.Folder, "/usr/bin", "/bin"));
        foreach (string host in (string[])["a", "dev", "prod"])
        {
            Setup.Workspace
                .Json($"GET https://{host}.example.com/oidc/.well-known/oauth-authorization-server", $$"""{"token_endpoint":"https://{{host}}.example.com/oidc/v1/token"}""")
                .Json($"POST https://{host}.example.com/oidc/v1/token", $$"""{"access_token":"token-of-{{host}}","token_type":"Bearer","expires_in":3600}""");
        }

        File.WriteAllText(
            Path.Combine(Home.FullName, ".databrickscfg"),
            """
            [DEFAULT]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = prod-secret
            [empty]
            host = https://prod.example.com
            [expired]
            host = https://prod.example.com
            client_id = prod-id
            client_secret = expired
            [pat]
            host = https://prod.example.com
            token = dapi0123456789abcdef
            """);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Cli.Dispose();
        Home.Delete(recursive: true);
    }

    private protected async Task<string> SignInAsync()
    {
        using TokenSources sources = Setup.Sources();
        try
        {
            return (await sources.For(Setup.Options, []).GetTokenAsync(Cancellation)).Value;
        }
        catch (AppAuthenticationException exception)
        {
            return exception.Message;
        }
    }

    // The host and the secret or the other issuer's token of each request for a token.
    private protected string[] Sent() =>
    [
        .. Setup.Workspace.Requests.Zip(Setup.Workspace.Sent).Where(sent => sent.First.StartsWith("POST", StringComparison.Ordinal)).Select(sent =>
            $"{new Uri(sent.First.Split(' ')[1]).Host.Split('.')[0]} " + (sent.Second.Authorization is { } basic
                ? Encoding.UTF8.GetString(Convert.FromBase64String(basic["Basic ".Length..]))
                : sent.Second.Body.Split('&').Single(part => part.StartsWith("subject_token=", StringComparison.Ordinal))["subject_token=".Length..])),
    ];

    private protected void Refuse(string host) => Setup.Workspace.Json(
        $"POST https://{host}.example.com/oidc/v1/token", """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);

    private protected void Env(string name, string value) => Setup.Environment[name] = value;
}
