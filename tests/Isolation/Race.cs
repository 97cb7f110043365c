using System.Net;
using DatabricksApps.Isolation.EchoApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Isolation;

/// <summary>Background work reads the user's token over and over while its request ends and the server serves the next from the same objects.</summary>
internal sealed class Race(Tally tally, string workspace)
{
    private const int Readers = 2;
    private const int Callers = 8;

    private long _requests;
    private long _reads;
    private long _refused;

    public async Task RunAsync(long reads)
    {
        Func<CancellationToken, ValueTask<string>>? provider = null;
        List<Task> readers = [];
        await using CallingHost host = await CallingHost.StartAsync(workspace, async context =>
        {
            string mine = context.Request.Headers[Users.Header].ToString();
            for (int i = 0; i < Readers; i++)
            {
                Task reader = Task.Run(() => ReadAsync(provider!, mine));
                lock (readers)
                {
                    readers.Add(reader);
                }
            }

            await Task.Yield();
            await context.Response.WriteAsync("x");
        });
        provider = host.Services.GetRequiredService<IOptionsMonitor<DatabricksAppOptions>>().Get(typeof(EchoClient).FullName).TokenProvider;

        using HttpClient browser = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 8 });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            Random random = new(caller);
            while (Interlocked.Read(ref _reads) < reads)
            {
                int version = random.Next(2);
                using HttpRequestMessage request = new(HttpMethod.Get, host.Addresses[version])
                {
                    Version = version == 0 ? HttpVersion.Version11 : HttpVersion.Version20,
                    VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                };
                request.Headers.TryAddWithoutValidation(Users.Header, Users.TokenOf(Users.Any(random)));
                using HttpResponseMessage response = await browser.SendAsync(request);
                Interlocked.Increment(ref _requests);
            }
        })));
        await Task.WhenAll(readers);
        Console.WriteLine($"{_requests:N0} requests of 200 users, {_reads:N0} reads by work that races their end, {_refused:N0} of which were refused because the request had ended");
    }

    private async Task ReadAsync(Func<CancellationToken, ValueTask<string>> provider, string mine)
    {
        long right = 0, all = 0;
        try
        {
            while (all < 50_000)
            {
                all++;
                tally.Read(mine, await provider(CancellationToken.None), ref right);
                if (all % 256 == 0)
                {
                    // The request must be able to end meanwhile.
                    await Task.Yield();
                }
            }
        }
        catch (AppAuthenticationException)
        {
            Interlocked.Increment(ref _refused);
        }
        catch (Exception exception)
        {
            tally.Unexpected(exception);
        }

        tally.Add(right);
        Interlocked.Add(ref _reads, all);
    }
}
