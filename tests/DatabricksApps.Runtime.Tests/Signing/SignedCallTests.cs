using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Signing;

/// <summary>What becomes of a signed call's message, its answers and its failures, whoever sent it.</summary>
public sealed class SignedCallTests
{
    private static readonly Uri s_app = new("https://app.example.com");

    private readonly Queue<(int Status, string? Location)> _answers = new();
    private readonly List<ForwardStream> _bodies = [];
    private Uri? _followed;
    private int _asked;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_page_that_was_followed_to_is_told_by_the_route_and_its_answer_closed(bool isCall)
    {
        _followed = new Uri("https://adb-1.2.azuredatabricks.net/oidc/x");
        HttpRequestMessage request = isCall ? Item() : new HttpRequestMessage(HttpMethod.Get, new Uri(s_app, "/api/items/7"));

        AppException seen = await Assert.ThrowsAsync<AppException>(() => SendAsync(request));

        Assert.StartsWith(
            $"GET /api/items/{(isCall ? "{id}" : "7")}: the HttpClient followed a redirect to the login page of adb-1.2.azuredatabricks.net. Likely cause: ", seen.Message);
        Assert.True(Assert.Single(_bodies).IsDisposed);
    }

    [Fact]
    public async Task Another_page_that_was_followed_to_is_an_answer()
    {
        _followed = new Uri("https://app.example.com/api/other");

        using HttpResponseMessage response = await SendAsync(Item());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(Assert.Single(_bodies).IsDisposed);
    }

    [Fact]
    public async Task A_refused_answer_is_closed_when_another_token_is_sent()
    {
        _answers.Enqueue((401, null));

        using HttpResponseMessage response = await SendAsync(Item());

        Assert.Equal((HttpStatusCode.OK, 2), (response.StatusCode, _asked));
        Assert.Equal([true, false], _bodies.Select(body => body.IsDisposed));
        Assert.Null(response.RequestMessage!.Headers.Authorization);
    }

