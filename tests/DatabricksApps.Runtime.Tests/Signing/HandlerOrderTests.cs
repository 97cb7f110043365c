using System.Net;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace DatabricksApps.Tests.Signing;

/// <summary>
/// Handlers of the user, whichever way they are added, run outside of the signing: they see and change requests, never the
/// token, see answers unpacked, and what they send again is signed anew.
/// </summary>
public sealed partial class HandlerOrderTests
{
    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private readonly List<string?> _seen = [];

    /// <summary>The ways in which a handler can be added, before and after the registration of the client.</summary>
    public static TheoryData<string> Ways => ["before", "after", "defaults", "first", "filter"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_retrying_handler_sends_each_attempt_signed(string way)
    {
        int sent = 0;
        StubHandler stub = new(_ => ++sent < 3
            ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            : new HttpResponseMessage { Content = new StringContent("\"x\"", System.Text.Encoding.UTF8, "application/json") });
        await using ServiceProvider provider = Register(stub, () => new RetryHandler(3), way);

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(Enumerable.Repeat("Bearer the-access-token", 3), stub.Sent.Select(s => s["Authorization"]));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_logging_handler_never_sees_the_token(string way)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new SeeingHandler(_seen), way);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        // On the way there, and on the way back.
        Assert.Equal([null, null], _seen);
        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_that_sends_elsewhere_takes_no_token_along(string way)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(stub, () => new ElsewhereHandler(), way);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal("https://elsewhere.example.com/api/items", stub.Last.Url);
        Assert.Null(stub.Last["Authorization"]);
    }

    [Fact]
    public async Task The_refusal_of_what_went_elsewhere_says_so()
    {
        StubHandler stub = StubHandler.Json("{}", HttpStatusCode.Unauthorized);
        await using ServiceProvider provider = Register(stub, () => new ElsewhereHandler(), "after");

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(
            "GET /api/items: the app answered 401 (Unauthorized). Likely cause: a handler of the HttpClient sent the request to " +
            "https://elsewhere.example.com, and the token goes to the address of the app alone. Next step: Set BaseAddress to the " +
            "address that is meant; one that service discovery finds is https+http://NAME.", failure.Message);
    }

    // As the hedging handler of Microsoft.Extensions.Http.Resilience does.
    [Fact]
    public async Task A_handler_that_sends_copies_changes_nothing_of_the_call()
    {
        StubHandler stub = StubHandler.Json("{\"detail\":\"you sent the-access-token\"}", HttpStatusCode.InternalServerError);
        await using ServiceProvider provider = Register(stub, () => new CopyingHandler(), "after");

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
        Assert.StartsWith("GET /api/items: the app answered 500 (Internal Server Error): you sent ***.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-access-token", failure.ToString() + failure.Body, StringComparison.Ordinal);
    }

