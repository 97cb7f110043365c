using System.Text;
using System.Text.Json;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What programs, browsers, tokens and workspaces say in signing in, as text: which forms are taken, and as what.</summary>
public sealed class SignInTextTests
{
    [Theory]
    [InlineData("/?code=c&state=s", "c", "s", null)]
    [InlineData("/?state=s&code=a+b%2Bc", "a b+c", "s", null)]
    [InlineData("/?code=c&code=d", "c", null, null)]
    [InlineData("/?code=", "", null, null)]
    [InlineData("/?=c&code", null, null, null)]
    [InlineData("/?x=1=2&code=c=d", "c=d", null, null)]
    [InlineData("/?CODE=c", null, null, null)]
    [InlineData("/?error=denied&state=s", null, "s", "denied")]
    [InlineData("/?error=denied&error_description=not+you", null, null, "denied: not you")]
    [InlineData("/?", null, null, null)]
    public void The_browser_brings_back(string target, string? code, string? state, string? error)
    {
        CallbackAnswer answer = CallbackAnswer.Read(target)!;

        Assert.Equal((code, state, error), (answer.Code, answer.State, answer.Error));
    }

    [Theory]
    [InlineData("/favicon.ico")]
    [InlineData("/x?code=c&state=s")]
    [InlineData("?code=c&state=s")]
    [InlineData("/")]
    [InlineData("")]
    public void What_is_for_another_page_is_no_answer(string target) => Assert.Null(CallbackAnswer.Read(target));

    [Theory]
    [InlineData("Databricks CLI v1.13.0", "1.13.0")]
    [InlineData("Databricks CLI v0.296.0\n", "0.296.0")]
    [InlineData("hint\nDatabricks CLI v0.207.1-dev+abc", "0.207.1")]
    [InlineData("Databricks CLI v0.207.1.", "0.207.1")]
    [InlineData("Databricks CLI v1.2", "0.0.0")]
    [InlineData("Databricks CLI v", "0.0.0")]
    [InlineData("databricks cli v1.13.0", "0.0.0")]
    [InlineData("", "0.0.0")]
    public void The_CLIs_version_has_three_numbers(string output, string version) => Assert.Equal(Version.Parse(version), CliVersion.Parse(output));

    [Theory]
    [InlineData("0.207.0", false, false)]
    [InlineData("0.207.1", true, false)]
    [InlineData("0.295.999", true, false)]
    [InlineData("0.296.0", true, true)]
    [InlineData("1.0.0", true, true)]
    [InlineData("0.0.0", false, false)]
    public void It_decides_what_the_CLI_is_told(string version, bool takesProfile, bool takesForceRefresh) => Assert.Equal(
        (takesProfile, takesForceRefresh), (CliVersion.TakesProfile(Version.Parse(version)), CliVersion.TakesForceRefresh(Version.Parse(version))));

