using System.Net;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <summary>Handlers of the user, before and after ours: they see no token before it is signed, and retries are signed anew.</summary>
public sealed class HandlerOrderTests
{
    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly List<string?> _seen = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_retrying_handler_works_on_either_side(bool isOutside)
    {
        int sent = 0;
        StubHandler stub = new(_ => ++sent < 3
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : new HttpResponseMessage { Content = new StringContent("\"x\"", System.Text.Encoding.UTF8, "application/json") });
        await using ServiceProvider provider = Register(stub, () => new RetryHandler(3), isOutside);

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(Enumerable.Repeat("Bearer the-access-token", 3), stub.Sent.Select(s => s["Authorization"]));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "Bearer the-access-token")]
    public async Task A_logging_handler_sees_the_token_only_beneath(bool isOutside, string? seen)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new SeeingHandler(_seen), isOutside);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        // On the way there, and on the way back.
        Assert.Equal([seen, seen], _seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_sends_elsewhere_takes_no_token_along(bool isOutside)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new ElsewhereHandler(), isOutside);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        // Above ours the address decides; beneath, the request was signed for the app, and the handler is the user's own.
        Assert.Equal(isOutside ? null : "Bearer the-access-token", stub.Last["Authorization"]);
    }

    // Whichever is added first is the outer one; ours is added by the registration.
    private ServiceProvider Register(StubHandler stub, Func<DelegatingHandler> handler, bool isOutside)
    {
        ServiceCollection services = new();
        services.AddSingleton(_setup.Sources());
        if (isOutside)
        {
            services.AddHttpClient("MyApp.Client").AddHttpMessageHandler(handler);
        }

        IHttpClientBuilder builder = AppPipeline.AddClient<AppConnection>(
            services, "MyApp.Client", static app => app, options => options.BaseAddress = new Uri("https://app.example.com"));
        if (!isOutside)
        {
            builder.AddHttpMessageHandler(handler);
        }

        builder.ConfigurePrimaryHttpMessageHandler(() => stub);
        return services.BuildServiceProvider();
    }

    private sealed class RetryHandler(int attempts) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            for (int i = 1; i < attempts && !response.IsSuccessStatusCode; i++)
            {
                response.Dispose();
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
    }

    private sealed class SeeingHandler(List<string?> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            See(request);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            See(request);
            return response;
        }

        private void See(HttpRequestMessage request) =>
            seen.Add(request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null);
    }

    private sealed class ElsewhereHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri("https://elsewhere.example.com/api/items");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
