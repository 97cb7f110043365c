using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DatabricksApps.Tests.Polling;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>What is sent again, how often and when; and what never is.</summary>
public sealed class ResilienceTests
{
    private static readonly HttpRequestException s_unreachable = new(HttpRequestError.ConnectionError);
    private static readonly HttpRequestException s_reset = new("An error occurred while sending the request.", new IOException("Connection reset by peer"));
    private static readonly HttpRequestException s_cut = new(HttpRequestError.ResponseEnded);

    [Theory]
    [InlineData("GET", 503, 4)]
    [InlineData("PUT", 503, 4)]
    [InlineData("DELETE", 503, 4)]
    [InlineData("HEAD", 503, 4)]
    [InlineData("OPTIONS", 503, 4)]
    [InlineData("TRACE", 503, 4)]
    [InlineData("QUERY", 503, 4)]
    [InlineData("GET", 408, 4)]
    [InlineData("GET", 429, 4)]
    [InlineData("GET", 500, 4)]
    [InlineData("GET", 502, 4)]
    [InlineData("GET", 504, 4)]
    [InlineData("POST", 503, 1)]
    [InlineData("PATCH", 503, 1)]
    [InlineData("POST", 429, 1)]
    [InlineData("GET", 200, 1)]
    [InlineData("GET", 302, 1)]
    [InlineData("GET", 400, 1)]
    [InlineData("GET", 401, 1)]
    [InlineData("GET", 403, 1)]
    [InlineData("GET", 404, 1)]
    [InlineData("GET", 422, 1)]
    [InlineData("GET", 501, 1)]
    public async Task By_method_and_status(string method, int status, int times)
    {
        Stand stand = new(_ => new HttpResponseMessage((HttpStatusCode)status));

        using HttpResponseMessage response = await stand.CallAsync(new HttpRequestMessage(new HttpMethod(method), "https://app/api/items"));

        Assert.Equal((times, (HttpStatusCode)status), (stand.Sent, response.StatusCode));
    }

    [Fact]
    public async Task A_request_with_a_key_of_idempotency_is_sent_again()
    {
        Stand stand = new(sent => new HttpResponseMessage(sent < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created));
        HttpRequestMessage request = new(HttpMethod.Post, "https://app/api/items") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Headers.Add("Idempotency-Key", "7");

        using HttpResponseMessage response = await stand.CallAsync(request);

        Assert.Equal((3, HttpStatusCode.Created), (stand.Sent, response.StatusCode));
    }

