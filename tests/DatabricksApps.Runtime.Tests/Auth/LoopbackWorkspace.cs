using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DatabricksApps.Tests.Auth;

/// <summary>A workspace on the loopback interface, for what only a real connection shows.</summary>
internal sealed class LoopbackWorkspace : IDisposable
{
    private readonly HttpListener _listener = new();

    public LoopbackWorkspace(string token)
    {
        using (TcpListener probe = new(IPAddress.Loopback, 0))
        {
            probe.Start();
            Host = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Host + "/");
        _listener.Start();
        _ = AnswerAsync(token);
    }

    public string Host { get; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(string token)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            string? json = context.Request.Url!.AbsolutePath switch
            {
                "/oidc/.well-known/oauth-authorization-server" => $$"""{"token_endpoint":"{{Host}}/oidc/v1/token"}""",
                "/oidc/v1/token" => $$"""{"access_token":"{{token}}","expires_in":3600}""",
                "/api/2.0/apps/inventory" => $$"""{"url":"{{Host}}"}""",
                _ => null,
            };
            context.Response.StatusCode = json is null ? 404 : 200;
            context.Response.ContentType = "application/json";
            context.Response.Close(Encoding.UTF8.GetBytes(json ?? "{}"), willBlock: false);
        }
    }
}
