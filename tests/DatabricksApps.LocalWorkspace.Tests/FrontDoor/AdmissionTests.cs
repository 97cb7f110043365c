using LocalWorkspace;
using Microsoft.AspNetCore.WebUtilities;

namespace DatabricksApps.LocalWorkspace.Tests.FrontDoor;

/// <summary>Whom the front door lets through, and what it answers to others.</summary>
public sealed class AdmissionTests : FrontDoorTest
{
    private const string Passed = "200";
    private const string Login = "302 login";
    private const string Unauthorized = "401 ";

    [Fact]
    public async Task Token_of_a_caller_who_can_use_the_app_passes() =>
        Assert.Equal(Passed, await AnswerAsync("/api/echo", await SignInAsync()));

    [Fact]
    public async Task User_passes_as_service_principals_do()
    {
        App.GrantCanUse("ada@example.com");
        OAuthAnswer answer = await new OAuth.Browser(Http, Workspace.BaseAddress, OAuth).SignInAsync();

        Assert.Equal(Passed, await AnswerAsync("/api/echo", answer.AccessToken));
    }

    [Theory]
    [InlineData("/api/echo", Unauthorized)]
    [InlineData("/api", Unauthorized)]
    [InlineData("/", Login)]
    [InlineData("/items", Login)]
    [InlineData("/apis", Login)]
    public async Task Without_a_token_nothing_passes(string path, string answer) =>
        Assert.Equal(answer, await AnswerAsync(path, null));

    [Fact]
    public async Task Outside_API_tokens_are_not_taken() => Assert.Equal(Login, await AnswerAsync("/items", await SignInAsync()));

    [Theory]
    [InlineData("/api/echo")]
    [InlineData("/items")]
    public async Task Personal_access_token_is_sent_to_the_login(string path) =>
        Assert.Equal(Login, await AnswerAsync(path, "dapi0123456789abcdef0123456789abcdef"));

