using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What each issuer must give, and what is told where it does not.</summary>
public sealed class FederationDetailTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly SignInSetup _setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Form => _setup.Workspace.Sent.Last().Body;

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(262_144, true)]
    [InlineData(262_145, false)]
    public async Task A_file_holds_a_token_of_at_most_256_kilobytes(int length, bool isToken)
    {
        await File.WriteAllTextAsync(_file, new string('t', length), Cancellation);
        _setup.Options.OidcTokenFile = _file;

        Exception? seen = await Record.ExceptionAsync(() => _setup.SignInAsync(new FileOidcMethod()));

        Assert.Equal(isToken ? null : $"Sign-in failed: the file with the OIDC token, {_file}, holds no token: it is longer than 256 KiB. Next step: Set OidcTokenFile (DATABRICKS_OIDC_TOKEN_FILEPATH) to the file that the issuer writes.", seen?.Message);
    }

    [Fact]
    public async Task One_that_cannot_be_read_says_why()
    {
        _setup.Options.OidcTokenFile = Path.GetDirectoryName(_file);

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new FileOidcMethod()));

        Assert.Contains(", is a folder. Next step: ", seen.Message);
        Assert.True(seen.InnerException is IOException or UnauthorizedAccessException);
    }

    [Theory]
    [InlineData("https://gh.example.com/token", "https://gh.example.com/token?audience=a%20%26b")]
    [InlineData("https://gh.example.com/token?v=1", "https://gh.example.com/token?v=1&audience=a%20%26b")]
    [InlineData("http://localhost:1/token", "http://localhost:1/token?audience=a%20%26b")]
    public async Task GitHub_is_asked_for_the_audience(string url, string asked)
    {
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = url;
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "r";
        _setup.Options.TokenAudience = "a &b";
        _setup.Workspace.On($"GET {new Uri(asked)}", () => new HttpResponseMessage { Content = new StringContent("""{"value":"the-jwt"}""") });

        await _setup.SignInAsync(new GitHubOidcMethod());

        Assert.Contains($"GET {new Uri(asked)}", _setup.Workspace.Requests);
        Assert.Contains("subject_token=the-jwt&", Form);
    }

    [Theory]
    [InlineData("ftp://gh.example.com/token")]
    [InlineData("gh.example.com/token")]
    public async Task At_an_address_of_https_alone(string url)
    {
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = url;
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "r";

        Assert.StartsWith(
            "Sign-in failed: ACTIONS_ID_TOKEN_REQUEST_URL is not an https address.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new GitHubOidcMethod()))).Message);
    }

    [Theory]
    [InlineData(200, """{"value":""}""", false)]
    [InlineData(200, "[]", false)]
    [InlineData(400, """{"value":"t"}""", false)]
    [InlineData(503, """{"value":"t"}""", true)]
    public void An_issuer_that_gives_none_is_told(int status, string body, bool isTransient)
    {
        WorkspaceAnswer answer = new()
        {
            Address = "a", Status = (HttpStatusCode)status, MediaType = null, Body = System.Text.Encoding.UTF8.GetBytes(body), RetryAfter = TimeSpan.FromSeconds(2), RedirectHost = null,
        };

        AppAuthenticationException seen = Assert.Throws<AppAuthenticationException>(() => IssuerAnswer.Token(answer, "value", "GitHub", "Do this."));

        Assert.Equal($"Sign-in failed: GitHub issued no token: a answered {status}. Likely cause: the job may not ask for one. Next step: Do this.", seen.Message);
        Assert.Equal((isTransient, TimeSpan.FromSeconds(2)), (seen.IsTransient, seen.RetryAfter));
    }

    [Theory]
    [InlineData("SYSTEM_ACCESSTOKEN")]
    [InlineData("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")]
    [InlineData("SYSTEM_PLANID")]
    [InlineData("SYSTEM_JOBID")]
    [InlineData("SYSTEM_TEAMPROJECTID")]
    [InlineData("SYSTEM_HOSTTYPE")]
    public async Task A_job_of_Azure_DevOps_has_all_its_variables(string missing)
    {
        OnAzure("https://ado.example.com");
        _setup.Environment[missing] = "";

        CredentialAnswer answer = await new AzureDevOpsOidcMethod().ConfigureAsync(_setup.Context(), Cancellation);

        Assert.Equal($"{missing} is not set", answer.Reason);
    }

    [Fact]
    public async Task Its_token_goes_over_https_alone()
    {
        OnAzure("http://ado.example.com");

        Assert.StartsWith(
            "Sign-in failed: SYSTEM_TEAMFOUNDATIONCOLLECTIONURI is not an https address.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new AzureDevOpsOidcMethod()))).Message);
        Assert.DoesNotContain(_setup.Workspace.Sent, sent => sent.Authorization is not null);
    }

    [Fact]
    public async Task It_is_asked_by_an_empty_body_of_JSON()
    {
        OnAzure("https://ado.example.com");
        HttpRequestMessage? asked = null;
        string? contentType = null;
        StubHandler stub = new(request =>
        {
            asked = request.RequestUri!.Host == "ado.example.com" ? request : asked;
            contentType = request.RequestUri.Host == "ado.example.com" ? request.Content!.Headers.ContentType!.MediaType : contentType;
            return new HttpResponseMessage { Content = new StringContent($$"""{"oidcToken":"the-jwt","token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","access_token":"t","expires_in":5}""") };
        });
        CredentialInputs inputs = CredentialInputs.Read(_setup.Options, [], name => _setup.Environment.GetValueOrDefault(name));
        CredentialContext context = new()
        {
            Settings = inputs.Settings, HttpClient = () => new HttpClient(stub, disposeHandler: false), Variable = inputs.Variable, Time = _setup.Time, Logger = _setup.Log,
        };
        CredentialAnswer answer = await new AzureDevOpsOidcMethod().ConfigureAsync(context, Cancellation);

        await answer.Source!.GetTokenAsync(Cancellation);

        Assert.Equal((HttpMethod.Post, "application/json"), (asked!.Method, contentType));
        Assert.Equal("application/json", asked.Headers.Accept.ToString());
    }

    [Theory]
    [InlineData(" ", "DATABRICKS_OIDC_TOKEN is not set")]
    [InlineData(null, "DATABRICKS_OIDC_TOKEN is not set")]
    public async Task A_variable_without_a_token_is_not_set(string? value, string reason)
    {
        if (value is not null)
        {
            _setup.Environment["DATABRICKS_OIDC_TOKEN"] = value;
        }

        Assert.Equal(reason, (await new EnvironmentOidcMethod().ConfigureAsync(_setup.Context(), Cancellation)).Reason);
    }

    [Fact]
    public async Task Without_a_host_nothing_is_exchanged()
    {
        _setup.Environment.Remove("DATABRICKS_HOST");
        _setup.Environment["DATABRICKS_OIDC_TOKEN"] = "t";

        Assert.Equal("host (DATABRICKS_HOST) is not set", (await new EnvironmentOidcMethod().ConfigureAsync(_setup.Context(), Cancellation)).Reason);
    }

    [Theory]
    [InlineData("  the-jwt\n", "the-jwt")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public async Task A_function_gives_a_token_or_it_is_told(string? given, string? sent)
    {
        FederatedTokenMethod method = new(_ => new(given!));

        Exception? seen = await Record.ExceptionAsync(() => _setup.SignInAsync(method));

        Assert.Equal(sent is null ? "Sign-in failed: FederatedTokenProvider gave no token. Likely cause: the other identity provider has not signed in. Next step: Return its token, a JWT." : null, seen?.Message);
        Assert.Equal(sent is not null, Form.Contains($"subject_token={sent}&", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_an_issuer_is_too_busy_for_is_asked_for_again()
    {
        int asked = 0;
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_URL"] = "https://gh.example.com/token";
        _setup.Environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "r";
        _setup.Options.TokenAudience = "a";
        _setup.Workspace.On("GET https://gh.example.com/token?audience=a", () => ++asked == 1
            ? new HttpResponseMessage(HttpStatusCode.BadGateway)
            : new HttpResponseMessage { Content = new StringContent("""{"value":"the-jwt"}""") });
        Task<AppToken> signIn = _setup.SignInAsync(new GitHubOidcMethod());
        await _setup.Time.PassAsync(TimeSpan.FromSeconds(0.5));

        Assert.Equal("the-access-token", (await signIn).Value);
    }

    private void OnAzure(string collection)
    {
        foreach ((string name, string value) in ((string, string)[])
            [
                ("SYSTEM_ACCESSTOKEN", "r"), ("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", collection), ("SYSTEM_PLANID", "plan"),
                ("SYSTEM_JOBID", "job"), ("SYSTEM_TEAMPROJECTID", "project"), ("SYSTEM_HOSTTYPE", "build"),
            ])
        {
            _setup.Environment[name] = value;
        }
    }
}