    // As a handler of older days does: the copy has nothing of the call's own.
    [Theory]
    [InlineData("after")]
    [InlineData("filter")]
    public async Task Nor_does_one_whose_copies_have_no_options(string way)
    {
        StubHandler stub = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.Unauthorized)
            {
                Content = new StringContent("{\"detail\":\"you sent the-access-token\"}", System.Text.Encoding.UTF8, "application/json"),
            };
            response.Headers.TryAddWithoutValidation("X-Request-Id", "the-access-token");
            return response;
        });
        await using ServiceProvider provider = Register(stub, () => new CopyingHandler(withOptions: false), way);

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
        Assert.StartsWith(
            "GET /api/items: the app answered 401 (Unauthorized): you sent ***. Likely cause: the token is not a Databricks OAuth token of the app's workspace",
            failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-access-token", failure + failure.Body + failure.RequestId, StringComparison.Ordinal);
    }

    // A log of slow requests writes the message down while it is under way.
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_that_holds_the_message_does_not_see_the_token_in_it_meanwhile(string way)
    {
        HttpRequestMessage? held = null;
        string? seen = null;
        StubHandler stub = new(_ =>
        {
            seen = held!.ToString();
            return new HttpResponseMessage { Content = new StringContent("\"x\"", System.Text.Encoding.UTF8, "application/json") };
        });
        await using ServiceProvider provider = Register(stub, () => new HoldingHandler(request => held = request), way);

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
        Assert.DoesNotContain("Authorization", seen, StringComparison.Ordinal);
    }

    // A log of the user's own, in the place of the factory's, is given the message itself.
    [Fact]
    public async Task Nor_does_a_log_of_the_users_own()
    {
        HoldingLogger logger = new();
        string? seen = null;
        StubHandler stub = new(_ =>
        {
            seen = logger.Held!.ToString();
            return new HttpResponseMessage { Content = new StringContent("\"x\"", System.Text.Encoding.UTF8, "application/json") };
        });
        ServiceCollection services = new();
        services.AddSingleton(_setup.Sources());
        AppPipeline.AddClient<AppConnection>(
                services, "MyApp.Client", static app => app, options => options.BaseAddress = new Uri("https://app.example.com"))
            .AddLogger(_ => logger)
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Equal("Bearer the-access-token", stub.Last["Authorization"]);
        Assert.DoesNotContain("Authorization", seen, StringComparison.Ordinal);
    }

    // Also in a pipeline of the user's own.
    [Fact]
    public async Task Another_host_in_the_header_is_another_app_of_any_HttpClient()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "the-token" };
        using HttpClient client = new(new HoldingHandler(request => request.Headers.Host = "other-2.aws.databricksapps.com")
        {
            InnerHandler = new DatabricksAppHandler(options, stub),
        })
        { BaseAddress = options.BaseAddress };

        await new AppConnection(client).StringAsync(Calls.Get());

        Assert.Null(stub.Last["Authorization"]);
    }

    // The front door goes by the header: another app there is another app.
    [Fact]
    public async Task Another_host_in_the_header_is_another_app()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        await using ServiceProvider provider = Register(
            stub, () => new HoldingHandler(request => request.Headers.Host = "other-2.aws.databricksapps.com"), "after");

        await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get());

        Assert.Null(stub.Last["Authorization"]);
    }

    [Fact]
    public async Task A_token_that_was_refused_is_masked_as_well()
    {
        string[] tokens = ["first-token-0001", "second-token-0002"];
        int asked = 0;
        _setup.Workspace.On(FakeWorkspace.Token, () => new HttpResponseMessage { Content = new StringContent($$"""{"access_token":"{{tokens[asked++]}}","expires_in":3600}""") });
        StubHandler stub = StubHandler.Json("{\"detail\":\"neither first-token-0001 nor second-token-0002\"}", HttpStatusCode.Unauthorized);
        await using ServiceProvider provider = Register(stub, () => new SeeingHandler(_seen), "after");

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(["Bearer first-token-0001", "Bearer second-token-0002"], stub.Sent.Select(sent => sent["Authorization"]));
        Assert.Equal("{\"detail\":\"neither *** nor ***\"}", failure.Body);
    }

    [Fact]
    public async Task A_handler_sees_the_answer_unpacked()
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write("\"x\""u8);
        }

        StubHandler stub = new(_ =>
        {
            HttpResponseMessage response = new() { Content = new ByteArrayContent(packed.ToArray()) };
            response.Content.Headers.ContentType = new("application/json");
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        });
        await using ServiceProvider provider = Register(stub, () => new BodyHandler(_seen), "after");

        Assert.Equal("x", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));

        Assert.Equal(["\"x\""], _seen);
    }

    private ServiceProvider Register(StubHandler stub, Func<DelegatingHandler> handler, string way)
    {
        ServiceCollection services = new();
        services.AddSingleton(_setup.Sources());
        if (way == "before")
        {
            services.AddHttpClient("MyApp.Client").AddHttpMessageHandler(handler);
        }

        IHttpClientBuilder builder = AppPipeline.AddClient<AppConnection>(
            services, "MyApp.Client", static app => app, options => options.BaseAddress = new Uri("https://app.example.com"));
        builder.ConfigurePrimaryHttpMessageHandler(() => stub);
        _ = way switch
        {
            "after" => builder.AddHttpMessageHandler(handler),
            "defaults" => services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(handler)),
            "first" => builder.ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Insert(0, handler())),
            "filter" => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(handler)),
            _ => (object)services,
        };
        return services.BuildServiceProvider();
    }
}
