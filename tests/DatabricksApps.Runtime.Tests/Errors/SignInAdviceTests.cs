using System.Globalization;
using System.Net;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Errors;

/// <summary>What a refused sign-in tells: by the page that the answer leads to, by the token, and by what the client is known to want.</summary>
public sealed class SignInAdviceTests
{
    private const string Mine = "https://mine.cloud.databricks.com";
    private const string NothingSent = "no Databricks OAuth token was sent";
    private const string NotKnown = "do not sign in there";

    [Theory]
    [InlineData("https://mine.cloud.databricks.com/oidc/x", Mine, "the front door redirects to the login page of mine.cloud.databricks.com (302)", "the token is not a Databricks OAuth token of https://mine.cloud.databricks.com")]
    [InlineData("https://mine.cloud.databricks.com/oidc/x", null, "the front door redirects", "databricks auth login --host https://mine.cloud.databricks.com.")]
    [InlineData("https://MINE.cloud.databricks.com/oidc/x", "https://Mine.cloud.databricks.com", "the front door redirects", "Get a token of that workspace")]
    [InlineData("https://other.cloud.databricks.com/oidc/x", Mine, "the front door redirects", "the app belongs to https://other.cloud.databricks.com, and the client signs in to https://mine.cloud.databricks.com. Next step: Set Host (DATABRICKS_HOST) to https://other.cloud.databricks.com.")]
    [InlineData("https://ws.internal/oidc/x", "https://ws.internal", "the front door redirects", "databricks auth login --host https://ws.internal.")]
    [InlineData("https://ws.evil.com/oidc/x", Mine, "the answer redirects to a login page of ws.evil.com (302)", NotKnown)]
    [InlineData("https://ws.evil.com/oidc/x", null, "the answer redirects to a login page of ws.evil.com (302)", NotKnown)]
    [InlineData("/.auth/login", Mine, "the answer redirects to a login page of app.example.com (302)", NotKnown)]
    public async Task A_redirect_to_a_login_page_is_explained_by_whose_it_is(string location, string? host, string what, string advice)
    {
        AppException seen = await SeesAsync(Redirect(location), host);

        Assert.Equal(AppErrorReason.SignInRequired, seen.Reason);
        Assert.StartsWith("GET /api/items: " + what, seen.Message);
        Assert.Contains(advice, seen.Message);
        Assert.DoesNotContain(NothingSent, seen.Message);
    }

    [Theory]
    [InlineData("https://mine.cloud.databricks.com/oidc/x")]
    [InlineData("https://ws.evil.com/oidc/x")]
    public async Task Without_a_token_the_redirect_asks_for_one(string location)
    {
        AppException seen = await SeesAsync(Redirect(location), Mine, token: null);

        Assert.Contains(NothingSent, seen.Message);
        Assert.DoesNotContain(NotKnown, seen.Message);
    }

    [Theory]
    [InlineData("https://mine.cloud.databricks.com/oidc/x", "the token expired on")]
    [InlineData("https://other.cloud.databricks.com/oidc/x", "the app belongs to")]
    [InlineData("https://ws.evil.com/oidc/x", NotKnown)]
    public async Task A_token_that_has_expired_is_the_cause_at_its_own_workspace_alone(string location, string advice)
    {
        AppException seen = await SeesAsync(Redirect(location), Mine, Jwt("""{"exp":1}"""));

        Assert.Contains(advice, seen.Message);
        Assert.Contains("login page of", seen.Message);
    }

    [Theory]
    [InlineData("/api/items/", "another slash at its end")]
    [InlineData("https://app.example.com/api/items/", "another slash at its end")]
    [InlineData("/api/items", "the app redirects to /api/items (302). Likely cause: the base address is not the app's own")]
    [InlineData("/api/other/", "the app redirects to /api/other/ (302). Likely cause: the base address is not the app's own")]
    [InlineData("https://elsewhere.example.com/x", "the app redirects to https://elsewhere.example.com/x (302)")]
    [InlineData("https://elsewhere.example.com/x", "Compare the base address with the app's URL (databricks apps get shop)")]
    [InlineData("https://shop-1.aws.databricksapps.com/x", "Use the address that the app redirects to as the base address; redirects are not followed")]
    [InlineData("https://user@shop-1.aws.databricksapps.com/x", "Compare the base address")]
    [InlineData("http://shop-1.aws.databricksapps.com/x", "Compare the base address")]
    [InlineData("https://shop-1.aws.databricksapps.com:444/x", "Compare the base address")]
    [InlineData("https://notdatabricksapps.com/x", "Compare the base address")]
    [InlineData(null, "the app answered 302. Likely cause")]
    [InlineData(null, "Compare the base address with the app's URL (databricks apps get shop)")]
    public async Task Another_redirect_is_explained_by_where_it_leads(string? location, string text)
    {
        AppException seen = await SeesAsync(Redirect(location), Mine);

        Assert.Equal(AppErrorReason.Redirected, seen.Reason);
        Assert.Contains(text, seen.Message);
    }

