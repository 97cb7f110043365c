using System.Net;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A secret that was replaced where it is kept is found when the old one is refused; nobody else signs in by that.</summary>
public sealed class RotatedSecretTests : IDisposable
{
    private const string Profile = "[rot]\nhost = https://ws.example.com\nclient_id = id\nclient_secret = old\n";

    private readonly string _file = Path.GetTempFileName();
    private readonly SignInSetup _setup = new();
    private string _good = "old";

    public RotatedSecretTests()
    {
        File.WriteAllText(_file, Profile);
        _setup.Workspace.On(FakeWorkspace.Token, () => Encoding.UTF8.GetString(Convert.FromBase64String(_setup.Workspace.Sent.Last().Authorization!["Basic ".Length..])) is var pair
            && pair.EndsWith(":" + _good, StringComparison.Ordinal)
                ? Answer($$"""{"access_token":"token-of-{{pair.Replace(':', '-')}}","expires_in":3600}""", HttpStatusCode.OK)
                : Answer("""{"error":"invalid_client"}""", HttpStatusCode.Unauthorized));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("profile")]
    [InlineData("environment")]
    [InlineData("code")]
    public async Task A_secret_that_was_replaced_is_read_again_when_the_old_one_is_refused(string where)
    {
        Set(where, "old");
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        AppToken first = await tokens.GetTokenAsync(Cancellation);
        _good = "new";
        Set(where, "new");

        Assert.Equal("token-of-id-old", (await tokens.GetTokenAsync(Cancellation)).Value);
        tokens.Invalidate(first);

        Assert.Equal("token-of-id-new", (await tokens.GetTokenAsync(Cancellation)).Value);
        Assert.Equal(3, Asked());
    }

    [Fact]
    public async Task One_that_was_replaced_before_the_first_call_is_too()
    {
        Set("profile", "old");
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        _good = "new";
        Set("profile", "new");

        Assert.Equal("token-of-id-new", (await tokens.GetTokenAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData("host = https://ws.example.com", "host = https://other.example.com")]
    [InlineData("client_id = id", "client_id = another")]
    [InlineData("client_secret", "auth_type = databricks-cli\nclient_secret")]
    [InlineData("[rot]", "[gone]")]
    [InlineData("[rot]", "[rot")]
    public async Task A_profile_that_became_somebody_elses_is_not_followed(string what, string by)
    {
        Set("profile", "old");
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        AppToken first = await tokens.GetTokenAsync(Cancellation);
        _good = "new";
        File.WriteAllText(_file, Profile.Replace("old", "new", StringComparison.Ordinal).Replace(what, by, StringComparison.Ordinal));
        tokens.Invalidate(first);

        AppAuthenticationException seen = await Assert.ThrowsAsync<AppAuthenticationException>(() => tokens.GetTokenAsync(Cancellation).AsTask());

        Assert.Contains("answered 401, invalid_client", seen.Message, StringComparison.Ordinal);
        Assert.Equal(2, Asked());
    }

    [Fact]
    public async Task Another_client_that_was_given_the_old_secret_alone_stays_refused()
    {
        Set("code", "old");
        using TokenSources sources = _setup.Sources();
        ITokenSource rotated = sources.For(_setup.Options, []);
        ITokenSource given = sources.For(new DatabricksAppOptions { Host = FakeWorkspace.Host, ClientId = "id", ClientSecret = "old" }, []);
        _good = "new";
        Set("code", "new");

        Assert.Equal("token-of-id-new", (await rotated.GetTokenAsync(Cancellation)).Value);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => given.GetTokenAsync(Cancellation).AsTask());
        Assert.Equal("token-of-id-new", (await rotated.GetTokenAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task Calls_that_are_refused_together_all_get_the_new_secret()
    {
        Set("profile", "old");
        using TokenSources sources = _setup.Sources();
        ITokenSource tokens = sources.For(_setup.Options, []);
        _good = "new";
        Set("profile", "new");

        AppToken[] given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tokens.GetTokenAsync(Cancellation).AsTask())));

        Assert.All(given, token => Assert.Equal("token-of-id-new", token.Value));
    }

    [Fact]
    public async Task What_is_as_it_was_is_not_tried_twice()
    {
        Set("profile", "old");
        _good = "new";
        using TokenSources sources = _setup.Sources();

        await Assert.ThrowsAsync<AppAuthenticationException>(() => sources.For(_setup.Options, []).GetTokenAsync(Cancellation).AsTask());

        Assert.Equal(1, Asked());
    }

    private static HttpResponseMessage Answer(string json, HttpStatusCode status) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private int Asked() => _setup.Workspace.Requests.Count(request => request == FakeWorkspace.Token);

    private void Set(string where, string secret)
    {
        switch (where)
        {
            case "profile":
                (_setup.Options.ConfigFile, _setup.Options.Profile) = (_file, "rot");
                File.WriteAllText(_file, Profile.Replace("old", secret, StringComparison.Ordinal));
                break;
            case "environment":
                _setup.Environment["DATABRICKS_HOST"] = FakeWorkspace.Host;
                _setup.Environment["DATABRICKS_CLIENT_ID"] = "id";
                _setup.Environment["DATABRICKS_CLIENT_SECRET"] = secret;
                break;
            default:
                (_setup.Options.Host, _setup.Options.ClientId, _setup.Options.ClientSecret) = (FakeWorkspace.Host, "id", secret);
                break;
        }
    }
}
