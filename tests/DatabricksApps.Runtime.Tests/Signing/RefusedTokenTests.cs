using System.Net;
using System.Text;
using DatabricksApps.Generated;

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

    [Fact]
    public async Task A_body_that_can_be_read_once_is_not()
    {
        StubHandler stub = Refusing(1, 401, null, "");
        ForwardStream once = new("photo"u8.ToArray());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => App(stub).StringAsync(Upload(once)));

        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
        Assert.Single(stub.Sent);
        Assert.Equal(1, _tokens);
    }

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
                return new HttpResponseMessage { Content = new StringContent("\"x\"", System.Text.Encoding.UTF8, "application/json") };
            }

            HttpResponseMessage refusal = new((HttpStatusCode)status) { Content = new StringContent(body) };
            refusal.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
            return refusal;
        });
    }
}
