using System.Net.Http.Headers;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Benchmarks.Hand;
using DatabricksApps.Benchmarks.ItemsApi;
using DatabricksApps.Benchmarks.Peers;
using DatabricksApps.Generated;
using Microsoft.Extensions.Logging.Abstractions;

namespace DatabricksApps.Benchmarks;

/// <summary>The clients, all with the same header: ours by its signing handler and a cached token, the others by default.</summary>
internal static class Clients
{
    private static readonly Uri s_app = new("https://app.example/");
    private static readonly string s_token = new('t', 800);

    public static ICalls[] All()
    {
        HttpClient plain = new(new StubHandler()) { BaseAddress = s_app };
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", s_token);
        return [new HandCalls(plain), new NSwagCalls(plain), new RefitCalls(plain), new GeneratedCalls(Signed())];
    }

    // What ItemsClient.Create makes, with the stub in place of the socket. The token comes from a sign-in by client
    // credentials at a workspace that answers at once, and is kept.
    private static ItemsClient Signed()
    {
        DatabricksAppOptions options = new()
        {
            BaseAddress = s_app,
            Host = "https://workspace.example",
            ClientId = "id",
            ClientSecret = "secret",
        };
        TokenSources sources = new(() => new HttpClient(new WorkspaceHandler()), TimeProvider.System, NullLogger.Instance, _ => null);
        ClientSettings client = sources.Read(options, []);
        AppLocation location = sources.LocationFor(client);
        DatabricksAppHandler signing = new(sources, client, location)
        {
            UnpacksAnswers = true,
            InnerHandler = new StubHandler(),
        };
        return ItemsClient.Create(new AppConnection(signing, options, location));
    }

    private sealed class WorkspaceHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Method == HttpMethod.Post
                ? $$"""{"access_token":"{{s_token}}","token_type":"Bearer","expires_in":86400}"""
                : """{"authorization_endpoint":"https://workspace.example/oidc/v1/authorize","token_endpoint":"https://workspace.example/oidc/v1/token"}""";
            return Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            });
        }
    }
}
