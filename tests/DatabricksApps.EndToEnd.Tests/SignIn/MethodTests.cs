using LocalWorkspace;

namespace DatabricksApps.EndToEnd.Tests.SignIn;

/// <summary>Each way to sign in, from its configuration to the app behind the front door.</summary>
public sealed class MethodTests : IAsyncLifetime
{
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    private SignInSetup _setup = null!;
    private JobIssuer _issuer = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _setup = await SignInSetup.StartAsync();
        _issuer = await JobIssuer.StartAsync(_setup.IssueAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _setup.DisposeAsync();
    }

    [Fact]
    public async Task Service_principal_of_a_profile() => Assert.Equal(
        "client_credentials",
        await _setup.CallAsync(_setup.WithProfile($"client_id = {_setup.Principal.ClientId}\nclient_secret = {_setup.Principal.ClientSecret}")));

    [Fact]
    public async Task Databricks_CLI()
    {
        string cli = Path.Combine(_setup.Home, "databricks");
        await File.WriteAllTextAsync(
            cli,
            $$"""
            #!/bin/sh
            if [ "$1" = version ]; then echo 'Databricks CLI v1.13.0'; exit 0; fi
            [ "$*" = 'auth token --profile end-to-end' ] || exit 1
            echo '{"access_token":"{{await _setup.IssueAsync()}}","token_type":"Bearer","expiry":"2099-01-01T00:00:00Z"}'
            """.ReplaceLineEndings("\n"),
            Cancellation);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cli, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await _setup.CallAsync(_setup.WithProfile(new() { CliPath = cli, AuthType = AuthTypes.DatabricksCli }, ""));
        Assert.Single(_setup.Workspace.Tokens.Issued);
    }

    [Fact]
    public async Task Token_in_the_environment()
    {
        Trust("account");
        Environment.SetEnvironmentVariable("END_TO_END_OIDC_TOKEN", _issuer.Issue("account"));

        Assert.Equal(Exchange, await _setup.CallAsync(Federated(AuthTypes.OidcVariable, "oidc_token_env = END_TO_END_OIDC_TOKEN")));
    }

    [Fact]
    public async Task Token_in_a_file()
    {
        Trust("account");
        string file = Path.Combine(_setup.Home, "jwt");
        await File.WriteAllTextAsync(file, _issuer.Issue("account") + "\n", Cancellation);

        Assert.Equal(Exchange, await _setup.CallAsync(Federated(AuthTypes.OidcFile, $"databricks_id_token_filepath = {file}")));
    }

    [Fact]
    public async Task GitHub_actions()
    {
        // What the workspace asks for, as its metadata says.
        Trust(_setup.Workspace.Options.AccountId);

        Assert.Equal(Exchange, await _setup.CallAsync(Federated(
            AuthTypes.GitHubActions,
            $"actions_id_token_request_url = {_issuer.Address}/github?version=1\nactions_id_token_request_token = {JobIssuer.RequestToken}")));
    }

    [Fact]
    public async Task Azure_DevOps()
    {
        Trust("api://AzureADTokenExchange");
        foreach ((string name, string value) in ((string, string)[])
            [
                ("SYSTEM_ACCESSTOKEN", JobIssuer.RequestToken), ("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", _issuer.Address + "/devops/"),
                ("SYSTEM_PLANID", "plan"), ("SYSTEM_JOBID", "job"), ("SYSTEM_TEAMPROJECTID", "project"), ("SYSTEM_HOSTTYPE", "build"),
            ])
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Assert.Equal(Exchange, await _setup.CallAsync(Federated(AuthTypes.AzureDevOps, "")));
    }

    [Fact]
    public async Task Metadata_service()
    {
        await _setup.CallAsync(_setup.WithProfile($"metadata_service_url = {_issuer.Address}/metadata\nauth_type = {AuthTypes.MetadataService}"));

        Assert.Single(_setup.Workspace.Tokens.Issued);
    }

    [Fact]
    public async Task Token_of_each_user()
    {
        await _setup.CallAsync(new() { BaseAddress = _setup.Door.Url, TokenProvider = async _ => await _setup.IssueAsync() });

        Assert.Single(_setup.Workspace.Tokens.Issued);
    }

    [Fact]
    public async Task Personal_access_token_is_refused_before_anything_is_sent()
    {
        DatabricksAppOptions options = _setup.WithProfile("token = dapi0123456789abcdef\nauth_type = pat");
        options.BaseAddress = _setup.Door.Url;

        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.CallAsync(options));

        Assert.StartsWith("Sign-in failed: pat: apps take no personal access tokens. ", exception.Message);
        Assert.Empty(_setup.Workspace.Tokens.Requests);
    }

    private void Trust(string audience) => _setup.Workspace.AddFederationPolicy(
        new FederationPolicy(JobIssuer.Name, audience, _issuer.Key, "repo:acme/app", _setup.Principal.ClientId));

    private DatabricksAppOptions Federated(string method, string values) =>
        _setup.WithProfile($"client_id = {_setup.Principal.ClientId}\nauth_type = {method}\n{values}");
}
