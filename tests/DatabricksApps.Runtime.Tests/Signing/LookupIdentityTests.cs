using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>Where an app is, and how it is, is asked as the program or as who is said: never as the user who happens to call first.</summary>
public sealed class LookupIdentityTests : IDisposable
{
    private const string Lookup = "GET https://ws.example.com/api/2.0/apps/inventory";
    private const string Found = """{"url":"https://inventory-123.aws.databricksapps.com"}""";

    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly StubHandler _stub = StubHandler.Json("\"x\"");
    private readonly List<IDisposable> _open = [];

    public LookupIdentityTests()
    {
        _setup.Options.AppName = "inventory";
        _setup.Workspace.Json(Lookup, Found);
    }

    private IEnumerable<string?> Asked => _setup.Workspace.Requests.Zip(_setup.Workspace.Sent).Where(r => r.First == Lookup).Select(r => r.Second.Authorization);

    public void Dispose() => _open.ForEach(o => o.Dispose());

    [Fact]
    public async Task The_first_users_token_signs_the_call_and_the_programs_finds_the_app()
    {
        AsyncLocal<string?> user = new();
        _setup.Options.TokenProvider = _ => new(user.Value ?? throw new InvalidOperationException("no ambient user"));
        AppConnection app = Connect();

        user.Value = "carol";
        await app.StringAsync(Calls.Get());
        user.Value = "dave";
        await app.StringAsync(Calls.Get());

        Assert.Equal(["Bearer carol", "Bearer dave"], _stub.Sent.Select(s => s["Authorization"]));
        Assert.Equal(["Bearer the-access-token"], Asked);
        Assert.DoesNotContain(_setup.Workspace.Sent, sent => sent.Authorization?.Contains("carol", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_registered_client_finds_the_app_as_the_program_too()
    {
        AsyncLocal<string?> user = new();
        using TokenSources sources = _setup.Sources();
        ServiceCollection services = new();
        services.AddSingleton(sources);
        AppPipeline.AddClient<AppConnection>(
                services, "MyApp.Client", static app => app,
                options =>
                {
                    options.AppName = "inventory";
                    options.TokenProvider = _ => new(user.Value!);
                })
            .ConfigurePrimaryHttpMessageHandler(() => _stub);
        await using ServiceProvider provider = services.BuildServiceProvider();

        user.Value = "carol";
        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal("Bearer carol", _stub.Last["Authorization"]);
        Assert.Equal(["Bearer the-access-token"], Asked);
    }

    [Fact]
    public async Task Without_a_sign_in_of_its_own_the_program_says_that_the_users_is_not_used()
    {
        _setup.Environment.Remove("DATABRICKS_CLIENT_SECRET");
        _setup.Environment["DATABRICKS_AUTH_TYPE"] = "oauth-m2m";
        _setup.Options.TokenProvider = _ => new("carol");

        AppAuthenticationException exception = await Assert.ThrowsAsync<AppAuthenticationException>(() => Connect().StringAsync(Calls.Get()));

        Assert.EndsWith(
            "The workspace was to be asked where the app inventory is, which is done as the program itself: the tokens of TokenProvider are never sent " +
            "to the workspace. Set BaseAddress to the app's URL, or LookupTokenProvider to what gives the token for the question.",
            exception.Message, StringComparison.Ordinal);
        Assert.Empty(Asked);
        Assert.Empty(_stub.Sent);
    }

    [Fact]
    public async Task A_LookupTokenProvider_is_asked_once_and_outside_of_the_call()
    {
        AsyncLocal<string?> user = new();
        _setup.Options.TokenProvider = _ => new(user.Value!);
        _setup.Options.LookupTokenProvider = _ => new(user.Value ?? "the-finder");
        AppConnection app = Connect();

        user.Value = "carol";
        await app.StringAsync(Calls.Get());

        Assert.Equal("Bearer carol", _stub.Last["Authorization"]);
        Assert.Equal(["Bearer the-finder"], Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task No_error_shows_the_workspace_a_users_token(HttpStatusCode status)
    {
        _setup.Options.BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com");
        _setup.Workspace.Json(Lookup, """{"url":"https://inventory-123.aws.databricksapps.com","compute_status":{"state":"STOPPED"}}""");
        _setup.Options.TokenProvider = _ => new("carol");

        AppException exception = await Assert.ThrowsAsync<AppException>(
            () => Connect(StubHandler.Of(status, "<html>", "text/html")).StringAsync(Calls.Get()));

        Assert.Equal(status, exception.StatusCode);
        Assert.All(Asked, authorization => Assert.Equal("Bearer the-access-token", authorization));
        Assert.All(_setup.Workspace.Sent, sent => Assert.DoesNotContain("carol", sent.Authorization + sent.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_was_given_goes_to_the_workspace_for_no_error()
    {
        _setup.Options.BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com");
        _setup.Options.Token = "given";

        await Assert.ThrowsAsync<AppException>(() => Connect(StubHandler.Of(HttpStatusCode.BadGateway, "", "text/plain")).StringAsync(Calls.Get()));

        Assert.Equal(["Bearer the-access-token"], Asked);
        Assert.All(_setup.Workspace.Sent, sent => Assert.DoesNotContain("given", sent.Authorization + sent.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_was_given_finds_the_app_where_only_the_name_is_known()
    {
        _setup.Options.Token = "given";

        await Connect().StringAsync(Calls.Get());

        Assert.Equal(["Bearer given"], Asked);
    }

    [Fact]
    public async Task A_workspace_that_hangs_holds_up_the_first_error_for_a_second_and_the_next_not_at_all()
    {
        _setup.Options.BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com");
        TaskCompletionSource asked = new();
        int questions = 0;
        _setup.Workspace.On(Lookup, async cancellation =>
        {
            questions++;
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        });
        AppConnection app = Connect(StubHandler.Of(HttpStatusCode.BadGateway, "", "text/plain"));

        Task<AppException> first = Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));
        await _setup.Time.WhenWaitingAsync(TimeSpan.FromSeconds(1));
        await asked.Task;
        _setup.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AppErrorReason.AppUnavailable, (await first).Reason);

        // The question ends within its own limit, and is not asked again for a minute.
        _setup.Time.Advance(TimeSpan.FromSeconds(4));
        await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));
        Assert.Equal(1, questions);
    }

    [Fact]
    public async Task Many_errors_at_once_ask_once()
    {
        _setup.Options.BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com");
        AppConnection app = Connect(StubHandler.Of(HttpStatusCode.BadGateway, "", "text/plain"));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()))));

        Assert.Single(Asked);
    }

    private AppConnection Connect(StubHandler? stub = null)
    {
        TokenSources sources = _setup.Sources();
        AppLocation location = sources.LocationFor(_setup.Options, []);
        AppConnection app = new(
            new DatabricksAppHandler(sources, sources.Read(_setup.Options, []), location) { InnerHandler = stub ?? _stub }, _setup.Options, location);
        _open.AddRange([app, sources]);
        return app;
    }
}