    [Theory]
    [InlineData("2026-03-01T14:00:00", "2026-03-01T14:00:00Z")]
    [InlineData("2026-03-01T14:00:00+01:00", "2026-03-01T13:00:00Z")]
    [InlineData("2026-03-01T14:00:00.1Z", "2026-03-01T14:00:00.1Z")]
    [InlineData("2026-03-01T14:00:00.1234567Z", "2026-03-01T14:00:00.1234567Z")]
    [InlineData("2026-03-01T14:00:00.12345678Z", "2026-03-01T14:00:00.1234567Z")]
    [InlineData("2026-03-01T14:00:00.123456789+01:00", "2026-03-01T13:00:00.1234567Z")]
    [InlineData("2026-03-01T14:00:00.123456789", "2026-03-01T14:00:00.1234567Z")]
    [InlineData("2026-03-01 14:00:00+01:00", "2026-03-01T13:00:00Z")]
    [InlineData("2026-03-01 14:00:00.5Z", "2026-03-01T14:00:00.5Z")]
    [InlineData("2026-03-01", null)]
    [InlineData("14:00:00", null)]
    [InlineData("tomorrow.", null)]
    [InlineData("", null)]
    public void An_expiry_is_a_time_with_or_without_parts_of_a_second(string text, string? expected)
    {
        bool isTime = CliExpiry.TryParse(text, out DateTimeOffset time);

        Assert.Equal(expected is not null, isTime);
        Assert.Equal(expected is null ? default : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("Error: databricks OAuth is not configured.", "databricks OAuth is not configured", true)]
    [InlineData("The REFRESH TOKEN is invalid", "The REFRESH TOKEN is invalid", true)]
    [InlineData("run databricks auth login", "run databricks auth login", true)]
    [InlineData("Databricks OAuth is not", "Databricks OAuth is not", false)]
    [InlineData("run Databricks Auth Login", "run Databricks Auth Login", false)]
    [InlineData("error: boom", "error: boom", false)]
    [InlineData("see Error: boom", "see Error: boom", false)]
    public void What_the_CLI_says_tells_whether_to_sign_in(string error, string said, bool isLogin)
    {
        string message = CliFailure.Of(new CliResult(3, "", error), "the-command", "the-login", []).Message;

        Assert.StartsWith($"Sign-in failed: cannot get access token: 'the-command' ended with exit code 3: {said}. ", message);
        Assert.EndsWith(isLogin ? "Next step: Run: the-login." : "Next step: Run it in a terminal: the-command.", message);
    }

    [Fact]
    public void What_it_says_is_bounded() => Assert.Contains(
        $"exit code 3: {new string('x', 500)}\u2026. ", CliFailure.Of(new CliResult(3, "", new string('x', 501)), "c", "l", []).Message);

    [Theory]
    [InlineData("""{"exp":1}""", 1L)]
    [InlineData("""{"exp":0}""", null)]
    [InlineData("""{"exp":-1}""", null)]
    [InlineData("""{"exp":1.5}""", null)]
    [InlineData("""{"exp":"1"}""", null)]
    [InlineData("""{"exp":253402300798}""", 253402300798L)]
    [InlineData("""{"exp":253402300799}""", null)]
    [InlineData("""{}""", null)]
    public void A_token_may_say_when_it_expires(string claims, long? seconds) =>
        Assert.Equal(seconds is { } s ? DateTimeOffset.FromUnixTimeSeconds(s) : null, JwtClaims.Read($"e30.{Base64Url(claims)}.x")!.ExpiresOn);

    // Each length modulo four, and the two characters that addresses cannot hold.
    [Theory]
    [InlineData("""{"scope":"a"}""", "a")]
    [InlineData("""{"scope":"ab"}""", "ab")]
    [InlineData("""{"scope":"abc"}""", "abc")]
    [InlineData("""{"scope":"abcd"}""", "abcd")]
    [InlineData("""{"scope":"~~?~>"}""", "~~?~>")]
    [InlineData("""{"scope":["a",5,"b"]}""", "a,b")]
    [InlineData("""{"scope":" a  b "}""", "a,b")]
    [InlineData("""{"scope":5}""", null)]
    [InlineData("""{"scp":"a"}""", null)]
    public void And_its_scopes(string claims, string? scopes) => Assert.Equal(
        scopes, JwtClaims.Read($"e30.{Base64Url(claims)}.x")!.Scopes is { } held ? string.Join(',', held.Order(StringComparer.Ordinal)) : null);

    [Theory]
    [InlineData("e30.e30")]
    [InlineData("e30.e30.x.y")]
    [InlineData("e30.!.x")]
    [InlineData("e30.W10.x")]
    [InlineData("")]
    public void What_has_not_three_parts_with_an_object_is_no_JWT(string token) => Assert.Null(JwtClaims.Read(token));

    [Theory]
    [InlineData("https://a.aws.databricksapps.com/x?y=1#z", "https://a.aws.databricksapps.com/x")]
    [InlineData("a.aws.DATABRICKSAPPS.com", "https://a.aws.databricksapps.com/")]
    [InlineData("https://a.aws.databricksapps.com:8443/", "https://a.aws.databricksapps.com:8443/")]
    public void An_apps_place_is_beneath_the_domain_of_apps(string url, string expected) =>
        Assert.Equal(expected, Describe($$"""{"url":"{{url}}"}""").Url.AbsoluteUri);

    [Theory]
    [InlineData("STOPPED", null, "is stopped")]
    [InlineData("STOPPING", null, "is stopped")]
    [InlineData("STARTING", "CRASHED", "is starting")]
    [InlineData("UPDATING", null, "is starting")]
    [InlineData("ACTIVE", "DEPLOYING", "is starting")]
    [InlineData(null, "DEPLOYING", "is starting")]
    [InlineData("STOPPED", "DEPLOYING", "is stopped")]
    [InlineData("ERROR", "CRASHED", "has no compute")]
    [InlineData("ERROR", "DEPLOYING", "is starting")]
    [InlineData("DELETING", "CRASHED", "is being deleted")]
    [InlineData(null, "CRASHED", "has crashed")]
    [InlineData(null, "UNAVAILABLE", "is not available")]
    [InlineData("ACTIVE", "RUNNING", null)]
    [InlineData(null, null, null)]
    public void Its_state_is_a_hint(string? compute, string? app, string? hint)
    {
        string json = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["url"] = "https://a.databricksapps.com", ["compute_status"] = new { state = compute }, ["app_status"] = new { state = app },
        });