    [Fact]
    public async Task A_key_that_is_blank_is_none()
    {
        Stand stand = new(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        HttpRequestMessage request = new(HttpMethod.Post, "https://app/api/items");
        request.Headers.Add("Idempotency-Key", " ");

        using HttpResponseMessage response = await stand.CallAsync(request);

        Assert.Equal(1, stand.Sent);
    }

    // What never reached the app can be sent again, whatever it does; what may have reached it cannot.
    [Theory]
    [InlineData("GET", false, 4)]
    [InlineData("POST", false, 4)]
    [InlineData("GET", true, 4)]
    [InlineData("POST", true, 1)]
    [InlineData("GET", null, 4)]
    [InlineData("POST", null, 1)]
    public async Task By_what_failed(string method, bool? isCut, int times)
    {
        Stand stand = new(_ => throw (isCut switch { true => s_cut, false => s_unreachable, null => s_reset }));

        await Assert.ThrowsAsync<HttpRequestException>(() => stand.CallAsync(new HttpRequestMessage(new HttpMethod(method), "https://app/api/items")));

        Assert.Equal(times, stand.Sent);
    }

    [Fact]
    public async Task A_body_that_cannot_be_sent_twice_is_sent_once()
    {
        Stand stand = new(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));

        using HttpResponseMessage response = await stand.CallAsync(
            new HttpRequestMessage(HttpMethod.Put, "https://app/api/photo") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("x"))) });

        Assert.Equal(1, stand.Sent);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_app_asks_in_seconds_or_until_a_date()
    {
        Stand stand = new(sent => Asking(sent == 1 ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)) : sent == 2 ? new RetryConditionHeaderValue(LeapingTime.Start + TimeSpan.FromSeconds(20)) : null));

        using HttpResponseMessage response = await stand.CallAsync(new HttpRequestMessage(HttpMethod.Get, "https://app/api/items"));

        Assert.Equal((3, HttpStatusCode.OK), (stand.Sent, response.StatusCode));
        Assert.Equal([0, 7, 20], stand.Times);
    }

    [Fact]
    public async Task An_app_that_asks_for_more_than_the_longest_delay_has_its_answer_given_at_once()
    {
        Stand stand = new(_ => Asking(new RetryConditionHeaderValue(TimeSpan.FromHours(1))));

        using HttpResponseMessage response = await stand.CallAsync(new HttpRequestMessage(HttpMethod.Get, "https://app/api/items"));

        Assert.Equal((1, HttpStatusCode.ServiceUnavailable), (stand.Sent, response.StatusCode));
    }

    // More seconds than .NET reads are more than anybody waits; a date that is over, as where clocks differ, says nothing.
    [Theory]
    [InlineData("99999999999", 1)]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT", 4)]
    [InlineData("soon", 4)]
    public async Task What_an_app_asks_for_in_an_odd_way(string after, int times)
    {
        Stand stand = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Retry-After", after);
            return response;
        });

        using HttpResponseMessage response = await stand.CallAsync(new HttpRequestMessage(HttpMethod.Get, "https://app/api/items"));

        Assert.Equal(times, stand.Sent);
        Assert.All(stand.Times.Skip(1), time => Assert.True(time > 0));
    }

    // A primary handler of the user may follow the redirect of an answer: the app was there, and the other host was not.
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_POST_that_reached_the_app_is_not_repeated_since_another_host_is_not_there(bool isRedirected, bool isRead)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "https://app/api/items") { Content = isRead ? new StringContent("{}") : null };
        Stand stand = new(_ =>
        {
            request.RequestUri = isRedirected ? new Uri("https://elsewhere/") : request.RequestUri;
            throw s_unreachable;
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => stand.CallAsync(request));

        Assert.Equal(1, stand.Sent);
    }

    // What a handler below adds to each try is no promise of who sends it.
    [Fact]
    public async Task A_key_of_idempotency_that_comes_with_each_try_repeats_nothing()
    {
        HttpRequestMessage request = new(HttpMethod.Post, "https://app/api/items");
        Stand stand = new(sent =>
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{sent}");
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });

        using HttpResponseMessage response = await stand.CallAsync(request);

        Assert.Equal(1, stand.Sent);
    }

    [Fact]
    public async Task Each_try_of_a_client_is_signed_and_a_POST_is_not_repeated()
    {
        int sent = 0;
        RemoteApp app = new(_ => new HttpResponseMessage(++sent < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));
        ServiceCollection services = new();
        RemoteClient.Add(services, app, options => options.Token = "canary-token").AddAppResilience(options => options.Delay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([("/api/items", "canary-token"), ("/api/items", "canary-token")], app.Calls);
    }

    [Fact]
    public async Task What_the_callers_own_code_throws_is_no_failure_of_the_way()
    {
        int asked = 0;
        ServiceCollection services = new();
        RemoteClient.Add(services, new RemoteApp(_ => new HttpResponseMessage()), options => options.TokenProvider = _ =>
        {
            asked++;
            throw s_unreachable;
        }).AddAppResilience(options => options.Delay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(1, asked);
    }

    [Fact]
    public void Twice_would_multiply_the_tries() => Assert.StartsWith(
        "AddAppResilience was called twice for the client app",
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddHttpClient("app").AddAppResilience().AddAppResilience()).Message);

    [Fact]
    public void It_is_for_all_clients_or_for_one()
    {
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(builder => builder.AddAppResilience());

        Assert.StartsWith(
            "AddAppResilience was called twice for the client app",
            Assert.Throws<InvalidOperationException>(() => services.AddHttpClient("app").AddAppResilience()).Message,
            StringComparison.Ordinal);

        services = new();
        services.AddHttpClient("app").AddAppResilience();
        services.AddHttpClient("other").AddAppResilience();
        Assert.StartsWith(
            "AddAppResilience was called twice for the client (all)",
            Assert.Throws<InvalidOperationException>(() => services.ConfigureHttpClientDefaults(builder => builder.AddAppResilience())).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(11, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, 0)]
    public void Options_have_ranges(int retries, int delay, int longest) => Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddHttpClient("app").AddAppResilience(options =>
    {
        options.MaxRetries = retries;
        options.Delay = TimeSpan.FromSeconds(delay);
        options.MaxDelay = TimeSpan.FromSeconds(longest);
    }));

    private static HttpResponseMessage Asking(RetryConditionHeaderValue? after)
    {
        HttpResponseMessage response = new(after is null ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = after;
        return response;
    }

    /// <summary>A client whose clock goes on by what it waits.</summary>
    private sealed class Stand : HttpMessageHandler
    {
        private readonly LeapingTime _time = new();
        private readonly Func<int, HttpResponseMessage> _answer;
        private readonly HttpClient _client;

        public Stand(Func<int, HttpResponseMessage> answer)
        {
            _answer = answer;
            ServiceCollection services = new();
            services.AddSingleton<TimeProvider>(_time);
            services.AddHttpClient("app").AddAppResilience().ConfigurePrimaryHttpMessageHandler(() => this);
            _client = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("app");
        }

        public int Sent { get; private set; }

        /// <summary>Gets when requests were sent, in seconds from the start.</summary>
        public List<double> Times { get; } = [];

        public Task<HttpResponseMessage> CallAsync(HttpRequestMessage request) => _client.SendAsync(request, TestContext.Current.CancellationToken);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            Times.Add(_time.Seconds);
            return Task.FromResult(_answer(Sent));
        }
    }
}
