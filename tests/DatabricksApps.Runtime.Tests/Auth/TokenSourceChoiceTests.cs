using System.Net;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>As whom calls are signed, the workspace is asked, and the advice of errors is had: three that may be three identities.</summary>
public sealed class TokenSourceChoiceTests : IDisposable
{
    private const string Lookup = "GET https://ws.example.com/api/2.0/apps/shop";

    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly TokenSources _sources;

    public TokenSourceChoiceTests()
    {
        _sources = _setup.Sources();
        _setup.Workspace.Json(Lookup, """{"url":"https://shop-1.aws.databricksapps.com","compute_status":{"state":"STOPPED"}}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _sources.Dispose();

    [Theory]
    [InlineData("", "the-access-token")]
    [InlineData("token", "given")]
    [InlineData("provider", "the-access-token")]
    [InlineData("user", "the-access-token")]
    [InlineData("lookup", "of-lookup")]
    [InlineData("token lookup", "of-lookup")]
    [InlineData("token provider", "the-access-token")]
    [InlineData("provider lookup", "of-lookup")]
    public async Task The_workspace_is_asked_where_the_app_is_as_the_program(string options, string expected)
    {
        await _sources.LookupFor(Options(options), []).FindAsync(Cancellation);

        Assert.Equal("Bearer " + expected, _setup.Workspace.Sent.Last().Authorization);
    }

    [Theory]
    [InlineData("", "the-access-token")]
    [InlineData("token", "the-access-token")]
    [InlineData("token lookup", "of-lookup")]
    [InlineData("provider", "the-access-token")]
    public async Task And_how_it_is_never_with_a_token_that_was_given(string options, string expected)
    {
        AppDescription? app = await _sources.LocationFor(Options(options), []).DescribeAsync(Cancellation);

        Assert.StartsWith("The app shop is stopped.", app?.StateHint);
        Assert.Equal("Bearer " + expected, _setup.Workspace.Sent.Last().Authorization);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("token", true)]
    [InlineData("provider", true)]
    [InlineData("token lookup", false)]
    public async Task No_page_opens_for_it_where_somebody_else_signs(string kind, bool isSilent)
    {
        DatabricksAppOptions options = Options(kind);
        options.AuthType = AuthTypes.Browser;
        int opened = 0;
        options.OpenBrowser = (_, _) =>
        {
            opened++;
            throw new InvalidOperationException();
        };
        _setup.Workspace.Json(
            FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","authorization_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/authorize"}""");

        AppDescription? app = await _sources.LocationFor(options, []).DescribeAsync(Cancellation);

        Assert.Equal((isSilent || kind.Length == 0, kind.Length == 0 ? 1 : 0), (app is null, opened));
        Assert.Equal(isSilent, _setup.Workspace.Requests.IsEmpty);
    }

    [Fact]
    public async Task Without_a_name_nobody_is_asked()
    {
        AppLocation location = _sources.LocationFor(new DatabricksAppOptions { BaseAddress = new Uri("https://app.example.com") }, []);

        Assert.Null(await location.DescribeAsync(Cancellation));
        Assert.Equal(new Uri("https://app.example.com"), (await location.GetAsync(Cancellation)).Uri);
        Assert.Same(await location.GetAsync(Cancellation), location.Found);
    }

    [Fact]
    public async Task A_place_that_was_found_stays()
    {
        AppLocation location = _sources.LocationFor(new DatabricksAppOptions { AppName = "shop" }, []);
        Assert.Null(location.Found);

        Assert.Equal("https://shop-1.aws.databricksapps.com/", (await location.GetAsync(Cancellation)).Uri.AbsoluteUri);
        await location.GetAsync(Cancellation);

        Assert.Equal(1, _setup.Workspace.Requests.Count(request => request == Lookup));
        Assert.NotNull(location.Found);
    }