    [Theory]
    [InlineData("opaque")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.")]
    public async Task Wrong_token_is_refused(string token) => Assert.Equal(Unauthorized, await AnswerAsync("/api/echo", token));

    [Fact]
    public async Task Changed_token_is_refused()
    {
        string[] parts = (await SignInAsync()).Split('.');
        parts[2] = new string([.. parts[2].Reverse()]);

        Assert.Equal(Unauthorized, await AnswerAsync("/api/echo", string.Join('.', parts)));
    }

    [Fact]
    public async Task Token_of_another_workspace_is_refused()
    {
        await using Workspace other = await Workspace.StartAsync(new WorkspaceOptions { TimeProvider = Time }, Cancellation);
        string token = await new OAuthClient(Http, other.BaseAddress).SignInAsync(other.AddServicePrincipal("job"));

        Assert.Equal(Unauthorized, await AnswerAsync("/api/echo", token));
    }

    [Theory]
    [InlineData(FrontDoorAnswer.LoginRedirect, Login)]
    [InlineData(FrontDoorAnswer.InvalidToken, "403 Invalid Token")]
    [InlineData(FrontDoorAnswer.Unauthorized, Unauthorized)]
    public async Task Expired_token_is_answered_by_policy(FrontDoorAnswer policy, string answer)
    {
        App.Policy.ExpiredToken = policy;
        string token = await SignInAsync();
        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(Passed, await AnswerAsync("/api/echo", token));

        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(answer, await AnswerAsync("/api/echo", token));
    }

    [Fact]
    public async Task Tokens_can_be_made_expired()
    {
        string token = await SignInAsync();
        Workspace.Tokens.ExpireAll();

        Assert.Equal(Login, await AnswerAsync("/api/echo", token));
        Assert.Equal(Passed, await AnswerAsync("/api/echo", await SignInAsync()));
    }

    [Fact]
    public async Task Tokens_can_be_revoked()
    {
        string token = await SignInAsync();
        Workspace.Tokens.RevokeAll();

        Assert.Equal(Unauthorized, await AnswerAsync("/api/echo", token));
        Assert.Equal(Passed, await AnswerAsync("/api/echo", await SignInAsync()));
    }

    [Theory]
    [InlineData("sql", FrontDoorAnswer.Unauthorized, true, Passed)]
    [InlineData("file.files", FrontDoorAnswer.Unauthorized, true, Unauthorized)]
    [InlineData("file.files", FrontDoorAnswer.Forbidden, true, "403 You do not have permission to access this app.")]
    [InlineData("all-apis", FrontDoorAnswer.Unauthorized, true, Passed)]
    [InlineData("all-apis", FrontDoorAnswer.Unauthorized, false, Unauthorized)]
    public async Task Scopes_of_the_app_are_needed(string scope, FrontDoorAnswer policy, bool allApisIsEveryScope, string answer)
    {
        App.UserApiScopes = ["sql"];
        App.Policy.MissingScope = policy;
        App.Policy.AllApisIsEveryScope = allApisIsEveryScope;

        Assert.Equal(answer, await AnswerAsync("/api/echo", await SignInAsync(scope)));
    }

    [Fact]
    public async Task Without_can_use_nobody_passes()
    {
        ServicePrincipal stranger = Workspace.AddServicePrincipal("stranger");
        string token = await OAuth.SignInAsync(stranger);
        const string Forbidden = "403 You do not have permission to access this app.";

        Assert.Equal(Forbidden, await AnswerAsync("/api/echo", token));
        App.GrantCanUse(stranger.ClientId);
        Assert.Equal(Passed, await AnswerAsync("/api/echo", token));
        App.RevokeCanUse(stranger.ClientId);
        Assert.Equal(Forbidden, await AnswerAsync("/api/echo", token));
    }

    [Fact]
    public async Task Unknown_app_is_not_found_by_the_front_door()
    {
        string token = await SignInAsync();
        App.IsDeployed = false;

        Assert.Equal("404 App Not Found", await AnswerAsync("/api/echo", token));
    }

    [Fact]
    public async Task What_the_app_does_not_find_is_its_own_answer() =>
        Assert.Equal("404 {\"detail\":\"Not here\"}", await AnswerAsync("/api/missing", await SignInAsync()));

    [Fact]
    public async Task Redirect_of_the_app_is_passed_on()
    {
        using HttpResponseMessage response = await SendAsync("/api/moved", await SignInAsync());

        Assert.Equal("/api/echo", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Stopped_app_answers_with_a_page()
    {
        string token = await SignInAsync();
        App.IsActive = false;

        Assert.Equal(
            "503 <!doctype html><title>App Not Available</title><h1>App Not Available</h1>", await AnswerAsync("/api/echo", token));
    }

    [Fact]
    public async Task App_that_is_down_is_a_bad_gateway()
    {
        string token = await SignInAsync();
        await Echo.DisposeAsync();

        Assert.Equal("502 ", await AnswerAsync("/api/echo", token));
    }

    [Fact]
    public async Task Login_redirect_names_the_workspace_and_the_way_back()
    {
        App.UserApiScopes = ["sql"];

        using HttpResponseMessage response = await SendAsync("/", null);

        Uri location = response.Headers.Location!;
        Assert.Equal(new Uri(Workspace.BaseAddress, "/oidc/oauth2/v2.0/authorize").AbsoluteUri, location.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(location.Query);
        Assert.Equal(new Uri(App.Url, "/.auth/callback").AbsoluteUri, query["redirect_uri"]);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("openid email profile sql", query["scope"]);
        Assert.Equal(App.OAuthClientId, query["client_id"]);
    }

    [Fact]
    public async Task Who_follows_the_login_redirect_gets_a_page()
    {
        using HttpClient follower = new();

        using HttpResponseMessage response = await follower.GetAsync(new Uri(App.Url, "/"), Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Workspace.BaseAddress.Port, response.RequestMessage!.RequestUri!.Port);
    }

    // Status and body; "302 login" for the redirect to the login page of the workspace; only the status where the app answered well.
    private async Task<string> AnswerAsync(string path, string? token)
    {
        using HttpResponseMessage response = await SendAsync(path, token);
        bool isLogin = response.Headers.Location is { IsAbsoluteUri: true, AbsolutePath: "/oidc/oauth2/v2.0/authorize" };
        return response.IsSuccessStatusCode
            ? $"{(int)response.StatusCode}"
            : $"{(int)response.StatusCode} {(isLogin ? "login" : await response.Content.ReadAsStringAsync(Cancellation))}";
    }
}
