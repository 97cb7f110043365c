using System.Diagnostics;
using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Tokens of other issuers, exchanged for Databricks tokens.</summary>
public sealed class FederationTests : IDisposable
{
    private const string Exchange =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt&";

    private const string Endpoint = "https%3A%2F%2Fws.example.com%2Foidc%2Fv1%2Ftoken";

    private readonly string _file = Path.GetTempFileName();
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("DATABRICKS_OIDC_TOKEN", null)]
    [InlineData("CI_TOKEN", "CI_TOKEN")]
    public async Task A_token_in_the_environment_is_exchanged_for_the_account(string variable, string? name)
    {
        _setup.Environment[variable] = " the-jwt\n";
        _setup.Options.OidcTokenVariable = name;
        _setup.Options.Scopes.Add("sql");

        AppToken token = await _setup.SignInAsync(new EnvironmentOidcMethod());

        Assert.Equal("the-access-token", token.Value);
        Assert.Equal((null, Exchange + "subject_token=the-jwt&scope=sql"), _setup.Workspace.Sent.Last());
    }

    [Fact]
    public async Task A_token_in_a_file_is_read_anew_and_exchanged_for_the_service_principal()
    {
        _setup.Options.OidcTokenFile = _file;
        _setup.Options.ClientId = "the-client-id";
        _setup.Options.AuthType = AuthTypes.OidcFile;
        CredentialChain chain = _setup.Chain();
        foreach (string jwt in (string[])["first", "second"])
        {
            await File.WriteAllTextAsync(_file, jwt + "\n", TestContext.Current.CancellationToken);

            await chain.GetTokenAsync(TestContext.Current.CancellationToken);

            Assert.Equal((null, $"{Exchange}subject_token={jwt}&scope=all-apis&client_id=the-client-id"), _setup.Workspace.Sent.Last());
        }
    }

    [Theory]
    [InlineData("", "is empty, or a pipe or device")]
    [InlineData(" \n", "is empty")]
    [InlineData(null, "does not exist")]
    public async Task A_file_without_a_token_is_told(string? content, string what)
    {
        File.Delete(_file);
        if (content is not null)
        {
            await File.WriteAllTextAsync(_file, content, TestContext.Current.CancellationToken);
        }

        _setup.Options.OidcTokenFile = _file;

        Assert.Equal(
            $"Sign-in failed: the file with the OIDC token, {_file}, {what}. " +
            "Next step: Set OidcTokenFile (DATABRICKS_OIDC_TOKEN_FILEPATH) to the file that the issuer writes.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new FileOidcMethod()))).Message);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("folder/file")]
    [InlineData("link")]
    public async Task One_that_is_not_there_is_told_before_anybody_is_asked(string name)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("databricks-oidc-");
        try
        {
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), "nowhere");
            _setup.Options.OidcTokenFile = Path.Combine(folder.FullName, name);

            AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(
                async () => await new FileOidcMethod().ConfigureAsync(_setup.Context(), TestContext.Current.CancellationToken));

            Assert.Equal(
                $"Sign-in failed: the file with the OIDC token, {_setup.Options.OidcTokenFile}, does not exist. " +
                "Next step: Set OidcTokenFile (DATABRICKS_OIDC_TOKEN_FILEPATH) to the file that the issuer writes.",
                seen.Message);
            Assert.Empty(_setup.Workspace.Requests);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/full")]
    [InlineData("fifo")]
    [InlineData("link")]
    public async Task A_device_or_a_pipe_is_not_read_as_a_token(string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The devices are Linux's.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("databricks-oidc-");
        try
        {
            using (Process fifo = Process.Start("/usr/bin/mkfifo", Path.Combine(folder.FullName, "fifo")))
            {
                await fifo.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            File.CreateSymbolicLink(Path.Combine(folder.FullName, "middle"), "fifo");
            File.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), "middle");
            string path = Path.Combine(folder.FullName, file);
            _setup.Options.OidcTokenFile = path;
            long before = GC.GetTotalAllocatedBytes();

            Task<AppToken> signIn = Task.Run(() => _setup.SignInAsync(new FileOidcMethod()), TestContext.Current.CancellationToken);

            Assert.Equal(
                $"Sign-in failed: the file with the OIDC token, {path}, is empty, or a pipe or device. " +
                "Next step: Set OidcTokenFile (DATABRICKS_OIDC_TOKEN_FILEPATH) to the file that the issuer writes.",
                (await Assert.ThrowsAsync<AppAuthenticationException>(
                    () => signIn.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))).Message);
            Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100_000_000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(256 * 1024, null)]
    [InlineData((256 * 1024) + 1, "holds no token: it is longer than 256 KiB")]
    public async Task A_file_is_read_as_far_as_a_token_may_reach(int length, string? what)
    {
        await File.WriteAllTextAsync(_file, new string('x', length), TestContext.Current.CancellationToken);
        _setup.Options.OidcTokenFile = _file;

        Exception? failure = await Record.ExceptionAsync(() => _setup.SignInAsync(new FileOidcMethod()));

        Assert.Equal(what is null, failure is null);
        Assert.Contains(what ?? "", failure?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, Endpoint)]
    [InlineData("configured", """{"token_federation_default_oidc_audiences":["listed"]}""", "configured")]
    [InlineData(null, """{"oidc_endpoint":"https://ws.example.com/oidc","token_federation_default_oidc_audiences":["listed","other"]}""", "listed")]
    [InlineData(null, """{"oidc_endpoint":"https://ws.example.com/oidc","host_type":"unified","account_id":"acc"}""", "acc")]
    [InlineData(null, """{"oidc_endpoint":"https://ws.example.com/oidc","host_type":"unified","account_id":"acc","workspace_id":"7"}""", Endpoint)]
    public async Task GitHub_issues_a_token_for_the_audience_of_the_host(string? audience, string? metadata, string asked)
    {
        OnGitHub();
        string request = $"GET https://gh.example.com/token?v=1&audience={asked}";
        _setup.Workspace.Json(request, """{"value":"the-jwt"}""");
        _setup.Options.TokenAudience = audience;
        if (metadata is not null)
        {
            _setup.Workspace.Json(FakeWorkspace.Metadata, metadata);
        }

        await _setup.SignInAsync(new GitHubOidcMethod());

        Assert.Contains(request, _setup.Workspace.Requests);
        Assert.Contains(("Bearer the-request-token", ""), _setup.Workspace.Sent);
        Assert.Equal((null, Exchange + "subject_token=the-jwt&scope=all-apis"), _setup.Workspace.Sent.Last());
    }

    [Fact]
    public async Task A_job_that_may_not_ask_GitHub_is_told_the_permission()
    {
        OnGitHub();

        Assert.Equal(
            "Sign-in failed: GitHub issued no token: https://gh.example.com/token answered 404. " +
            "Likely cause: the job may not ask for one. Next step: Give the job the permission id-token: write.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new GitHubOidcMethod()))).Message);
    }

    [Theory]
    [InlineData("https://ado.example.com/org")]
    [InlineData("https://ado.example.com/org/")]
    public async Task Azure_DevOps_issues_a_token_for_the_job(string collection)
    {
        foreach ((string name, string value) in ((string, string)[])
            [
                ("SYSTEM_ACCESSTOKEN", "the-request-token"), ("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", collection), ("SYSTEM_PLANID", "plan"),
                ("SYSTEM_JOBID", "job"), ("SYSTEM_TEAMPROJECTID", "my project"), ("SYSTEM_HOSTTYPE", "build"),
            ])
        {
            _setup.Environment[name] = value;
        }

        _setup.Workspace.OnAll(() => new HttpResponseMessage { Content = new StringContent("""{"oidcToken":"the-jwt"}""") });

        await _setup.SignInAsync(new AzureDevOpsOidcMethod());

        Assert.Contains(
            "POST https://ado.example.com/org/my project/_apis/distributedtask/hubs/build/plans/plan/jobs/job/oidctoken?api-version=7.2-preview.1",
            _setup.Workspace.Requests);
        Assert.Contains(("Bearer the-request-token", ""), _setup.Workspace.Sent);
        Assert.Equal((null, Exchange + "subject_token=the-jwt&scope=all-apis"), _setup.Workspace.Sent.Last());
    }

    [Theory]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL", "http://gh.example.com/token")]
    public async Task A_request_token_goes_over_https_only(string variable, string address)
    {
        OnGitHub();
        _setup.Environment[variable] = address;

        Assert.Equal(
            "Sign-in failed: ACTIONS_ID_TOKEN_REQUEST_URL is not an https address. Next step: Leave the variable as GitHub Actions sets it.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new GitHubOidcMethod()))).Message);
        Assert.DoesNotContain(_setup.Workspace.Sent, s => s.Authorization is not null);
    }

    [Fact]
    public async Task A_token_that_no_policy_trusts_is_told()
    {
        _setup.Environment["DATABRICKS_OIDC_TOKEN"] = "the-jwt-of-another";
        _setup.Workspace.Json(
            FakeWorkspace.Token, """{"error":"invalid_grant","error_description":"no policy for the-jwt-of-another"}""", HttpStatusCode.BadRequest);

        Assert.Equal(
            "Sign-in failed: https://ws.example.com/oidc/v1/token answered 400, invalid_grant: no policy for ***. " +
            "Likely cause: the sign-in has ended, or the token that was to be exchanged is not one of an issuer that the account trusts. " +
            "Next step: Sign in anew; for workload identity, compare the federation policy with the token's issuer, audience and subject.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new EnvironmentOidcMethod()))).Message);
    }

    private void OnGitHub()
    {
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://gh.example.com/token?v=1";
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "the-request-token";
    }
}