        string? seen = Describe(json).StateHint;

        Assert.Equal(hint is null, seen is null);
        Assert.StartsWith(hint is null ? "" : "The app shop " + hint, seen ?? "");
    }

    [Theory]
    [InlineData("""["sql","files.read-write:x/y_z"]""", "sql,files.read-write:x/y_z")]
    [InlineData("""["a b","a;b","$(x)","","sql",5,null]""", "sql")]
    [InlineData("\"sql\"", "")]
    [InlineData("null", "")]
    public void Its_scopes_are_those_that_a_command_can_name(string scopes, string expected)
    {
        Assert.Equal(expected, string.Join(',', Describe($$"""{"url":"a.databricksapps.com","effective_user_api_scopes":{{scopes}}}""").UserScopes));
        Assert.Equal(expected, string.Join(',', Describe($$"""{"url":"a.databricksapps.com","user_api_scopes":{{scopes}}}""").UserScopes));
    }

    [Fact]
    public void Those_in_effect_count_before_those_that_are_set_and_one_is_at_most_a_hundred_characters()
    {
        string longest = new('s', 100);

        Assert.Equal(["b"], Describe("""{"url":"a.databricksapps.com","user_api_scopes":["a"],"effective_user_api_scopes":["b"]}""").UserScopes);
        Assert.Equal([longest], Describe($$"""{"url":"a.databricksapps.com","user_api_scopes":["{{longest}}","{{longest}}s"]}""").UserScopes);
        Assert.Empty(Describe("""{"url":"a.databricksapps.com"}""").UserScopes);
    }

    [Theory]
    [InlineData("t", null, "AppToken(***)")]
    [InlineData("t", 1700000000L, "AppToken(***, expires 2023-11-14T22:13:20Z)")]
    public void A_token_shows_only_when_it_ends(string value, long? expires, string expected)
    {
        AppToken token = new(value, expires is { } s ? DateTimeOffset.FromUnixTimeSeconds(s).ToOffset(TimeSpan.FromHours(3)) : null);

        Assert.Equal((expected, "Bearer t", "t"), (token.ToString(), token.Header, token.Value));
        Assert.Same(token.Header, token.Header);
    }

    [Fact]
    public void Identities_differ_by_each_text_its_place_and_whether_it_is_there()
    {
        string?[][] all = [[], [""], [null], ["a"], ["a", ""], ["", "a"], ["a", null], ["b"], ["ab"], ["a", "b"], ["1:a"], ["\uD800"], ["\uD801"]];

        Assert.Equal(all.Length, all.Select(IdentityHash.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(IdentityHash.Of(["a", "b"]), IdentityHash.Of(["a", "b"]));
        Assert.Equal(64, IdentityHash.Of(["a"]).Length);
    }

    [Theory]
    [InlineData("a@b", "***@b")]
    [InlineData("https://u:p@h/x?y=z", "***@h/x?***")]
    [InlineData("https://h/x?y=a@b", "https://h/x?***")]
    [InlineData("?", "?***")]
    [InlineData("plain", "plain")]
    public void A_setting_is_shown_without_what_may_be_secret(string value, string expected) => Assert.Equal(expected, AuthSettings.Shown(value));

    [Fact]
    public void And_up_to_two_hundred_characters() => Assert.Equal(new string('v', 200) + "\u2026", AuthSettings.Shown(new string('v', 201)));

    private static AppDescription Describe(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        WorkspaceAnswer answer = new()
        {
            Address = "https://ws.example.com/x", Status = System.Net.HttpStatusCode.OK, MediaType = null, Body = [], RetryAfter = null, RedirectHost = null,
        };
        return AppDescription.Read(document.RootElement, answer, "shop", WorkspaceHost.Parse("https://ws.example.com"));
    }

    private static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