    [Fact]
    public void A_slash_that_the_app_wants_no_more_is_told_as_one_too_few_is()
    {
        AppRequest request = Calls.Get("/api/items/");
        request.RequestUri = new Uri("https://app.example.com/api/items/");

        Assert.StartsWith("the app's present version has this route with another slash", RedirectExplanation.Explain(request, Redirect("/api/items")).Cause);
        Assert.StartsWith("the base address is not", RedirectExplanation.Explain(Calls.Get("/api/items/"), Redirect("/api/items")).Cause);
        Assert.Equal("the app redirects to https://shop-1.aws.databricksapps.com/y (302)", RedirectExplanation.Explain(Calls.Get(), Redirect("https://shop-1.aws.databricksapps.com/y")).What);
    }

    [Theory]
    [InlineData("https://ws.example.com/oidc/x", true)]
    [InlineData("https://app.example.com/.auth/x", true)]
    [InlineData("https://app.example.com/OIDC/x", false)]
    [InlineData("https://app.example.com/.AUTH/x", false)]
    [InlineData("https://app.example.com/oidc", false)]
    [InlineData("https://app.example.com/x?y=/oidc/", false)]
    public void A_login_page_is_told_by_its_path(string address, bool isLogin) => Assert.Equal(isLogin, RedirectExplanation.IsLogin(new Uri(address)));

    [Theory]
    [InlineData("https://x.cloud.databricks.com", true)]
    [InlineData("https://X.CLOUD.DATABRICKS.COM", true)]
    [InlineData("https://x.databricks.us", true)]
    [InlineData("https://x.databricks.mil", true)]
    [InlineData("https://adb-1.2.azuredatabricks.net", true)]
    [InlineData("https://adb-1.2.databricks.azure.us", true)]
    [InlineData("https://adb-1.2.databricks.azure.cn", true)]
    [InlineData("https://databricks.com.evil.org", false)]
    [InlineData("https://notdatabricks.com", false)]
    [InlineData("https://x.databricksapps.com", false)]
    [InlineData("http://x.cloud.databricks.com", false)]
    [InlineData("https://x.cloud.databricks.com:8443", false)]
    [InlineData("https://x@y.cloud.databricks.com", false)]
    public void An_instruction_names_the_addresses_of_Databricks_alone(string address, bool isWorkspace)
    {
        Assert.Equal(isWorkspace, DatabricksHosts.IsWorkspace(new Uri(address)));
        Assert.Equal(address == "https://x.databricksapps.com", DatabricksHosts.IsApp(new Uri(address)));
    }

    // 1700000000 is 2023-11-14T22:13:20Z.
    [Theory]
    [InlineData("""{"exp":1700000000}""", 1700000000, null, "the token expired on 2023-11-14T22:13:20Z. Next step: Get a new token: databricks auth login --host https://mine.cloud.databricks.com --scopes sql,files, or")]
    [InlineData("""{"exp":1700000000}""", 1699999999, null, null)]
    [InlineData("""{"exp":1700000000}""", 1700000000, 1699999999L, null)]
    [InlineData("""{"exp":1700000000}""", 1699990000, 1700000000L, "the token expired on 2023-11-14T22:13:20Z, and this machine's clock differs from the app's by 167 minutes.")]
    [InlineData("""{"exp":1700000000}""", 1700009700, 1700000000L, "and this machine's clock differs from the app's by 162 minutes.")]
    [InlineData("""{"exp":1700000000}""", 1700000121, 1700000000L, "and this machine's clock differs from the app's by 2 minutes.")]
    [InlineData("""{"exp":1700000000}""", 1700000120, 1700000000L, "the token expired on 2023-11-14T22:13:20Z. Next step")]
    [InlineData("""{"scope":"sql"}""", 0, null, "the token lacks the scopes files, which the client asks for. Next step: Sign in with them: databricks auth login --host https://mine.cloud.databricks.com --scopes sql,files; a service")]
    [InlineData("""{"scope":"sql files"}""", 0, null, null)]
    [InlineData("""{"scope":"other"}""", 0, null, "the token lacks the scopes sql, files, which")]
    [InlineData("""{}""", 0, null, null)]
    public async Task A_refused_token_tells_what_is_wrong_with_it(string claims, long now, long? date, string? text)
    {
        HttpResponseMessage response = new(HttpStatusCode.Unauthorized) { Content = new StringContent("") };
        response.Headers.Date = date is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

        AppException seen = await SeesAsync(response, Mine, Jwt(claims), ["sql", "files"], now);

        Assert.Equal(AppErrorReason.SignInRequired, seen.Reason);
        Assert.Contains(text ?? "the token is not a Databricks OAuth token of the app's workspace", seen.Message);
    }

