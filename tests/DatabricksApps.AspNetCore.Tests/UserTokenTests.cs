using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.AspNetCore.Tests;

public class UserTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_user_calls_with_the_token_of_the_own_request()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.OK);
        await using WebApplication caller = await StartAsync(app);
        using HttpClient browser = new() { BaseAddress = AddressOf(caller) };

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancellation, async (user, cancellation) =>
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"/call?as={user}");
            request.Headers.Add("X-Forwarded-Access-Token", $"token-of-{user}");
            using HttpResponseMessage response = await browser.SendAsync(request, cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        });

        Assert.Equal(
            Enumerable.Range(0, 200).Select(user => ($"/api/items/{user}", (string?)$"token-of-{user}")).Order(),
            app.Calls.Order());
    }

    [Fact]
    public async Task Without_the_header_nothing_is_sent_and_the_reason_is_told()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.OK);
        await using WebApplication caller = await StartAsync(app);
        using HttpClient browser = new() { BaseAddress = AddressOf(caller) };

        Assert.Equal(
            "Sign-in failed: the request has no X-Forwarded-Access-Token. Likely cause: user authorization is not enabled for this app, " +
            "the user has not consented to its scopes, or the request did not come through the Databricks Apps front door. Next step: add " +
            "the scopes that the app needs under 'User authorization' in the app's settings and restart it; on your own machine, send the header yourself.",
            await browser.GetStringAsync(new Uri("/call?as=1", UriKind.Relative), Cancellation));
        Assert.Empty(app.Calls);
    }

    [Fact]
    public async Task Outside_of_a_request_nothing_is_sent_and_the_reason_is_told()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.OK);
        ServiceCollection services = new();
        RemoteClient.Add(services, app).WithUserToken();
        await using ServiceProvider provider = services.BuildServiceProvider();

        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: Cancellation));

        Assert.Equal(
            "Sign-in failed: the client signs with the token of the user whose request is handled, and no request is being handled. " +
            "Likely cause: the call was made in the background, or after the request had ended. Next step: make the call while the request " +
            "is handled, or use a client that signs as the app's own service principal: one made with its Create method.",
            failure.Message);
        Assert.Empty(app.Calls);
    }

    [Fact]
    public async Task A_token_that_cannot_be_a_header_is_refused_and_not_shown()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.OK);
        await using WebApplication caller = await StartAsync(app);
        using HttpClient browser = new() { BaseAddress = AddressOf(caller) };
        using HttpRequestMessage request = new(HttpMethod.Get, "/call?as=1");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Access-Token", "canary one");

        string answer = await (await browser.SendAsync(request, Cancellation)).Content.ReadAsStringAsync(Cancellation);

        Assert.StartsWith("Sign-in failed: TokenProvider gave a token that holds characters", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", answer, StringComparison.Ordinal);
        Assert.Empty(app.Calls);
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<WebApplication> StartAsync(HttpMessageHandler remote)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        RemoteClient.Add(builder.Services, remote).WithUserToken();
        WebApplication app = builder.Build();
        app.MapGet("/call", async (HttpContext context, RemoteClient client) =>
        {
            try
            {
                await client.CallAsync($"/api/items/{context.Request.Query["as"]}", context.RequestAborted);
                return "ok";
            }
            catch (AppAuthenticationException exception)
            {
                return exception.Message;
            }
        });
        await app.StartAsync();
        return app;
    }
}
