using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Answers whose strings are no text: half of a surrogate pair as an escape, bytes that are no UTF-8.</summary>
public sealed class BrokenTextTests
{
    private const string Half = "\\ud800";

    [Theory]
    [InlineData("{\"" + Half + "\":1,\"host_type\":\"" + Half + "\",\"cloud\":\"" + Half + Half + "\"}")]
    public async Task Metadata_that_is_none_is_passed_over(string metadata)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Metadata, metadata);

        Assert.Equal("the-access-token", (await setup.SignInByClientCredentialsAsync()).Value);
    }

    [Fact]
    public async Task An_address_in_them_that_is_none_fails_the_sign_in_with_a_sentence()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Metadata, "{\"oidc_endpoint\":\"" + Half + "\"}");

        AppAuthenticationException seen = await Assert.ThrowsAnyAsync<AppAuthenticationException>(() => setup.SignInByClientCredentialsAsync());

        Assert.StartsWith("Sign-in failed: the address of the authorization server's metadata is not an https address.", seen.Message);
    }

    [Theory]
    [InlineData("{\"access_token\":\"" + Half + "\",\"expires_in\":3600}")]
    [InlineData("{\"error\":\"" + Half + "\"}")]
    [InlineData("{\"access_token\":\"t\",\"token_type\":\"" + Half + "\",\"expires_in\":3600}")]
    public async Task A_token_that_is_none_fails_the_sign_in_with_a_sentence(string answer)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Workspace.Json(FakeWorkspace.Token, answer);

        AppAuthenticationException seen = await Assert.ThrowsAnyAsync<AppAuthenticationException>(() => setup.SignInByClientCredentialsAsync());

        Assert.StartsWith("Sign-in failed: ", seen.Message);
        Assert.DoesNotContain("\ud800", seen.Message);
    }

    [Fact]
    public void Claims_that_are_none_are_read_as_far_as_they_are_text()
    {
        string payload = Convert.ToBase64String(Encoding.Latin1.GetBytes("{\"scope\":\"sql " + Half + " \u00E9\",\"exp\":1772366400}")).TrimEnd('=');

        JwtClaims? claims = JwtClaims.Read($"e30.{payload}.c2ln");

        Assert.Equal(["sql", "\uFFFD"], claims?.Scopes);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772366400), claims?.ExpiresOn);
    }

    [Fact]
    public void What_a_failed_sign_in_tells_shows_what_is_hidden() => Assert.Equal(
        "Sign-in failed: a\\u000a\\u202eb. Likely cause: c. Next step: d.", AuthFailure.Of("a\n\u202Eb", "c.", "d.").Message);
}