    [Theory]
    [InlineData(403, AppErrorReason.Forbidden)]
    [InlineData(401, AppErrorReason.SignInRequired)]
    public async Task It_keeps_the_reason_of_the_refusal(int status, AppErrorReason reason)
    {
        AppException seen = await SeesAsync(new((HttpStatusCode)status) { Content = new StringContent("") }, Mine, Jwt("""{"exp":1}"""));

        Assert.Equal(reason, seen.Reason);
        Assert.Contains("the token expired on 1970-01-01T00:00:01Z", seen.Message);
    }

    [Theory]
    [InlineData("https://shop-12.aws.databricksapps.com", null, "shop")]
    [InlineData("https://my-shop-12.aws.databricksapps.com", null, "my-shop")]
    [InlineData("https://shop-1x.aws.databricksapps.com", null, "NAME")]
    [InlineData("https://shop-x1.aws.databricksapps.com", null, "NAME")]
    [InlineData("https://-12.aws.databricksapps.com", null, "NAME")]
    [InlineData("https://s-12.aws.databricksapps.com", null, "s")]
    [InlineData("https://shop.aws.databricksapps.com", null, "NAME")]
    [InlineData("https://shop-12.aws.DATABRICKSAPPS.com", null, "shop")]
    [InlineData("https://shop-12.example.com", null, "NAME")]
    [InlineData("https://shop-12.aws.databricksapps.com", "other", "other")]
    [InlineData(null, null, "NAME")]
    public void The_advice_names_the_app(string? address, string? name, string expected)
    {
        DatabricksAppOptions options = new() { BaseAddress = address is null ? null : new Uri(address), AppName = name };

        Assert.Equal(expected, CallAdvice.For(options, null, [], TimeProvider.System).App);
    }

    [Theory]
    [InlineData(null, null, "", "databricks auth login --host WORKSPACE")]
    [InlineData(Mine, null, "", "databricks auth login --host https://mine.cloud.databricks.com")]
    [InlineData(Mine, "work", "", "databricks auth login --profile work")]
    [InlineData(Mine, "work", "sql files", "databricks auth login --profile work --scopes sql,files")]
    [InlineData(null, null, "sql", "databricks auth login --host WORKSPACE --scopes sql")]
    public void It_names_the_command_that_signs_in(string? host, string? profile, string scopes, string expected) =>
        Assert.Equal(expected, AdviceOf(host, profile, scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Login);

    [Theory]
    [InlineData("", "--scopes SCOPE,SCOPE.")]
    [InlineData("sql", "databricks auth login --host https://mine.cloud.databricks.com --scopes sql.")]
    public async Task A_refused_caller_is_told_the_scopes_if_they_are_known(string scopes, string text)
    {
        AppException seen = await SeesAsync(
            new(HttpStatusCode.Forbidden) { Content = new StringContent("") }, Mine, "opaque-token", scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(AppErrorReason.Forbidden, seen.Reason);
        Assert.Contains(text, seen.Message);
    }

    private static CallAdvice AdviceOf(string? host, string? profile, string[] scopes, TimeProvider? time = null)
    {
        DatabricksAppOptions options = new() { AppName = "shop", Host = host, Profile = profile };
        string file = Path.Combine(Path.GetTempPath(), $"advice-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(file, "[work]\naccount_id = 1\n");
            options.ConfigFile = file;
            AuthSettings? settings = host is null && profile is null ? null : AuthSettings.Read(options, scopes, _ => null);
            return CallAdvice.For(options, settings, scopes, time ?? TimeProvider.System);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<AppException> SeesAsync(
        HttpResponseMessage response, string? host, string? token = "opaque-token", string[]? scopes = null, long now = 1_000_000_000)
    {
        FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(now));
        AppRequest request = Calls.Get();
        request.SentToken = token;
        request.Advice = AdviceOf(host, null, scopes ?? [], time);
        return await Assert.ThrowsAsync<AppException>(() => new AppConnection(new StubHandler(_ => response).Client()).StringAsync(request));
    }

    private static HttpResponseMessage Redirect(string? location)
    {
        HttpResponseMessage response = new(HttpStatusCode.Found) { Content = new StringContent("") };
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return response;
    }

    private static string Jwt(string claims) => string.Create(
        CultureInfo.InvariantCulture, $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.sig");
}
