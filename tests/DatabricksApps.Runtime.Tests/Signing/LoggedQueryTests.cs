using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Signing;

/// <summary>
/// The log of HttpClient shows no query, in which API keys are sent. These tests run with the lowest versions that the
/// package allows.
/// </summary>
public sealed class LoggedQueryTests
{
    [Fact]
    public async Task An_API_key_in_the_query_is_not_logged()
    {
        LogCapture log = new();
        ServiceCollection services = new();
        services.AddSingleton(SignInSetup.ServicePrincipal().Sources());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CaptureProvider(log)));
        StubHandler stub = StubHandler.Json("\"x\"");
        AppPipeline.AddClient<AppConnection>(
                services, "MyApp.Client", static app => app, options =>
                {
                    options.BaseAddress = new Uri("https://app.example.com");
                    options.ApiKeys["QueryKey"] = "qk-CANARY";
                })
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        await using ServiceProvider provider = services.BuildServiceProvider();
        AppConnection app = provider.GetRequiredService<AppConnection>();
        AppRequest request = Calls.Get();
        app.AddApiKeyQuery(request, "QueryKey", "key");

        await app.StringAsync(request);

        Assert.EndsWith("?key=qk-CANARY", stub.Last.Url, StringComparison.Ordinal);
        Assert.Contains("Start processing HTTP request GET https://app.example.com/api/items?*", log.Texts);
        Assert.DoesNotContain(log.Texts, text => text.Contains("CANARY", StringComparison.Ordinal));
    }
}
