using System.Text.Json;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests.FrontDoor;

/// <summary>What the app learns of the caller.</summary>
public sealed class HeaderTests : FrontDoorTest
{
    private ServicePrincipal _principal = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _principal = Workspace.AddServicePrincipal("job");
        App.GrantCanUse(_principal.ClientId);
    }

    [Fact]
    public async Task App_learns_who_calls()
    {
        Dictionary<string, string> headers = await ReceivedAsync();

        Assert.Equal($"{_principal.ClientId}@1234567890123456", headers["X-Forwarded-User"]);
        Assert.Equal(_principal.ClientId, headers["X-Forwarded-Email"]);
        Assert.Equal(_principal.ClientId, headers["X-Forwarded-Preferred-Username"]);
        Assert.Equal(App.Url.Authority, headers["X-Forwarded-Host"]);
        Assert.Equal("127.0.0.1", headers["X-Real-Ip"]);
        Assert.Equal(Echo.Address.Authority, headers["Host"]);
    }

    [Fact]
    public async Task App_never_sees_the_authorization()
    {
        Dictionary<string, string> headers = await ReceivedAsync();

        Assert.DoesNotContain("Authorization", headers);
        Assert.DoesNotContain("X-Forwarded-Access-Token", headers);
    }

    [Fact]
    public async Task App_receives_the_token_if_it_forwards_tokens()
    {
        App.ForwardsAccessToken = true;
        string token = await OAuth.SignInAsync(_principal);

        Dictionary<string, string> headers = await ReceivedAsync(token);

        Assert.Equal(token, headers["X-Forwarded-Access-Token"]);
        Assert.DoesNotContain("Authorization", headers);
    }

    [Theory]
    [InlineData("X-Forwarded-User")]
    [InlineData("X-Forwarded-Email")]
    [InlineData("x-forwarded-preferred-username")]
    [InlineData("X-Forwarded-Access-Token")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Groups")]
    [InlineData("X-Real-Ip")]
    [InlineData("X-Request-Id")]
    public async Task Caller_cannot_pretend(string name)
    {
        Dictionary<string, string> headers = await ReceivedAsync(null, (name, "root"));

        Assert.DoesNotContain(headers.Values, value => value.Contains("root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_headers_pass()
    {
        Dictionary<string, string> headers = await ReceivedAsync(null, ("X-Api-Key", "k"), ("Cookie", "a=b"), ("Accept-Language", "de"));

        Assert.Equal(
            ("k", "a=b", "de"),
            (headers["X-Api-Key"], headers["Cookie"], headers["Accept-Language"]));
    }

    [Fact]
    public async Task Caller_and_app_see_the_same_request_id()
    {
        using HttpResponseMessage response = await SendAsync("/api/echo", await OAuth.SignInAsync(_principal));
        Dictionary<string, string> headers = await HeadersAsync(response);

        Assert.Equal(Assert.Single(response.Headers.GetValues("X-Request-Id")), headers["X-Request-Id"]);
    }

    [Fact]
    public async Task Path_and_query_are_not_touched()
    {
        using HttpResponseMessage response = await SendAsync("/api/echo?a=b%2Fc&d=%C3%A9&e", await OAuth.SignInAsync(_principal));

        JsonElement answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("/api/echo?a=b%2Fc&d=%C3%A9&e", answer.GetProperty("target").GetString());
    }

    private async Task<Dictionary<string, string>> ReceivedAsync(string? token = null, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await SendAsync("/api/echo", token ?? await OAuth.SignInAsync(_principal), headers);
        return await HeadersAsync(response);
    }

    private static async Task<Dictionary<string, string>> HeadersAsync(HttpResponseMessage response) => new(
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty("headers").Deserialize<Dictionary<string, string>>()!,
        StringComparer.OrdinalIgnoreCase);
}
