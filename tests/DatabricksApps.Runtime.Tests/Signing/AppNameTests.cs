using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>A client that knows its app by name alone finds the address once.</summary>
public sealed class AppNameTests : IDisposable
{
    private const string Lookup = "GET https://ws.example.com/api/2.0/apps/inventory";
    private const string Found = """{"url":"https://inventory-123.aws.databricksapps.com"}""";

    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly StubHandler _stub = StubHandler.Json("\"x\"");
    private readonly TokenSources _sources;
    private readonly AppConnection _app;

    public AppNameTests()
    {
        _setup.Options.AppName = "inventory";
        _setup.Workspace.Json(Lookup, Found);
        _sources = _setup.Sources();
        _app = Connect();
    }

    private int Lookups => _setup.Workspace.Requests.Count(r => r == Lookup);

    public void Dispose()
    {
        _app.Dispose();
        _sources.Dispose();
    }

    [Fact]
    public async Task The_first_call_finds_the_app_and_the_token_goes_there()
    {
        Assert.Equal(0, Lookups);

        await _app.StringAsync(Calls.Get());
        await _app.StringAsync(Calls.Get("/api/items/7"));

        Assert.Equal(
            ["https://inventory-123.aws.databricksapps.com/api/items", "https://inventory-123.aws.databricksapps.com/api/items/7"],
            _stub.Sent.Select(s => s.Url));
        Assert.All(_stub.Sent, s => Assert.Equal("Bearer the-access-token", s["Authorization"]));
        Assert.Equal(1, Lookups);
    }

    [Fact]
    public async Task A_hundred_first_calls_make_one_lookup_and_one_that_gives_up_harms_no_other()
    {
        TaskCompletionSource answer = new();
        _setup.Workspace.On(Lookup, async _ =>
        {
            await answer.Task;
            return new HttpResponseMessage { Content = new StringContent(Found) };
        });
        using CancellationTokenSource leaves = new();

        Task<string> first = _app.SendAsync<string, StringJson>(Calls.Get(), null, leaves.Token);
        Task<string>[] others = [.. Enumerable.Range(0, 99).Select(_ => _app.StringAsync(Calls.Get()))];
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.All(await Task.WhenAll(others), text => Assert.Equal("x", text));
        Assert.Equal(1, Lookups);
    }

    [Fact]
    public async Task A_failure_is_seen_and_not_kept()
    {
        _setup.Workspace.Json(Lookup, """{"error_code":"RESOURCE_DOES_NOT_EXIST","message":"App inventory does not exist"}""", HttpStatusCode.NotFound);

        AppException exception = await Assert.ThrowsAsync<AppException>(() => _app.StringAsync(Calls.Get()));
        _setup.Workspace.Json(Lookup, Found);
        await _app.StringAsync(Calls.Get());

        Assert.Equal(AppErrorReason.NotFound, exception.Reason);
        Assert.Equal(2, Lookups);
    }

    [Fact]
    public async Task An_enumeration_that_failed_to_find_the_app_can_be_started_again()
    {
        _setup.Workspace.Json(Lookup, "{}", HttpStatusCode.ServiceUnavailable);
        StubHandler lines = StubHandler.Of(HttpStatusCode.OK, "1\n2\n", "application/jsonl");
        using AppConnection app = Connect(lines);
        IAsyncEnumerable<int> numbers = app.StreamLinesAsync<int, Int32Json>(Calls.Get("/api/numbers"), null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<AppException>(() => numbers.ToArrayAsync(TestContext.Current.CancellationToken).AsTask());
        _setup.Workspace.Json(Lookup, Found);

        int[] read = await numbers.ToArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2], read);
        Assert.Equal("https://inventory-123.aws.databricksapps.com/api/numbers", lines.Last.Url);
    }

    [Fact]
    public async Task A_registered_client_finds_it_once_for_all_its_instances()
    {
        ServiceCollection services = new();
        services.AddSingleton(_sources);
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options => options.AppName = "inventory")
            .ConfigurePrimaryHttpMessageHandler(() => _stub);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());
        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal(2, _stub.Sent.Count);
        Assert.Equal("Bearer the-access-token", _stub.Last["Authorization"]);
        Assert.Equal(1, Lookups);
    }

    [Fact]
    public async Task A_workspace_that_does_not_tell_how_the_app_is_hides_no_error()
    {
        _setup.Options.BaseAddress = new Uri("https://inventory-123.aws.databricksapps.com");
        _setup.Workspace.Json(Lookup, "{}", HttpStatusCode.InternalServerError);
        using AppConnection app = Connect(StubHandler.Of(HttpStatusCode.BadGateway, "", "text/plain"));

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal((AppErrorReason.AppUnavailable, 1), (exception.Reason, Lookups));
    }

    [Fact]
    public async Task An_answer_of_the_app_itself_asks_nobody()
    {
        using AppConnection app = Connect(StubHandler.Json("""{"detail":"Item not found"}""", HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(1, Lookups);
    }

    [Fact]
    public async Task An_address_wins_over_the_name()
    {
        _setup.Options.BaseAddress = new Uri("https://elsewhere-1.aws.databricksapps.com");
        using AppConnection app = Connect();

        await app.StringAsync(Calls.Get());

        Assert.Equal("https://elsewhere-1.aws.databricksapps.com/api/items", _stub.Last.Url);
        Assert.Equal(0, Lookups);
    }

    [Fact]
    public async Task A_handler_of_a_pipeline_of_ones_own_signs_what_goes_to_the_app_that_it_finds()
    {
        using DatabricksAppHandler signing = new(_sources, _sources.Read(_setup.Options, [])) { InnerHandler = _stub };
        using HttpClient client = new(signing);

        await client.GetAsync(new Uri("https://inventory-123.aws.databricksapps.com/api/items"), TestContext.Current.CancellationToken);
        await client.GetAsync(new Uri("https://other-123.aws.databricksapps.com/api/items"), TestContext.Current.CancellationToken);

        Assert.Equal(["Bearer the-access-token", null], _stub.Sent.Select(s => s["Authorization"]));
    }

    private AppConnection Connect(StubHandler? stub = null)
    {
        AppLocation location = _sources.LocationFor(_setup.Options, []);
        return new AppConnection(
            new DatabricksAppHandler(_sources, _sources.Read(_setup.Options, []), location) { InnerHandler = stub ?? _stub }, _setup.Options, location);
    }
}
