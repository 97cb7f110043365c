using System.Net;
using System.Net.Http.Json;
using System.Text;
using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Signing;

/// <summary>A token that the front door refuses is replaced once, and the request sent once more.</summary>
public class RefusedTokenTests
{
    private int _tokens;
    private string? _fixedToken;

    [Theory]
    [InlineData(401, null, "")]
    [InlineData(302, "https://ws.example.com/oidc/oauth2/v2.0/authorize?state=x", "")]
    [InlineData(302, "/.auth/login", "")]
    [InlineData(403, null, "Invalid Token")]
    public async Task A_refusal_of_the_token_brings_another_one(int status, string? location, string body)
    {
        StubHandler stub = Refusing(1, status, location, body);

        Assert.Equal("x", await App(stub).StringAsync(Calls.Get()));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], stub.Sent.Select(sent => sent["Authorization"]));
    }

    [Theory]
    [InlineData(302, "https://app.example.com/api/items/", "")]
    [InlineData(403, null, "You do not have permission to access this app.")]
    [InlineData(404, null, "App Not Found")]
    [InlineData(502, null, "")]
    public async Task Another_answer_does_not(int status, string? location, string body)
    {
        StubHandler stub = Refusing(1, status, location, body);

        await Assert.ThrowsAsync<AppException>(() => App(stub).StringAsync(Calls.Get()));

        Assert.Single(stub.Sent);
    }

    [Theory]
    [InlineData("text/plain", "Invalid Token", 2)]
    [InlineData("text/plain; charset=made-up", "Invalid Token", 2)]
    [InlineData("text/plain; charset=utf-7", "No.", 1)]
    [InlineData("text/plain", null, 1)]
    public async Task A_text_without_a_length_is_looked_at_where_it_begins_and_stays_readable(string mediaType, string? text, int requests)
    {
        byte[] body = Encoding.ASCII.GetBytes(text ?? new string('a', 1_200_000));
        StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.Forbidden)
        {
            Content = new StreamContent(new ForwardStream(body, piece: 1000)) { Headers = { { "Content-Type", mediaType } } },
        });

        AppException seen = await Assert.ThrowsAsync<AppException>(() => App(stub).StringAsync(Calls.Get()));

        Assert.Equal((requests == 2 ? AppErrorReason.InvalidToken : AppErrorReason.Forbidden, requests), (seen.Reason, stub.Sent.Count));
        Assert.Equal(text ?? new string('a', 8192), seen.Body);
    }

    [Theory]
    [InlineData(4096, 2)]
    [InlineData(4097, 1)]
    public async Task One_of_a_known_length_is_the_front_doors_if_it_is_short(int length, int requests)
    {
        StubHandler stub = Refusing(1, 403, null, "Invalid Token".PadRight(length));

        await Record.ExceptionAsync(() => App(stub).StringAsync(Calls.Get()));

        Assert.Equal(requests, stub.Sent.Count);
    }

    [Theory]
    [InlineData("text/plain", 2)]
    [InlineData("text/html", 1)]
    [InlineData("application/octet-stream", 1)]
    public async Task One_without_a_length_is_if_it_is_plain_text(string mediaType, int requests)
    {
        StubHandler stub = new(_ => new HttpResponseMessage(HttpStatusCode.Forbidden)
        {
            Content = new StreamContent(new ForwardStream("Invalid Token"u8.ToArray())) { Headers = { { "Content-Type", mediaType } } },
        });

        await Record.ExceptionAsync(() => App(stub).StringAsync(Calls.Get()));

        Assert.Equal(requests, stub.Sent.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_function_throws_that_brings_the_token_reaches_the_caller_as_it_was_thrown(bool isRefused)
    {
        HttpRequestException thrown = new("of the caller");
        StubHandler stub = Refusing(1, 401, null, "");
        int asked = 0;
        DatabricksAppOptions options = new()
        {
            BaseAddress = new Uri("https://app.example.com"),
            TokenProvider = _ => ++asked == (isRefused ? 2 : 1) ? throw thrown : new("token"),
        };
        using HttpClient client = new(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress };

        Assert.Same(thrown, await Assert.ThrowsAsync<HttpRequestException>(() => new AppConnection(client).StringAsync(Calls.Get())));
        Assert.Equal(isRefused ? 1 : 0, stub.Sent.Count);
    }

    [Fact]
    public async Task The_second_refusal_is_the_error()
    {
        StubHandler stub = Refusing(2, 401, null, "");

        AppException exception = await Assert.ThrowsAsync<AppException>(() => App(stub).StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
        Assert.Equal(2, stub.Sent.Count);
    }

    [Fact]
    public async Task The_same_token_again_is_not_sent_again()
    {
        _fixedToken = "the-only-one";
        StubHandler stub = Refusing(1, 401, null, "");

        await Assert.ThrowsAsync<AppException>(() => App(stub).StringAsync(Calls.Get()));

        Assert.Single(stub.Sent);
        Assert.Equal(2, _tokens);
    }

    [Fact]
    public async Task A_body_that_can_be_read_again_is_sent_again()
    {
        StubHandler stub = Refusing(1, 401, null, "");

        await App(stub).StringAsync(Upload(new MemoryStream("photo"u8.ToArray())));

        Assert.Equal(["photo", "photo"], stub.Sent.Select(sent => sent.Text));
    }

    [Theory]
    [InlineData(401, null, "", "the app answered 401 (Unauthorized)", "SignInRequired")]
    [InlineData(403, null, "Invalid Token", "the app answered 403 (Forbidden): Invalid Token", "InvalidToken")]
    [InlineData(302, "/.auth/login", "", "", "SignInRequired")]
    public async Task A_body_that_can_be_read_once_is_not_and_the_next_call_has_another_token(
        int status, string? location, string body, string what, string reason)
    {
        SignInSetup setup = Numbered();
        StubHandler stub = Refusing(1, status, location, body);
        using TokenSources sources = setup.Sources();
        AppConnection app = App(sources, setup, stub);

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Upload(new ForwardStream("photo"u8.ToArray()))));
        await app.StringAsync(Upload(new ForwardStream("photo"u8.ToArray())));

        Assert.Equal(reason, exception.Reason.ToString());
        Assert.StartsWith($"POST /api/items: {what}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "; the call was not repeated with another token, since its body may not be readable a second time. Likely cause: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            " Next step: Make the call again, with its body from the start: it gets another token. If that is refused as well: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], stub.Sent.Select(sent => sent["Authorization"]));
    }

    [Fact]
    public async Task Where_there_is_but_one_token_no_other_is_promised()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "the-only-one" };
        using HttpClient client = new(new DatabricksAppHandler(options, Refusing(1, 401, null, ""))) { BaseAddress = options.BaseAddress };

        AppException exception = await Assert.ThrowsAsync<AppException>(
            () => new AppConnection(client).StringAsync(Upload(new ForwardStream("photo"u8.ToArray()))));

        Assert.DoesNotContain("another token", exception.Message, StringComparison.Ordinal);
    }

    // Content of the user's, of which the handler cannot know whether it can be written twice.
    [Fact]
    public async Task A_request_of_an_HttpClient_that_cannot_be_repeated_gets_another_token_the_next_time()
    {
        SignInSetup setup = Numbered();
        StubHandler stub = Refusing(1, 401, null, "");
        using TokenSources sources = setup.Sources();
        using HttpClient client = Client(sources, setup, stub);

        using HttpResponseMessage first = await client.PostAsJsonAsync("/api/items", 1, TestContext.Current.CancellationToken);
        using HttpResponseMessage second = await client.PostAsJsonAsync("/api/items", 1, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], stub.Sent.Select(sent => sent["Authorization"]));
    }

    [Fact]
    public async Task A_redirect_to_a_login_page_that_was_followed_is_a_refusal_too()
    {
        SignInSetup setup = Numbered();
        int sent = 0;
        StubHandler stub = new(_ => new HttpResponseMessage
        {
            Content = new StringContent("\"x\"", Encoding.UTF8, "application/json"),
            RequestMessage = sent++ == 0 ? new(HttpMethod.Get, "https://ws.example.com/oidc/oauth2/v2.0/authorize") : null,
        });
        using TokenSources sources = setup.Sources();
        AppConnection app = App(sources, setup, stub);

        await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));
        await app.StringAsync(Calls.Get());

        Assert.Equal(["Bearer token-1", "Bearer token-2"], stub.Sent.Select(sent => sent["Authorization"]));
    }

    // A service principal whose tokens are token-1, token-2, …
    private SignInSetup Numbered()
    {
        SignInSetup setup = SignInSetup.ServicePrincipal();
        setup.Options.BaseAddress = new Uri("https://app.example.com");
        setup.Workspace.On(FakeWorkspace.Token, () => new HttpResponseMessage
        {
            Content = new StringContent($$"""{"access_token":"{{NextToken()}}","expires_in":3600}""", Encoding.UTF8, "application/json"),
        });
        return setup;
    }

    private static AppConnection App(TokenSources sources, SignInSetup setup, StubHandler stub) => new(Client(sources, setup, stub));

    private static HttpClient Client(TokenSources sources, SignInSetup setup, StubHandler stub) =>
        new(new DatabricksAppHandler(sources, sources.Read(setup.Options, [])) { InnerHandler = stub }) { BaseAddress = setup.Options.BaseAddress };

    private AppConnection App(StubHandler stub)
    {
        DatabricksAppOptions options = new()
        {
            BaseAddress = new Uri("https://app.example.com"),
            TokenProvider = _ => new(NextToken()),
        };
        return new AppConnection(new HttpClient(new DatabricksAppHandler(options, stub)) { BaseAddress = options.BaseAddress });
    }

    private string NextToken()
    {
        _tokens++;
        return _fixedToken ?? $"token-{_tokens}";
    }

    private static AppRequest Upload(Stream stream)
    {
        AppRequest request = Calls.Post();
        request.SetFile(AppFile.FromStream(stream), "application/octet-stream");
        return request;
    }

    private static StubHandler Refusing(int count, int status, string? location, string body)
    {
        int sent = 0;
        return new StubHandler(_ =>
        {
            if (sent++ >= count)
            {
                return new HttpResponseMessage { Content = new StringContent("\"x\"", Encoding.UTF8, "application/json") };
            }

            HttpResponseMessage refusal = new((HttpStatusCode)status) { Content = new StringContent(body) };
            refusal.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
            return refusal;
        });
    }
}
