using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>Handlers of Microsoft's packages around a client: each attempt is signed, and a service's address is found.</summary>
public sealed class PipelineTests
{
    private const string Token = "canary-token";

    [Fact]
    public async Task The_standard_resilience_handler_sends_again_with_the_token()
    {
        int sent = 0;
        RemoteApp app = new(_ => new HttpResponseMessage(++sent < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));
        ServiceCollection services = new();
        RemoteClient.Add(services, app, options => options.Token = Token)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("/api/items", Token), ("/api/items", Token)], app.Calls);
    }

    // It sends copies of the message, which are none of the client's own.
    [Fact]
    public async Task The_standard_hedging_handler_does_too_and_no_error_shows_it()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.InternalServerError, "{\"detail\":\"you sent canary-token\"}");
        ServiceCollection services = new();
        RemoteClient.Add(services, app, options => options.Token = Token)
            .AddStandardHedgingHandler();
        await using ServiceProvider provider = services.BuildServiceProvider();

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.NotEmpty(app.Calls);
        Assert.All(app.Calls, call => Assert.Equal(("/api/items", Token), call));
        Assert.StartsWith("GET /api/items: the app answered 500 (Internal Server Error): you sent ***.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://inventory-123.aws.databricksapps.com", "https://inventory-123.aws.databricksapps.com/api/items")]
    [InlineData("http://localhost:5123", "http://localhost:5123/api/items")]
    public async Task Service_discovery_finds_the_app(string endpoint, string called)
    {
        string? sent = null;
        RemoteApp app = new(request =>
        {
            sent = request.RequestUri!.AbsoluteUri;
            return new HttpResponseMessage();
        });
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"Services:inventory:{new Uri(endpoint).Scheme}:0", endpoint)]).Build());
        services.AddServiceDiscovery();
        RemoteClient.Add(services, app, options =>
        {
            options.BaseAddress = new Uri("https+http://inventory");
            options.Token = Token;
        }).AddServiceDiscovery();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(called, sent);
        Assert.Equal([("/api/items", Token)], app.Calls);
    }
}
