using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>The same for each method of the chain: what it knows and what it is answered.</summary>
public sealed partial class CanaryTests
{
    private const string GitHub = "https://gh.example.com/token?key=" + Secret;

    /// <summary>Gets the environments in which something is secret.</summary>
    public static TheoryData<string, string> Environments => new()
    {
        { "env-oidc", $"DATABRICKS_OIDC_TOKEN={Secret}" },
        { "file-oidc", "DATABRICKS_OIDC_TOKEN_FILEPATH={FILE}" },
        { "github-oidc", $"ACTIONS_ID_TOKEN_REQUEST_URL={GitHub};ACTIONS_ID_TOKEN_REQUEST_TOKEN={Secret}" },
        {
            "azure-devops-oidc",
            $"SYSTEM_ACCESSTOKEN={Secret};SYSTEM_TEAMFOUNDATIONCOLLECTIONURI=https://ado.example.com/;SYSTEM_PLANID=p;SYSTEM_JOBID=j;SYSTEM_TEAMPROJECTID=t;SYSTEM_HOSTTYPE=build"
        },
        { "metadata-service", $"DATABRICKS_METADATA_SERVICE_URL=http://localhost:1/{Secret}" },
        { "metadata-service elsewhere", $"DATABRICKS_METADATA_SERVICE_URL=https://x.example.com/{Secret}" },
        { "pat", $"DATABRICKS_TOKEN={Secret}" },
        { "pat by name", $"DATABRICKS_TOKEN={Secret};DATABRICKS_AUTH_TYPE=pat" },
        { "basic", $"DATABRICKS_USERNAME=u;DATABRICKS_PASSWORD={Secret}" },
        { "conflict", $"DATABRICKS_TOKEN={Secret};DATABRICKS_CLIENT_ID=c;DATABRICKS_CLIENT_SECRET={Secret}" },
        { "azure-client-secret", $"DATABRICKS_HOST=adb-1.2.azuredatabricks.net;ARM_CLIENT_ID=c;ARM_TENANT_ID=t;ARM_CLIENT_SECRET={Secret}" },
        { "google", $"DATABRICKS_HOST=1.2.gcp.databricks.com;GOOGLE_CREDENTIALS={Secret}" },
    };

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task No_method_gives_anything_away(string name, string variables)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Secret, Cancellation);
        foreach ((HttpStatusCode status, string body) in Echoes())
        {
            SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
            foreach (string[] pair in variables.Replace("{FILE}", file).Split(';').Select(v => v.Split('=', 2)))
            {
                setup.Environment[pair[0]] = pair[1];
            }

            setup.Workspace.OnAll(() => new HttpResponseMessage(status) { Content = new StringContent(body) });
            using TokenSources sources = setup.Sources();
            await SeeAsync(setup, () => sources.For(setup.Options, []).GetTokenAsync(Cancellation).AsTask());
            setup.Workspace.Forget(FakeWorkspace.Token).Forget(FakeWorkspace.Discovery);
            await SeeAsync(setup, () => sources.For(setup.Options, []).GetTokenAsync(Cancellation).AsTask());
        }

        File.Delete(file);
        AssertNothing(name);
    }

    [Theory]
    [InlineData($"[p]\nhost = https://ws.example.com\nclient_id = c\nclient_secret = {Secret}")]
    [InlineData($"[p]\nclient_secret {Secret}")]
    [InlineData($"[p]\nclient_secret = `{Secret}")]
    [InlineData($"[p\nclient_secret = {Secret}")]
    [InlineData($"[p]\ntoken = {Secret}\nclient_secret = {Secret}")]
    [InlineData($"[q]\nclient_secret = {Secret}")]
    [InlineData($"[p]\nhost = http://u:{Secret}@x.example.com/?a={Secret}")]
    public async Task No_file_gives_anything_away(string text)
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("databricks-home-");
        await File.WriteAllTextAsync(Path.Combine(home.FullName, ".databrickscfg"), text, Cancellation);
        SignInSetup setup = new() { Environment = { ["HOME"] = home.FullName, ["USERPROFILE"] = home.FullName, ["DATABRICKS_CONFIG_PROFILE"] = "p" } };
        setup.Workspace.Json(FakeWorkspace.Token, $$"""{"error":"invalid_client","error_description":"{{Secret}}"}""", HttpStatusCode.Unauthorized);
        using TokenSources sources = setup.Sources();

        await SeeAsync(setup, () => sources.For(setup.Options, []).GetTokenAsync(Cancellation).AsTask());

        home.Delete(recursive: true);
        AssertNothing(text);
    }

    [Theory]
    [InlineData("?code=" + Secret + "&state={state}")]
    [InlineData("?error=" + Token + "eyJhbGciOiJub25lIn0&state={state}")]
    public async Task No_browser_gives_anything_away(string answer)
    {
        foreach ((HttpStatusCode status, string body) in Echoes())
        {
            SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
            setup.Options.AuthType = AuthTypes.Browser;
            setup.Options.OAuthCallbackPort = FreePort();
            setup.Options.OpenBrowser = (address, cancellationToken) =>
            {
                string state = System.Web.HttpUtility.ParseQueryString(address.Query)["state"]!;
                _ = new HttpClient().GetAsync(
                    new Uri($"http://localhost:{setup.Options.OAuthCallbackPort}/{answer.Replace("{state}", state).Replace("error=" + Token, "error=denied+")}"), cancellationToken);
                return default;
            };
            setup.Workspace.Json(
                FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","authorization_endpoint":"{{FakeWorkspace.Host}}/a"}""");
            setup.Workspace.Answer(FakeWorkspace.Token, status, body, "application/json");

            await SeeAsync(setup, () => setup.Chain().GetTokenAsync(Cancellation).AsTask());
        }

        AssertNothing(answer);
    }

    // What repeats all that it was sent, as a token, as an error, as nothing in particular.
    private static IEnumerable<(HttpStatusCode Status, string Body)> Echoes() =>
    [
        (HttpStatusCode.BadRequest, $$"""{"error":"invalid_grant","error_description":"{{Secret}}","message":"{{Secret}}"}"""),
        (HttpStatusCode.OK, $$"""{"access_token":"{{Token}}","refresh_token":"{{Secret}}","value":"{{Secret}}","oidcToken":"{{Secret}}","expires_in":3600,"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token"}"""),
        (HttpStatusCode.OK, $"<html>{Secret}"),
    ];

    private static int FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