    [Fact]
    public async Task So_it_is_when_no_other_can_be_had()
    {
        _answers.Enqueue((401, null));

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Item(), failsAt: 2));

        Assert.True(Assert.Single(_bodies).IsDisposed);
    }

    [Fact]
    public async Task But_not_when_it_is_the_answer_after_all()
    {
        _answers.Enqueue((401, null));

        using HttpResponseMessage response = await SendAsync(Item(), isSame: true);

        Assert.Equal((HttpStatusCode.Unauthorized, 2), (response.StatusCode, _asked));
        Assert.False(Assert.Single(_bodies).IsDisposed);
    }

    [Fact]
    public async Task A_login_page_after_the_second_token_is_told_too()
    {
        _answers.Enqueue((401, null));
        StubHandler stub = Stub(request =>
        {
            if (_bodies.Count == 2)
            {
                request.RequestUri = new Uri("https://adb-1.2.azuredatabricks.net/oidc/x");
            }
        });

        await Assert.ThrowsAsync<AppException>(() => SendAsync(Item(), stub: stub));

        Assert.Equal([true, true], _bodies.Select(body => body.IsDisposed));
    }

    [Theory]
    [InlineData("http", true)]
    [InlineData("app", false)]
    [InlineData("cancelled", false)]
    public async Task What_a_function_throws_is_the_callers_fault_unless_it_is_a_failure_of_signing_in(string kind, bool isCallers)
    {
        Exception thrown = kind == "app" ? new AppAuthenticationException("no") : new HttpRequestException("mine");
        using CancellationTokenSource source = new();
        AppRequest request = Item();
        DatabricksAppOptions options = new()
        {
            BaseAddress = s_app,
            TokenProvider = _ =>
            {
                if (kind == "cancelled")
                {
                    source.Cancel();
                }

                throw thrown;
            },
        };
        request.Seal(new DatabricksApps.Http.BaseAddress(s_app));
        using HttpMessageInvoker invoker = new(new DatabricksAppHandler(options, Stub()));

        Assert.Same(thrown, await Record.ExceptionAsync(() => invoker.SendAsync(request, source.Token)));
        Assert.Same(isCallers ? thrown : null, request.CallersFault);
    }

    [Fact]
    public async Task What_the_network_throws_is_not_the_callers_fault()
    {
        HttpRequestException thrown = new();
        AppRequest request = Item();
        request.Seal(new DatabricksApps.Http.BaseAddress(s_app));
        using HttpMessageInvoker invoker = new(new DatabricksAppHandler(new() { BaseAddress = s_app, Token = "t" }, new StubHandler(_ => throw thrown)));

        Assert.Same(thrown, await Record.ExceptionAsync(() => invoker.SendAsync(request, Cancellation)));
        Assert.Null(request.CallersFault);
        Assert.Null(request.Headers.Authorization);
    }

    [Fact]
    public async Task A_header_that_the_message_had_gives_way_and_goes()
    {
        StubHandler stub = Stub();
        HttpRequestMessage request = new(HttpMethod.Get, new Uri(s_app, "/x")) { Headers = { { "Authorization", "Basic x" } } };

        using HttpResponseMessage response = await SendAsync(request, stub: stub);

        Assert.Equal("Bearer token-1", stub.Last["Authorization"]);
        Assert.Empty(request.Headers);
    }

    [Fact]
    public void A_call_that_would_block_is_refused()
    {
        using HttpMessageInvoker invoker = new(new DatabricksAppHandler(new() { BaseAddress = s_app, Token = "t" }, Stub()));

        Assert.Throws<NotSupportedException>(() => invoker.Send(new HttpRequestMessage(HttpMethod.Get, s_app), Cancellation));
    }

    [Theory]
    [InlineData(true, "gzip", "")]
    [InlineData(false, null, "gzip")]
    public async Task A_handler_that_unpacks_asks_for_what_it_unpacks(bool unpacks, string? asked, string left)
    {
        StubHandler stub = new(_ => new HttpResponseMessage { Content = new ByteArrayContent([]) { Headers = { { "Content-Encoding", "gzip" } } } });
        DatabricksAppOptions options = new() { BaseAddress = s_app, Token = "t" };
        using HttpMessageInvoker invoker = new(new DatabricksAppHandler(TokenSources.OfProcess, TokenSources.OfProcess.Read(options, [])) { UnpacksAnswers = unpacks, InnerHandler = stub });
        foreach (Uri address in (Uri[])[new(s_app, "/x"), new("https://elsewhere.example.com")])
        {
            using HttpResponseMessage response = await invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), Cancellation);

            Assert.Equal(asked, stub.Last["Accept-Encoding"]);
            Assert.Equal(left, string.Join(',', response.Content.Headers.ContentEncoding));
        }
    }

    private static AppRequest Item()
    {
        AppRequest request = new(HttpMethod.Get, "/api/items/{id}");
        request.AddPath("/api/items/7");
        return request;
    }

    private StubHandler Stub(Action<HttpRequestMessage>? onRequest = null) => new(request =>
    {
        (int status, string? location) = _answers.TryDequeue(out (int, string?) next) ? next : (200, null);
        ForwardStream body = new("x"u8.ToArray());
        _bodies.Add(body);
        onRequest?.Invoke(request);
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StreamContent(body) };
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    });

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, int failsAt = 0, bool isSame = false, StubHandler? stub = null)
    {
        DatabricksAppOptions options = new()
        {
            BaseAddress = s_app,
            TokenProvider = _ => ++_asked == failsAt ? throw new InvalidOperationException() : new(isSame ? "token" : $"token-{_asked}"),
        };
        (request as AppRequest)?.Seal(new DatabricksApps.Http.BaseAddress(s_app));
        stub ??= Stub(sent => sent.RequestUri = _followed ?? sent.RequestUri);
        using HttpMessageInvoker invoker = new(new DatabricksAppHandler(options, stub), disposeHandler: false);
        return await invoker.SendAsync(request, Cancellation);
    }
}
