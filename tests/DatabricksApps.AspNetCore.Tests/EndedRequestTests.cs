using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>The token of a user ends with the user's request, whatever still runs; the server's objects serve the next user by then.</summary>
public sealed partial class EndedRequestTests
{
    private const string Ended =
        "Sign-in failed: the client signs with the token of the user whose request is handled, and the request that this call belongs to has ended. " +
        "Likely cause: the call was not awaited, or was made by work that goes on after the answer. Next step: await the call before the request " +
        "ends; for work that outlives it, use a client that signs as the app's own service principal: one made with its Create method.";

    public static TheoryData<int> Versions => [1, 2];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_call_after_the_requests_end_is_refused_even_while_the_next_user_is_served(int version)
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        TaskCompletionSource bobIsServed = new(), backgroundIsDone = new();
        Task<string>? background = null;
        IHttpRequestFeature? first = null;
        bool isReused = false;
        await using CallingApp app = await CallingApp.StartAsync(
            remote,
            async context =>
            {
                if (context.Request.Headers["X-Forwarded-Access-Token"] == "token-of-alice")
                {
                    first = context.Features.Get<IHttpRequestFeature>();
                    RemoteClient client = context.RequestServices.GetRequiredService<RemoteClient>();
                    background = Task.Run(async () =>
                    {
                        await bobIsServed.Task;
                        return await CallAsync(client, "/api/items/alice");
                    });
                    return;
                }

                isReused = ReferenceEquals(context.Features.Get<IHttpRequestFeature>(), first);
                bobIsServed.SetResult();
                await backgroundIsDone.Task;
            },
            new Version(version, version == 1 ? 1 : 0));

        await app.GetAsync("alice");
        Task bob = app.GetAsync("bob");
        string outcome = await background!;
        backgroundIsDone.SetResult();
        await bob;

        Assert.Equal(Ended, outcome);
        Assert.Empty(remote.Calls);

        // What makes it dangerous: Kestrel serves both from one object; of HTTP/2, once the first stream is wholly ended.
        Assert.True(isReused || version == 2);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Work_that_races_the_end_of_its_request_gets_the_own_token_or_none(int version)
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        long right = 0, none = 0;
        List<string> wrong = [];
        List<Task> work = [];
        Func<CancellationToken, ValueTask<string>>? provider = null;
        await using CallingApp app = await CallingApp.StartAsync(
            remote,
            async context =>
            {
                string mine = context.Request.Headers["X-Forwarded-Access-Token"].ToString();
                lock (work)
                {
                    work.AddRange(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
                    {
                        for (int i = 0; i < 2000; i++)
                        {
                            try
                            {
                                string token = await provider!(CancellationToken.None);
                                Interlocked.Increment(ref right);
                                if (token != mine)
                                {
                                    lock (wrong)
                                    {
                                        wrong.Add($"{mine} was given {token}");
                                    }
                                }
                            }
                            catch (AppAuthenticationException exception) when (exception.Message == Ended)
                            {
                                Interlocked.Increment(ref none);
                                break;
                            }
                        }
                    })));
                }

                await Task.Yield();
                await context.Response.WriteAsync("x");
            },
            new Version(version, version == 1 ? 1 : 0));
        provider = app.Services.GetRequiredService<IOptionsMonitor<DatabricksAppOptions>>().Get(nameof(RemoteClient)).TokenProvider;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (user, _) => await app.GetAsync($"{user}"));
        await Task.WhenAll(work);

        Assert.Empty(wrong);
        Assert.True(right > 0);
        Assert.True(none > 0);
    }

    [Fact]
    public async Task A_stream_that_began_in_the_request_is_read_after_its_end_and_a_new_call_is_refused()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        Task<string>? background = null;
        TaskCompletionSource begun = new(), goOn = new();
        await using CallingApp app = await CallingApp.StartAsync(remote, async context =>
        {
            RemoteClient client = context.RequestServices.GetRequiredService<RemoteClient>();
            background = Task.Run(async () =>
            {
                string first = await CallAsync(client, "/api/items/1");
                begun.SetResult();
                await goOn.Task;
                return $"{first} | {await CallAsync(client, "/api/items/2")}";
            });
            await begun.Task;
        });

        await app.GetAsync("alice");
        goOn.SetResult();

        Assert.Equal($"ok | {Ended}", await background!);
        Assert.Equal([("/api/items/1", "token-of-alice")], remote.Calls);
    }

    [Fact]
    public async Task A_request_that_fails_ends_as_well()
    {
        Task<string>? background = null;
        TaskCompletionSource goOn = new();
        await using CallingApp app = await CallingApp.StartAsync(RemoteApp.Answering(HttpStatusCode.OK), context =>
        {
            RemoteClient client = context.RequestServices.GetRequiredService<RemoteClient>();
            background = Task.Run(async () =>
            {
                await goOn.Task;
                return await CallAsync(client, "/");
            });
            throw new InvalidOperationException("the handler failed");
        });

        await app.GetAsync("alice");
        goOn.SetResult();

        Assert.Equal(Ended, await background!);
    }

    [Fact]
    public async Task Work_that_the_request_fans_out_signs_as_its_user()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        await using CallingApp app = await CallingApp.StartAsync(remote, async context =>
        {
            RemoteClient client = context.RequestServices.GetRequiredService<RemoteClient>();
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => client.CallAsync($"/api/items/{i}"))));
        });

        await app.GetAsync("alice");

        Assert.Equal(50, remote.Calls.Count(call => call.Token == "token-of-alice"));
    }

    [Fact]
    public async Task What_another_startup_filter_runs_belongs_to_the_request()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        await using CallingApp app = await CallingApp.StartAsync(
            remote, _ => Task.CompletedTask, services: services => services.AddSingleton<IStartupFilter, CallingFilter>());

        await app.GetAsync("alice");

        Assert.Equal([("/api/filter", "token-of-alice")], remote.Calls);
    }

    [Fact]
    public async Task A_header_that_did_not_come_in_with_the_request_signs_nothing()
    {
        RemoteApp remote = RemoteApp.Answering(HttpStatusCode.OK);
        string? outcome = null;
        await using CallingApp app = await CallingApp.StartAsync(
            remote,
            async context => outcome = await CallAsync(context.RequestServices.GetRequiredService<RemoteClient>(), "/"),
            pipeline: app => app.Use((context, next) =>
            {
                context.Request.Headers["X-Forwarded-Access-Token"] = "token-of-whoever";
                return next(context);
            }));

        await app.GetAsync(user: null);

        Assert.StartsWith("Sign-in failed: the request has no X-Forwarded-Access-Token. ", outcome, StringComparison.Ordinal);
        Assert.Empty(remote.Calls);
    }

    private static async Task<string> CallAsync(RemoteClient client, string path)
    {
        try
        {
            await client.CallAsync(path);
            return "ok";
        }
        catch (AppAuthenticationException exception)
        {
            return exception.Message;
        }
    }

    private sealed class CallingFilter(RemoteClient client) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (_, nextRequest) =>
            {
                await client.CallAsync("/api/filter");
                await nextRequest();
            });
            next(app);
        };
    }
}
