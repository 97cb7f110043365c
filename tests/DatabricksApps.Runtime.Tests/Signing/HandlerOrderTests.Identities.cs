using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Tests.Signing;

/// <content>Calls that say whose they are.</content>
public sealed partial class HandlerOrderTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("retrying")]
    [InlineData("copying")]
    public async Task Many_callers_of_one_client_each_sign_as_themselves(string handler)
    {
        ConcurrentDictionary<string, int> refusals = new();
        ConcurrentQueue<(string Sent, string Token)> sent = new();
        await using ServiceProvider provider = Register(
            new EchoHandler((query, token) =>
            {
                sent.Enqueue((query, token));

                // Each user is refused once, so that each is asked again while the others call.
                return query.StartsWith("?who=user-", StringComparison.Ordinal) && refusals.AddOrUpdate(query, 1, (_, count) => count + 1) == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK;
            }),
            () => handler switch
            {
                "retrying" => new RetryHandler(2),
                "copying" => new CopyingHandler(),
                _ => new HoldingHandler(_ => { }),
            });
        AppConnection app = provider.GetRequiredService<AppConnection>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
        {
            bool isOwn = i % 8 == 7;
            int asked = 0;
            AppRequest request = Calls.Get();
            request.AddQuery("who", isOwn ? $"own-{i}" : $"user-{i}");
            AppRequestOptions? options = isOwn ? null : new()
            {
                TokenProvider = async cancellationToken =>
                {
                    await Task.Yield();
                    return $"user-{i}.{++asked}";
                },
            };
            string expected = isOwn ? "the-access-token" : $"user-{i}.2";
            if (i % 2 == 0)
            {
                await foreach (string line in app.StreamLinesAsync<string, StringJson>(request, options, TestContext.Current.CancellationToken))
                {
                    Assert.Equal(expected, line);
                }
            }
            else
            {
                Assert.Equal(expected, await app.StringAsync(request, options));
            }
        });

        Assert.Equal(2 * 350, sent.Count(call => call.Sent.StartsWith("?who=user-", StringComparison.Ordinal)));
        Assert.All(sent, call => Assert.Equal(
            call.Sent.StartsWith("?who=own-", StringComparison.Ordinal) ? "the-access-token" : call.Sent["?who=".Length..],
            call.Sent.StartsWith("?who=own-", StringComparison.Ordinal) ? call.Token : call.Token[..^2]));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_handler_sees_the_token_of_a_call(string way)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new SeeingHandler(_seen), way);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get(), new AppRequestOptions { TokenProvider = _ => new("ada") });

        Assert.Equal([null, null], _seen);
        Assert.Equal("Bearer ada", stub.Last["Authorization"]);
    }

    [Fact]
    public async Task What_goes_elsewhere_takes_no_token_of_a_call_along()
    {
        int asked = 0;
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new ElsewhereHandler(), "after");

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get(), new AppRequestOptions { TokenProvider = _ => new($"ada{++asked}") });

        Assert.Equal((null, 0), (stub.Last["Authorization"], asked));
    }

    [Theory]
    [InlineData("after")]
    [InlineData("first")]
    [InlineData("filter")]
    public async Task A_copy_that_does_not_say_whose_it_is_is_not_sent_as_somebody_else(string way)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new CopyingHandler(withOptions: false), way);
        AppConnection app = provider.GetRequiredService<AppConnection>();

        AppException failure = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get(), new AppRequestOptions { TokenProvider = _ => new("ada") }));

        Assert.Equal(AppErrorReason.SignInFailed, failure.Reason);
        Assert.Equal(
            "Nothing was sent: a handler of the HttpClient sends another message in place of a call that has an identity of its own (AppRequestOptions.TokenProvider), and it does " +
            "not say which call it is of, so that it would be signed as somebody else. Next step: let the handler send the message itself, or copy its Options too.",
            failure.Message);
        Assert.Empty(stub.Sent);

        // The client's own calls are as they were.
        Assert.Equal("x", await app.StringAsync(Calls.Get()));
        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
    }

    [Fact]
    public async Task What_a_handler_starts_and_sends_later_is_none_of_the_call()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        TaskCompletionSource isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<HttpResponseMessage>? later = null;
        HttpClient? client = null;
        await using ServiceProvider provider = Register(stub, () => new HoldingHandler(_ => later ??= SendLaterAsync()), "after");
        client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("MyApp.Client");

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get(), new AppRequestOptions { TokenProvider = _ => new("ada") });
        isOver.SetResult();
        await later!;

        Assert.Equal(["Bearer ada", "Bearer the-access-token"], stub.Sent.Select(sent => sent["Authorization"]));

        async Task<HttpResponseMessage> SendLaterAsync()
        {
            await isOver.Task;
            return await client!.GetAsync(new Uri("/api/warm", UriKind.Relative), TestContext.Current.CancellationToken);
        }
    }

    private ServiceProvider Register(HttpMessageHandler stub, Func<DelegatingHandler> handler)
    {
        ServiceCollection services = new();
        services.AddSingleton(_setup.Sources());
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options => options.BaseAddress = new Uri("https://app.example.com"))
            .ConfigurePrimaryHttpMessageHandler(() => stub)
            .AddHttpMessageHandler(handler);
        return services.BuildServiceProvider();
    }

    /// <summary>Answers with the token that was sent.</summary>
    private sealed class EchoHandler(Func<string, string, HttpStatusCode> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string token = request.Headers.NonValidated["Authorization"].ToString()["Bearer ".Length..];
            await Task.Yield();
            return new HttpResponseMessage(answer(request.RequestUri!.Query, token))
            {
                Content = new StringContent($"\"{token}\"", Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        }
    }
}
