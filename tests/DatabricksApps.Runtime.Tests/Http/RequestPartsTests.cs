using System.Net;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Http;

/// <summary>What a call puts into its request besides the arguments, and what of a request a second one has.</summary>
public sealed class RequestPartsTests
{
    private static readonly BaseAddress s_address = new(new Uri("https://app.example.com"));

    [Theory]
    [InlineData("key", "v", "/c?k=v", "v", "k=v", 3)]
    [InlineData("KEY", "v", "/c", null, null, 0)]
    [InlineData("key", "", "/c", null, null, 0)]
    [InlineData(null, null, "/c", null, null, 0)]
    public async Task A_key_of_the_options_is_added_where_the_document_wants_it(string? name, string? value, string line, string? header, string? cookie, int keys)
    {
        DatabricksAppOptions options = new() { BaseAddress = s_address.Uri, Token = "t" };
        if (name is not null)
        {
            options.ApiKeys[name] = value!;
        }

        StubHandler stub = StubHandler.Json("\"x\"");
        using AppConnection app = new(stub, options, TokenSources.OfProcess.LocationFor(options, []));
        AppRequest request = Calls.Get("/c");
        app.AddApiKeyHeader(request, "key", "X-K");
        app.AddApiKeyQuery(request, "key", "k");
        app.AddApiKeyCookie(request, "key", "k");
        options.ApiKeys.Clear();

        await app.StringAsync(request);

        Assert.Equal(("GET " + line, header, cookie), (stub.Last.Line, stub.Last["X-K"], stub.Last["Cookie"]));
        Assert.Equal(Enumerable.Repeat("v", keys), request.SentKeys ?? []);
    }

    [Fact]
    public async Task A_client_of_a_factory_has_its_keys_too_and_a_plain_one_none()
    {
        DatabricksAppOptions options = new() { BaseAddress = s_address.Uri, Token = "t", ApiKeys = { ["key"] = "v", ["KEY"] = "w" } };
        StubHandler stub = StubHandler.Json("\"x\"");
        using AppConnection factory = new(stub.Client(), options, TokenSources.OfProcess.LocationFor(options, []));
        using AppConnection plain = new(stub.Client());
        foreach (AppConnection app in (AppConnection[])[factory, plain])
        {
            AppRequest request = Calls.Get("/c");
            app.AddApiKeyQuery(request, "key", "k");
            await app.StringAsync(request);
        }

        Assert.Equal(["GET /c?k=v", "GET /c"], stub.Sent.Select(sent => sent.Line));
    }

    [Theory]
    [InlineData("Authorization", true)]
    [InlineData("PROXY-authorization", true)]
    [InlineData("host", true)]
    [InlineData("X-Authorization", false)]
    [InlineData("Hosts", false)]
    public void A_calls_headers_leave_credential_and_address_alone(string name, bool isRefused)
    {
        AppRequest request = Calls.Get();
        request.AddHeader(name, "of-the-operation");

        Exception? seen = Record.Exception(() => CallHeaders.Add(request, new AppRequestOptions { Headers = { [name] = "x" } }));

        Assert.Equal(isRefused, seen is ArgumentException);
        Assert.Equal(isRefused ? "of-the-operation" : "x", request.Headers.NonValidated[name].ToString());
    }

