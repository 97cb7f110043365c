using DatabricksApps.Auth;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Auth;

/// <summary>A client stays with what it was made with: the host that is asked and the token that is sent are of one reading.</summary>
public sealed class CapturedSettingsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lookup_asks_the_workspace_of_its_token_whatever_is_set_since(bool byEnvironment)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.AppName = "inventory";
        setup.Workspace.Json("GET https://ws.example.com/api/2.0/apps/inventory", """{"url":"https://inventory-1.aws.databricksapps.com"}""");
        using TokenSources sources = setup.Sources();
        AppLocation location = sources.LocationFor(setup.Options, []);
        if (byEnvironment)
        {
            setup.Environment["DATABRICKS_HOST"] = "https://other.example.com";
        }
        else
        {
            setup.Options.Host = "https://other.example.com";
        }

        await location.GetAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(setup.Workspace.Requests, request => request.Contains("other.example.com", StringComparison.Ordinal));
        Assert.Contains("GET https://ws.example.com/api/2.0/apps/inventory", setup.Workspace.Requests);
    }

    [Fact]
    public void Options_that_are_read_anew_have_a_location_of_their_own()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        using TokenSources sources = setup.Sources();
        DatabricksAppOptions first = new() { AppName = "inventory" };
        DatabricksAppOptions second = new() { AppName = "inventory", Host = "https://other.example.com", ClientId = "a", ClientSecret = "b" };
        DatabricksAppOptions third = new() { AppName = "orders" };

        AppLocation[] locations = [.. new[] { first, second, third }.Select(options => sources.ForHandler("client", options, []).Location)];

        Assert.Equal(3, locations.Distinct().Count());
        Assert.Same(locations[2], sources.ForHandler("client", new() { AppName = "orders" }, []).Location);
    }

    [Fact]
    public void A_connection_calls_where_its_handler_signs_though_the_options_were_read_anew_since()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        using TokenSources sources = setup.Sources();
        AppLocation ofHandler = sources.ForHandler("client", new() { AppName = "inventory" }, []).Location;
        setup.Environment["DATABRICKS_HOST"] = "https://other.example.com";

        Assert.Same(ofHandler, sources.ForConnection("client", new() { AppName = "inventory" }, []).Location);
        Assert.Same(ofHandler, sources.ForConnection("client", new() { BaseAddress = new Uri("https://elsewhere.example.com") }, []).Location);
    }

    [Fact]
    public void A_client_whose_options_change_for_ever_keeps_nothing_of_those_before()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        using TokenSources sources = setup.Sources();
        List<WeakReference> locations = [.. Enumerable.Range(0, 50).Select(i => new WeakReference(Made(sources, i)))];

        GC.Collect();

        Assert.InRange(locations.Count(location => location.IsAlive), 0, 2);

        static AppLocation Made(TokenSources sources, int i) => sources.ForHandler("client", new() { AppName = $"inventory-{i}" }, []).Location;
    }

    [Fact]
    public async Task A_client_whose_settings_could_be_read_only_later_replaces_a_token_that_is_refused()
    {
        int made = 0;
        ManualTokenSource first = new();
        UnreadSettings source = new(() => made++ == 0 ? throw new AppAuthenticationException("not yet") : first);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => source.GetTokenAsync(TestContext.Current.CancellationToken).AsTask());
        Task<AppToken> asked = source.GetTokenAsync(TestContext.Current.CancellationToken).AsTask();
        AppToken token = new("t");
        await (await first.NextAsync()).SucceedAsync(token);
        await asked;

        source.Invalidate(token);

        Assert.Equal(2, made);
        Assert.Same(token, Assert.Single(first.Refused));
    }

    [Fact]
    public async Task Settings_that_could_be_read_only_later_are_read_once_for_the_token_and_for_the_lookup()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.AppName = "inventory";
        setup.Environment["DATABRICKS_HOST"] = "https://";
        setup.Workspace.Json("GET https://ws.example.com/api/2.0/apps/inventory", """{"url":"https://inventory-1.aws.databricksapps.com"}""");
        using TokenSources sources = setup.Sources();
        ClientSettings client = sources.Read(setup.Options, []);
        AppLocation location = sources.LocationFor(client);
        ITokenSource tokens = sources.For(client);
        await Assert.ThrowsAsync<AppAuthenticationException>(() => tokens.GetTokenAsync(TestContext.Current.CancellationToken).AsTask());
        setup.Environment["DATABRICKS_HOST"] = "https://ws.example.com";
        await tokens.GetTokenAsync(TestContext.Current.CancellationToken);

        setup.Environment["DATABRICKS_HOST"] = "https://other.example.com";
        await location.GetAsync(TestContext.Current.CancellationToken);
        await location.DescribeAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(setup.Workspace.Requests, request => request.Contains("other.example.com", StringComparison.Ordinal));
        Assert.Contains("GET https://ws.example.com/api/2.0/apps/inventory", setup.Workspace.Requests);
    }

    [Fact]
    public void A_client_whose_settings_cannot_be_read_shares_no_location()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Environment["DATABRICKS_HOST"] = "https://";
        using TokenSources sources = setup.Sources();

        RegisteredClient first = sources.ForHandler("client", new() { AppName = "inventory" }, []);

        Assert.NotSame(first.Location, sources.ForHandler("client", new() { AppName = "inventory" }, []).Location);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Options_that_are_read_anew_count_from_the_next_handler_on_with_their_keys(bool isRenewed)
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        using TokenSources sources = setup.Sources();
        DatabricksAppOptions one = Of("one"), two = Of("two");
        sources.ForHandler("client", one, []);
        if (isRenewed)
        {
            sources.ForHandler("client", two, []);
        }

        RegisteredClient client = sources.ForConnection("client", two, []);

        Assert.Same(isRenewed ? two : one, client.Settings.Options);
        Assert.Equal(client.Settings.Address, (await client.Location.GetAsync(TestContext.Current.CancellationToken)).Uri);

        static DatabricksAppOptions Of(string app) => new() { BaseAddress = new Uri($"https://{app}.example.com"), Token = "t", ApiKeys = { ["key"] = app } };
    }

    [Fact]
    public async Task An_API_key_that_is_set_since_is_of_the_next_client()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", ApiKeys = { ["key"] = "the-first" } };
        AppConnection app = new(stub.Client(), options, TokenSources.OfProcess.LocationFor(options, []));
        options.ApiKeys["key"] = "the-second";
        AppRequest request = Calls.Get();
        app.AddApiKeyHeader(request, "key", "X-Key");

        await app.StringAsync(request);

        Assert.Equal("the-first", stub.Last["X-Key"]);
    }
}
