using DatabricksApps.Auth;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Options;

/// <summary>Apps take no personal access tokens: one is passed over where another sign-in may be there, and refused where it is set.</summary>
public sealed class PersonalTokenTests
{
    private const string Token = "dapi0123456789abcdef0123456789abcdef-2";

    [Fact]
    public void As_Token_it_is_refused()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = Token };

        ArgumentException exception = Assert.Throws<ArgumentException>(() => AppPipeline.Connect(options));

        Assert.Equal(
            "Token is a personal access token (dapi…), and apps take no personal access tokens. Sign in with databricks auth login, or set " +
            "ClientId and ClientSecret of a service principal; a Databricks OAuth token that you have goes into Token.",
            exception.Message);
    }

    [Fact]
    public async Task Of_a_TokenProvider_it_is_refused()
    {
        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(
            async () => await new CallbackTokenSource(_ => new(Token), nameof(DatabricksAppOptions.TokenProvider)).GetTokenAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("Sign-in failed: TokenProvider gave what is a personal access token (dapi…), and apps take no personal access tokens.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workspace_takes_one_to_find_an_app() =>
        Assert.NotNull(await new CallbackTokenSource(_ => new(Token), nameof(DatabricksAppOptions.LookupTokenProvider)).GetTokenAsync(TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("dapi0123456789abcdef", true)]
    [InlineData("dapi0123456789abcde", false)]
    [InlineData("dapi0123456789ABCDEF", false)]
    [InlineData("xdapi0123456789abcdef", false)]
    [InlineData("dapi-the-app-takes-it", false)]
    public void It_is_told_by_its_spelling(string token, bool isOne) => Assert.Equal(isOne, PersonalToken.IsOne(token));
}