    [Fact]
    public void One_of_the_body_goes_there_and_one_that_is_no_line_is_refused()
    {
        AppRequest request = Calls.Post();

        CallHeaders.Add(request, null);
        CallHeaders.Add(request, new AppRequestOptions());
        Assert.Empty(request.Headers);
        CallHeaders.Add(request, new AppRequestOptions { Headers = { ["Content-Language"] = "de" } });
        Assert.Equal(["de"], request.Content!.Headers.ContentLanguage);
        CallHeaders.Add(request, new AppRequestOptions { Headers = { ["content-language"] = "fr", ["Content-Type"] = "text/x" } });
        Assert.Equal(["fr"], request.Content.Headers.ContentLanguage);
        Assert.Equal("text/x", request.Content.Headers.ContentType?.MediaType);
        Assert.Throws<ArgumentException>(() => CallHeaders.Add(request, new AppRequestOptions { Headers = { ["no header"] = "x" } }));
        Assert.Throws<ArgumentException>(() => CallHeaders.Add(request, new AppRequestOptions { Headers = { ["X-Y"] = "a\nb" } }));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_equal_and_shares_its_body()
    {
        AppRequest request = Calls.Post("/api/items/{id}");
        request.SetJson<string, StringJson>("x");
        request.AddHeader("X-Y", "z");
        request.SentKeys = ["key"];
        request.HasBodyFields = true;
        AppRequest first = request.ForSending();
        first.Seal(s_address);

        AppRequest second = request.ForSending();
        second.Seal(s_address);

        Assert.Same(request, first);
        Assert.NotSame(request, second);
        Assert.Same(request.Content, second.Content);
        Assert.Equal(
            (HttpMethod.Post, "/api/items/{id}", request.RequestUri, request.SentUri, true, request.SentKeys),
            (second.Method, second.Route, second.RequestUri, second.SentUri, second.HasBodyFields, second.SentKeys));
        Assert.Equal("z", second.Headers.NonValidated["X-Y"].ToString());
        Assert.True(second.IsJoinedTo(s_address.Uri));
        first.Dispose();
        second.Dispose();
        Assert.Equal(3, request.Content!.Headers.ContentLength);
        Assert.Equal("\"x\"", await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_goes_to_where_it_was_joined_until_something_changes_its_address()
    {
        AppRequest request = Calls.Get();
        Assert.False(request.IsJoinedTo(s_address.Uri));
        request.Seal(s_address);

        Assert.True(request.IsJoinedTo(s_address.Uri));
        Assert.False(request.IsJoinedTo(new Uri("https://app.example.com")));
        request.RequestUri = new Uri("https://app.example.com/api/items");
        Assert.False(request.IsJoinedTo(s_address.Uri));
        Assert.Throws<ObjectDisposedException>(() => request.Seal(s_address));
    }

    [Theory]
    [InlineData("relative", "absolute http or https")]
    [InlineData("ftp://a", "absolute http or https")]
    [InlineData("https://u@a", "user or password")]
    [InlineData("https://a?b", "query or fragment")]
    [InlineData("https://a#b", "query or fragment")]
    [InlineData("https://a", null)]
    [InlineData("http://a/b", null)]
    public void A_base_address_is_one_that_paths_can_follow(string address, string? message)
    {
        Exception? seen = Record.Exception(() => BaseAddress.Check(new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.Equal(message is null, seen is null);
        Assert.Contains(message ?? "", seen?.Message ?? "");
    }

    [Theory]
    [InlineData("https://a.example.com/b//", "/c", "https://a.example.com/b/c")]
    [InlineData("https://a.example.com/b", "c", "https://a.example.com/b/c")]
    [InlineData("https://a.example.com", "", "https://a.example.com/")]
    public void A_path_is_joined_with_one_slash(string address, string path, string expected) =>
        Assert.Equal(expected, new BaseAddress(new Uri(address)).Join(path).AbsoluteUri);

    [Fact]
    public void A_thousand_routes_share_their_addresses_and_no_more()
    {
        BaseAddress address = new(new Uri("https://a.example.com"));
        for (int i = 0; i < 1000; i++)
        {
            address.JoinRoute($"/{i}");
        }

        Assert.Same(address.JoinRoute("/999"), address.JoinRoute("/999"));
        Assert.NotSame(address.JoinRoute("/1000"), address.JoinRoute("/1000"));
        Assert.NotSame(address.JoinRoute("/A"), address.JoinRoute("/a"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(-10_000, true)]
    [InlineData(1, true)]
    [InlineData(42_336_000_000_000, true)]
    [InlineData(42_336_000_000_001, false)]
    public void A_time_is_positive_and_at_most_49_days_or_without_end(long ticks, bool isValid) => Assert.Equal(isValid, TimeLimit.IsValid(new TimeSpan(ticks)));

    [Fact]
    public void A_fault_of_the_caller_is_kept_beside_that_of_a_file()
    {
        AppRequest request = Calls.Get();
        IOException fault = new();

        Assert.Null(request.CallersFault);
        request.CallersFault = fault;
        Assert.Same(fault, request.CallersFault);
    }

    [Fact]
    public async Task A_client_of_a_factory_outlives_its_connection_and_one_of_its_own_does_not()
    {
        DatabricksAppOptions options = new() { BaseAddress = s_address.Uri, Token = "t" };
        AppLocation location = TokenSources.OfProcess.LocationFor(options, []);
        StubHandler stub = StubHandler.Json("\"x\"");
        AppConnection factory = new(stub.Client(), options, location);
        TrackedHandler tracked = new();
        AppConnection own = new(tracked, options, location);
        using HttpClient client = stub.Client();
        AppConnection plain = new(client);

        factory.Dispose();
        own.Dispose();
        plain.Dispose();

        Assert.Equal("x", await factory.StringAsync(Calls.Get()));
        Assert.True(tracked.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => own.StringAsync(Calls.Get()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => plain.StringAsync(Calls.Get()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/x", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private sealed class TrackedHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
