using System.Collections.Concurrent;
using System.Net;
using DatabricksApps.Isolation.EchoApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.Isolation;

/// <summary>64 callers send the requests of 200 users, each of which calls the app in one of the ways that programs do.</summary>
internal sealed class Traffic(Tally tally, string workspace) : IDisposable
{
    private const int Callers = 64;

    private static readonly AsyncLocal<string?> s_user = new();

    private readonly ConcurrentDictionary<Task, byte> _background = [];
    private readonly EchoClient _ambient = EchoClient.Create(CallingHost.Configure(new() { TokenProvider = _ => new(Users.TokenOf(s_user.Value!)) }, workspace));
    private readonly EchoClient _federated = EchoClient.Create(CallingHost.Configure(new() { FederatedUserTokenProvider = _ => new(Users.JwtOf(s_user.Value!)) }, workspace));

    public void Dispose()
    {
        foreach (IDisposable client in (IDisposable[])[_ambient, _federated])
        {
            client.Dispose();
        }
    }

    public async Task RunAsync(TimeSpan time)
    {
        await using CallingHost host = await CallingHost.StartAsync(workspace, HandleAsync);
        using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 16 });
        using CancellationTokenSource end = new(time);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(browser, host, new Random(caller), end.Token))));
        await Task.WhenAll(_background.Keys);
    }

    private async Task CallAsync(HttpClient browser, CallingHost host, Random random, CancellationToken end)
    {
        string[] ways = ["call", "fan-out", "background", "cancelled", "left", "stream", "ambient", "federated"];
        while (!end.IsCancellationRequested)
        {
            string user = Users.Any(random), way = ways[random.Next(ways.Length)];
            int version = random.Next(2);
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(host.Addresses[version], $"/{way}?user={user}"))
            {
                Version = version == 0 ? HttpVersion.Version11 : HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            request.Headers.TryAddWithoutValidation(Users.Header, Users.TokenOf(user));
            using CancellationTokenSource leaves = new();
            if (way == "left")
            {
                leaves.CancelAfter(random.Next(1, 10));
            }

            try
            {
                using HttpResponseMessage response = await browser.SendAsync(request, leaves.Token);
                tally.Outcome($"requests: {way}, HTTP/{response.Version}");
            }
            catch (Exception exception) when (way == "left" && exception is OperationCanceledException or HttpRequestException)
            {
                tally.Outcome("requests: left, by the browser");
            }
            catch (Exception exception)
            {
                tally.Unexpected(exception);
            }
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        string user = context.Request.Query["user"].ToString();
        EchoClient client = context.RequestServices.GetRequiredService<EchoClient>();
        switch (context.Request.Path.Value!.Trim('/'))
        {
            case "fan-out":
                await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EchoAsync(client, user, context.RequestAborted))));
                break;
            case "background":
                Leave(Task.Run(() => InBackgroundAsync(client, user)));
                break;
            case "cancelled":
                using (CancellationTokenSource cancelled = new(TimeSpan.FromMilliseconds(Random.Shared.Next(5))))
                {
                    await EchoAsync(client, user, cancelled.Token);
                }

                break;
            case "stream":
                TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
                Leave(Task.Run(() => StreamAsync(client, user, begun)));
                await begun.Task;
                break;
            case "ambient":
                s_user.Value = user;
                await EchoAsync(_ambient, user, context.RequestAborted);
                break;
            case "federated":
                s_user.Value = user;
                await EchoAsync(_federated, user, context.RequestAborted);
                break;
            default:
                await EchoAsync(client, user, context.RequestAborted);
                break;
        }
    }

    // Goes on after the answer, for as long as it may.
    private async Task InBackgroundAsync(EchoClient client, string user)
    {
        for (int i = 0; i < 20 && await EchoAsync(client, user, CancellationToken.None, mayHaveEnded: true); i++)
        {
        }
    }

    private async Task StreamAsync(EchoClient client, string user, TaskCompletionSource begun)
    {
        try
        {
            await foreach (Answer answer in client.LinesAsync(user))
            {
                begun.TrySetResult();
                if (answer.User != user)
                {
                    tally.Unexpected(new InvalidOperationException($"the stream of {user} brought that of {answer.User}"));
                }
            }

            tally.Outcome("calls: stream read to its end, after its request");
        }
        catch (Exception exception)
        {
            tally.Unexpected(exception);
        }
        finally
        {
            begun.TrySetResult();
        }
    }

    private async Task<bool> EchoAsync(EchoClient client, string user, CancellationToken cancellationToken, bool mayHaveEnded = false)
    {
        try
        {
            Answer answer = await client.EchoAsync(user, cancellationToken: cancellationToken);
            tally.Outcome(answer.User == user ? "calls: answered" : "calls: answered to somebody else");
            return true;
        }
        catch (AppAuthenticationException exception) when (mayHaveEnded && exception.Message.Contains("the request that this call belongs to has ended", StringComparison.Ordinal))
        {
            tally.Outcome("calls: not sent, the request had ended");
            return false;
        }
        catch (AppException exception) when (exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable)
        {
            tally.Outcome("calls: refused by the app");
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            tally.Outcome("calls: cancelled");
            return false;
        }
        catch (Exception exception)
        {
            tally.Unexpected(exception);
            return false;
        }
    }

    private void Leave(Task task)
    {
        _background[task] = 0;
        _ = task.ContinueWith(static (done, all) => ((ConcurrentDictionary<Task, byte>)all!).TryRemove(done, out _), _background, TaskScheduler.Default);
    }
}
