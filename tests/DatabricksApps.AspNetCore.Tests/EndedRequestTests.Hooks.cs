using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DatabricksApps.AspNetCore.Tests;

/// <content>What the server runs beside the pipeline, and other contexts.</content>
public sealed partial class EndedRequestTests
{
    public static TheoryData<string, int> Hooks => new()
    {
        { "completed", 1 }, { "completed", 2 }, { "disposed", 1 }, { "disposed", 2 }, { "starting", 1 }, { "starting", 2 },
    };

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task What_the_server_runs_when_the_pipeline_has_ended_is_told_so(string hook, int version)
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        TaskCompletionSource<string> outcome = new();
        await using CallingApp app = await CallingApp.StartAsync(
            remote,
            context =>
            {
                RemoteClient client = context.RequestServices.GetRequiredService<RemoteClient>();
                async Task TellAsync() => outcome.SetResult(await CallAsync(client, "/"));
                switch (hook)
                {
                    case "completed":
                        context.Response.OnCompleted(TellAsync);
                        break;
                    case "starting":
                        context.Response.OnStarting(TellAsync);
                        break;
                    default:
                        context.Response.RegisterForDisposeAsync(new Disposed(TellAsync));
                        break;
                }

                return Task.CompletedTask;
            },
            new Version(version, version == 1 ? 1 : 0));

        await app.GetAsync("alice");

        Assert.Equal(
            "Sign-in failed: the client signs with the token of the user whose request is handled, and the pipeline that handled this request has ended. " +
            "Likely cause: the call was made in Response.OnStarting or Response.OnCompleted, or by what is disposed with the request. " +
            "Next step: make the call while the request is handled, or use a client that signs as the app's own service principal: one made with its Create method.",
            await outcome.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Empty(remote.Calls);
    }

    [Fact]
    public async Task A_middleware_cannot_turn_the_request_of_one_user_into_anothers()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        await using CallingApp app = await CallingApp.StartAsync(
            remote,
            context => context.RequestServices.GetRequiredService<RemoteClient>().CallAsync(),
            pipeline: app => app.Use((context, next) =>
            {
                context.Request.Headers["X-Forwarded-Access-Token"] = "token-of-bob";
                return next(context);
            }));

        await app.GetAsync("alice");

        Assert.Equal([("/api/items", "token-of-alice")], remote.Calls);
    }

    [Fact]
    public async Task A_context_that_was_set_by_hand_is_not_read_and_that_is_told()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        ServiceCollection services = new();
        RemoteClient.Add(services, remote).WithUserToken();
        await using ServiceProvider provider = services.BuildServiceProvider();
        DefaultHttpContext context = new();
        context.Request.Headers["X-Forwarded-Access-Token"] = "token-of-alice";
        provider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;

        Assert.Equal(
            "Sign-in failed: the client signs with the token of the user whose request is handled, and the request that is handled did not begin in the " +
            "pipeline of this host. Likely cause: the HttpContext was set by hand, or the server does not run the host's startup filters. " +
            "Next step: send the request through the host (in tests, through its TestServer), or set TokenProvider.",
            await CallAsync(provider.GetRequiredService<RemoteClient>(), "/"));
        Assert.Empty(remote.Calls);
    }

    private sealed class Disposed(Func<Task> tell) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await tell();
    }
}
