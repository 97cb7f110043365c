using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Http;

/// <summary>Who answered is told by the answer's own message, or by the request where it has none.</summary>
public sealed class AnsweredAddressTests
{
    private static readonly Uri s_app = new("https://app.example.com");
    private static readonly Uri s_login = new("https://ws.cloud.databricks.com/oidc/x");

    public static TheoryData<string, bool> Answers => new()
    {
        { "of the request", false }, { "none", false }, { "of another", true }, { "of another page", false }, { "moved", true }, { "moved and none", true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_login_page_is_seen_wherever_it_is_said(string kind, bool isLogin)
    {
        Answering handler = new(request =>
        {
            request.RequestUri = kind.StartsWith("moved", StringComparison.Ordinal) ? s_login : request.RequestUri;
            return kind switch
            {
                "none" or "moved and none" => null,
                "of another" => new HttpRequestMessage(HttpMethod.Get, s_login),
                "of another page" => new HttpRequestMessage(HttpMethod.Get, new Uri(s_app, "/elsewhere")),
                _ => request,
            };
        });
        DatabricksAppOptions options = new() { BaseAddress = s_app, Token = "t" };
        AppConnection app = new(handler, options, TokenSources.OfProcess.LocationFor(options, []));

        Exception? seen = await Record.ExceptionAsync(() => app.StringAsync(Calls.Get()));

        Assert.Equal(isLogin, seen is AppException { Reason: AppErrorReason.SignInRequired });
        Assert.Equal(!isLogin, seen is null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_route_of_the_app_that_is_named_like_one_is_none(bool isSigned)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        DatabricksAppOptions options = new() { BaseAddress = s_app, Token = "t" };
        HttpMessageHandler handler = isSigned ? new DatabricksAppHandler(options, stub) : stub;
        AppConnection app = new(new HttpClient(handler) { BaseAddress = s_app });

        Assert.Equal("x", await app.StringAsync(Calls.Get("/api/oidc/clients")));
    }

    [Fact]
    public async Task A_client_may_be_given_another_base_address()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        foreach (string address in (string[])["https://a.example.com", "https://b.example.com/x"])
        {
            // An HttpClient keeps its address from its first call on.
            await new AppConnection(stub.Client(address)).StringAsync(Calls.Get());
        }

        Assert.Equal(["https://a.example.com/api/items", "https://b.example.com/x/api/items"], stub.Sent.Select(sent => sent.Url));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_looks_at_an_answer_is_called_once_and_what_it_throws_is_the_callers(int calls)
    {
        IOException thrown = new();
        int told = 0;
        AppConnection app = new(StubHandler.Json("\"x\"").Client());
        AppRequestOptions options = new() { OnResponse = _ => { if (++told == 2) { throw thrown; } } };

        Exception? seen = null;
        for (int i = 0; i < calls; i++)
        {
            seen = await Record.ExceptionAsync(() => app.StringAsync(Calls.Get(), options));
        }

        Assert.Equal((calls, calls == 2), (told, ReferenceEquals(thrown, seen)));
    }

    private sealed class Answering(Func<HttpRequestMessage, HttpRequestMessage?> answered) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { RequestMessage = answered(request), Content = new StringContent("\"x\"") });
    }
}
