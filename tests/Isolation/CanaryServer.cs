using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Isolation;

/// <summary>Somebody whom the program may speak to, who looks for secrets in all that arrives.</summary>
internal sealed class CanaryServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal);

    private CanaryServer(string name, IReadOnlyDictionary<string, string> secrets, Func<HttpContext, string, Task> answer)
    {
        Name = name;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        _host = builder.Build();
        _host.Run(async context =>
        {
            using StreamReader reader = new(context.Request.Body);
            string body = await reader.ReadToEndAsync();
            string text = $"{context.Request.GetEncodedUrl()}\n{string.Join('\n', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}"))}\n{body}";
            text += Decoded(context.Request.Headers.Authorization.ToString());
            lock (_seen)
            {
                _seen.UnionWith(secrets.Where(secret => text.Contains(secret.Value, StringComparison.Ordinal)).Select(secret => secret.Key));
            }

            await answer(context, body);
        });
    }

    public string Name { get; }

    public string Address => _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Gets the names of the secrets that arrived.</summary>
    public string Seen
    {
        get
        {
            lock (_seen)
            {
                return _seen.Count == 0 ? "nothing" : string.Join(", ", _seen);
            }
        }
    }

    public static async Task<CanaryServer> StartAsync(string name, IReadOnlyDictionary<string, string> secrets, Func<HttpContext, string, Task> answer)
    {
        CanaryServer server = new(name, secrets, answer);
        await server._host.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Decoded(string authorization) => authorization.StartsWith("Basic ", StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..]))
        : "";
}
