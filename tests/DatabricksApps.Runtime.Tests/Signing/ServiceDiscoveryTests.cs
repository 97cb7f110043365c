using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>An address that service discovery finds, <c>https+http://inventory</c>: what is found gets the token, over https or on this machine.</summary>
public sealed class ServiceDiscoveryTests
{
    private readonly StubHandler _stub = StubHandler.Json("\"x\"");

    [Theory]
    [InlineData("https://inventory-1.aws.databricksapps.com")]
    [InlineData("https://10.0.0.5:8443")]
    [InlineData("http://localhost:5123")]
    [InlineData("http://127.0.0.1:5123")]
    public async Task What_is_found_gets_the_token(string found)
    {
        await using ServiceProvider provider = Register("https+http://inventory/base", found);

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(found + "/base/api/items", _stub.Last.Url);
        Assert.Equal("Bearer the-token", _stub.Last["Authorization"]);
    }

    [Fact]
    public async Task Plain_http_to_another_machine_does_not()
    {
        await using ServiceProvider provider = Register("https+http://inventory", "http://10.0.0.5:8080");

        AppException failure = await FailAsync(provider);

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.Equal(
            "Nothing was sent to http://10.0.0.5:8080, which service discovery found for https+http://inventory: a token goes over https only, " +
            "except on this machine. Next step: give the service an https endpoint.", failure.Message);
        Assert.Empty(_stub.Sent);
    }

    [Fact]
    public async Task What_nobody_finds_is_told()
    {
        await using ServiceProvider provider = Register("https+http://inventory", null);

        AppException failure = await FailAsync(provider);

        Assert.Equal(AppErrorReason.Unreachable, failure.Reason);
        Assert.Equal(
            "Nothing was sent to https+http://inventory: no handler of the HttpClient has found the address of this service. " +
            "Likely cause: service discovery is not added to the client. " +
            "Next step: add .AddServiceDiscovery() of Microsoft.Extensions.ServiceDiscovery to what Add…Client returns, and services.AddServiceDiscovery().",
            failure.Message);
        Assert.Empty(_stub.Sent);
    }

    // A file that an app names by its own address is not the app's.
    [Fact]
    public async Task Another_address_that_a_call_names_itself_gets_no_token()
    {
        await using ServiceProvider provider = Register("https+http://inventory", null);

        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("MyApp.Client");
        using HttpResponseMessage response = await client.GetAsync("https://files.example.com/a", TestContext.Current.CancellationToken);

        Assert.Null(_stub.Last["Authorization"]);
    }

    [Fact]
    public void A_client_that_is_not_registered_has_nobody_to_find_it()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = new Uri("https+http://inventory"), Token = "the-token" }));

        Assert.Equal(
            "BaseAddress is https+http, an address that service discovery finds, which only a registered client can have: " +
            "services.Add…Client(…).AddServiceDiscovery(), of Microsoft.Extensions.ServiceDiscovery.", exception.Message);
    }

    // Neither where an answer leads nor where another handler sends the call is what was found.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_that_another_handler_takes_gets_no_token(bool isOutside)
    {
        await using ServiceProvider provider = Register("https+http://inventory", "https://inventory-1.aws.databricksapps.com", builder =>
            builder.AddHttpMessageHandler(() => new MovingHandler(new Uri("https://elsewhere.example.com/api/items"))), isOutside);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal(
            [("https://inventory-1.aws.databricksapps.com/api/items", "Bearer the-token"), ("https://elsewhere.example.com/api/items", null)],
            _stub.Sent.Select(sent => (sent.Url, sent["Authorization"])));
    }

    private static Task<AppException> FailAsync(ServiceProvider provider) =>
        Assert.ThrowsAsync<AppException>(() => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

    private ServiceProvider Register(string address, string? found, Action<IHttpClientBuilder>? add = null, bool isOutside = false)
    {
        ServiceCollection services = new();
        IHttpClientBuilder builder = AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options =>
        {
            options.BaseAddress = new Uri(address);
            options.Token = "the-token";
        });
        builder.ConfigurePrimaryHttpMessageHandler(() => _stub);
        if (isOutside)
        {
            add?.Invoke(builder);
        }

        if (found is not null)
        {
            builder.AddHttpMessageHandler(() => new Microsoft.Extensions.ServiceDiscovery.Testing.Resolver(new Uri(found)));
        }

        if (!isOutside)
        {
            add?.Invoke(builder);
        }

        return services.BuildServiceProvider();
    }

    private sealed class MovingHandler(Uri target) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            request.RequestUri = target;
            response.Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
