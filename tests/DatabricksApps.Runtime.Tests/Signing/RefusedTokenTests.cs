using System.Net;
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