    [Fact]
    public async Task A_failure_does_not()
    {
        AppLocation location = _sources.LocationFor(new DatabricksAppOptions { AppName = "shop" }, []);
        _setup.Workspace.Json(Lookup, "{}", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<AppException>(() => location.GetAsync(Cancellation).AsTask());
        _setup.Workspace.Json(Lookup, """{"url":"https://shop-1.aws.databricksapps.com"}""");

        Assert.Equal("https://shop-1.aws.databricksapps.com/", (await location.GetAsync(Cancellation)).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10, false)]
    public async Task What_is_known_of_an_app_is_asked_anew_after_ten_seconds(double seconds, bool isKept)
    {
        AppInquiry inquiry = new(_sources.LookupFor(new DatabricksAppOptions { AppName = "shop" }, []), _setup.Time);
        await inquiry.DescribeAsync(Cancellation);
        _setup.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.NotNull(await inquiry.DescribeAsync(Cancellation));

        Assert.Equal(isKept ? 1 : 2, _setup.Workspace.Requests.Count(request => request == Lookup));
    }

    [Theory]
    [InlineData(59.9, true)]
    [InlineData(60, false)]
    public async Task And_one_that_nobody_tells_of_after_a_minute(double seconds, bool isKept)
    {
        _setup.Workspace.Json(Lookup, "{}", HttpStatusCode.NotFound);
        AppInquiry inquiry = new(_sources.LookupFor(new DatabricksAppOptions { AppName = "shop" }, []), _setup.Time);
        Assert.Null(await inquiry.DescribeAsync(Cancellation));
        _setup.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Null(await inquiry.DescribeAsync(Cancellation));

        Assert.Equal(isKept ? 1 : 2, _setup.Workspace.Requests.Count(request => request == Lookup));
    }

    [Fact]
    public void The_place_of_a_registered_client_is_kept_while_all_that_decides_it_stays()
    {
        DatabricksAppOptions options = new() { AppName = "shop" };
        AppLocation first = _sources.ForHandler("client", options, []).Location;

        Assert.Same(first, _sources.ForHandler("client", new DatabricksAppOptions { AppName = "shop" }, []).Location);
        Assert.Same(first, _sources.ForConnection("client", options, []).Location);
        Assert.NotSame(first, _sources.ForHandler("other", options, []).Location);
        Assert.NotSame(first, _sources.ForHandler("CLIENT", options, []).Location);
        AppLocation renamed = _sources.ForHandler("client", new DatabricksAppOptions { AppName = "shop-2" }, []).Location;
        Assert.NotSame(first, renamed);
        Assert.Same(renamed, _sources.ForConnection("client", options, []).Location);
        AppLocation moved = _sources.ForHandler("client", new DatabricksAppOptions { AppName = "shop-2", BaseAddress = new Uri("https://a.example.com") }, []).Location;
        Assert.NotSame(renamed, moved);
        Assert.NotSame(moved, _sources.ForHandler("client", new DatabricksAppOptions { AppName = "shop-2", BaseAddress = new Uri("https://a.example.com"), ClientSecret = "x" }, []).Location);
    }

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(null, true, false)]
    [InlineData("", false, false)]
    [InlineData("x", true, true)]
    public void Sign_ins_are_kept_in_the_folder_of_the_user_unless_the_page_opens_for_others(string? folder, bool opensForOthers, bool isKept)
    {
        DatabricksAppOptions options = new() { TokenFolder = folder, OpenBrowser = opensForOthers ? (_, _) => default : null };

        string? seen = CredentialInputs.Read(options, [], _ => null).TokenFolder;

        Assert.Equal(isKept, seen is not null);
        Assert.Equal(!isKept ? null : folder is null ? TokenFile.DefaultFolder() : Path.GetFullPath(folder), seen);
    }

    [Fact]
    public void Two_variables_whose_names_differ_in_case_are_two()
    {
        DatabricksAppOptions options = new() { OidcTokenVariable = "path" };

        CredentialInputs inputs = CredentialInputs.Read(options, [], name => name switch { "path" => "a-token", "PATH" => "/bin", _ => null });

        Assert.Equal(("a-token", "/bin"), (inputs.Variable("path"), inputs.Variable("PATH")));
        Assert.Throws<InvalidOperationException>(() => inputs.Variable("Path"));
    }

    [Fact]
    public async Task A_token_that_the_app_refuses_is_refused_where_it_came_from()
    {
        ITokenSource program = _sources.ForProgram(_sources.Read(new(), []));
        LookupTokenSource lookup = new("shop", program);
        AppToken token = await lookup.GetTokenAsync(Cancellation);
        _setup.Workspace.Json(FakeWorkspace.Token, """{"access_token":"second","expires_in":3600}""");

        lookup.Invalidate(token);

        Assert.Equal("second", (await program.GetTokenAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task The_advice_names_the_scopes_of_the_options_else_those_of_the_client()
    {
        Assert.Equal(["sql"], _sources.AdviceFor(_sources.Read(new(), ["sql"])).Scopes);
        Assert.Equal(["files"], _sources.AdviceFor(_sources.Read(new() { Scopes = { "files" } }, ["sql"])).Scopes);
        Assert.Equal("https://ws.example.com", _sources.AdviceFor(_sources.Read(new(), [])).Host);
        Assert.Null(_sources.AdviceFor(_sources.Read(new() { Host = "http://no.example.com" }, [])).Host);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => _sources.For(new() { Host = "http://no.example.com" }, []).GetTokenAsync(Cancellation).AsTask());
    }

    private static DatabricksAppOptions Options(string kind) => new()
    {
        AppName = "shop",
        Token = kind.Contains("token", StringComparison.Ordinal) ? "given" : null,
        TokenProvider = kind.Contains("provider", StringComparison.Ordinal) ? _ => throw new InvalidOperationException("A user was asked.") : null,
        FederatedUserTokenProvider = kind.Contains("user", StringComparison.Ordinal) ? _ => throw new InvalidOperationException("A user was asked.") : null,
        LookupTokenProvider = kind.Contains("lookup", StringComparison.Ordinal) ? _ => new("of-lookup") : null,
    };
}
