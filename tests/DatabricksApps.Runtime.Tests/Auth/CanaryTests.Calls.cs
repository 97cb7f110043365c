using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Tests.Auth;

public sealed partial class CanaryTests
{
    private const string Key = "c4nary key/+";

    public static TheoryData<HttpStatusCode, string> EchoesOfTheApp { get; } = new(
        from status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.UnprocessableEntity, HttpStatusCode.InternalServerError]
        from secret in (string[])[Token, Key, Uri.EscapeDataString(Key), Uri.EscapeDataString(Token), WebUtility.UrlEncode(Key), Convert.ToBase64String(Encoding.UTF8.GetBytes(Token))]
        select (status, secret));

    // With the lowest versions of what the package needs, which are those that these tests run with: the log of HttpClient
    // at Trace, its scopes, handlers of the user on both sides, traces, options that are written down, an app that echoes.
    [Theory]
    [MemberData(nameof(EchoesOfTheApp))]
    public Task A_call_of_a_registered_client_gives_nothing_away(HttpStatusCode status, string echo) =>
        CallAsync(status, echo, options => options.Token = Token, null);

    [Theory]
    [MemberData(nameof(EchoesOfTheApp))]
    public Task A_call_with_an_identity_of_its_own_gives_nothing_away(HttpStatusCode status, string echo)
    {
        AppRequestOptions options = new() { TokenProvider = _ => new(Token) };
        _seen.Enqueue(JsonSerializer.Serialize(options));
        _seen.Enqueue(options.ToString()!);
        return CallAsync(status, echo, client => client.Token = "the-clients-own", options);
    }

    private async Task CallAsync(HttpStatusCode status, string echo, Action<DatabricksAppOptions> sign, AppRequestOptions? call)
    {
        LogCapture log = new();
        StubHandler stub = new(_ =>
        {
            HttpResponseMessage response = new(status)
            {
                Content = new StringContent(JsonSerializer.Serialize(new { detail = $"{echo} {Token}" }), Encoding.UTF8, "application/json"),
            };
            response.Headers.TryAddWithoutValidation("X-Request-Id", echo);
            response.Headers.TryAddWithoutValidation("Set-Cookie", Token);
            return response;
        });
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CaptureProvider(log)));
        AppPipeline.AddClient<AppConnection>(
                services, "MyApp.Client", static app => app, options =>
                {
                    options.BaseAddress = new Uri("https://app.example.com");
                    sign(options);
                    options.ApiKeys["QueryKey"] = Key;
                    _seen.Enqueue(JsonSerializer.Serialize(options));
                    _seen.Enqueue(options.ToString());
                })
            .AddHttpMessageHandler(() => new WritingHandler(_seen.Enqueue))
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        await using ServiceProvider provider = services.BuildServiceProvider();
        AppConnection app = provider.GetRequiredService<AppConnection>();
        AppRequest request = Calls.Get();
        app.AddApiKeyQuery(request, "QueryKey", "key");

        Exception? failure = await Record.ExceptionAsync(() => app.StringAsync(request, call));

        AppException told = Assert.IsAssignableFrom<AppException>(failure);
        See(told);
        _seen.Enqueue($"{told.Body} {told.RequestId}");
        Assert.Equal("Bearer " + Token, stub.Last["Authorization"]);
        Assert.EndsWith("?key=" + Uri.EscapeDataString(Key), stub.Last.Url, StringComparison.Ordinal);
        Keep(log);
        AssertNothing($"{status} {echo}");
    }

    // As a user writes one: the request without its address, whose query has the key that the code itself put there.
    private sealed class WritingHandler(Action<string> write) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            write(Text(request.Headers));
            write(string.Join('\n', request.Options.Where(option => option.Value is not HttpRequestMessage).Select(option => $"{option.Key}: {option.Value}")));
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            write(Text(request.Headers));
            write(Text(response.RequestMessage!.Headers));
            return response;
        }

        private static string Text(HttpHeaders headers) => string.Join('\n', headers.NonValidated.Select(header => $"{header.Key}: {header.Value}"));
    }
}
