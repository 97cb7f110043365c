using System.Net;
using System.Net.Sockets;
using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Tests.Signing;

public class SigningTests
{
    private const string Canary = "canary-token.0123456789";

    [Fact]
    public async Task The_apps_own_origin_gets_the_token_and_the_message_forgets_it()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        AppRequest request = Calls.Get();
        using HttpClient client = Signed(stub, new DatabricksAppOptions { Token = Canary });

        await new AppConnection(client).StringAsync(request);

        Assert.Equal("Bearer " + Canary, stub.Last["Authorization"]);
        Assert.Empty(request.Headers);
    }

    [Theory]
    [InlineData("https://app.example.com.evil.org")]
    [InlineData("https://evilapp.example.com")]
    [InlineData("https://sub.app.example.com")]
    [InlineData("https://example.com")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("http://app.example.com")]
    [InlineData("http://app.example.com:443")]
    public async Task No_other_origin_does(string origin)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        using HttpClient client = Signed(stub, new DatabricksAppOptions { Token = Canary });

        await client.GetAsync(new Uri(origin + "/api/items"), TestContext.Current.CancellationToken);

        Assert.Null(stub.Last["Authorization"]);
    }

    [Fact]
    public async Task The_host_is_compared_whatever_its_case_and_script()
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        using HttpClient client = Signed(stub, new DatabricksAppOptions { Token = Canary, BaseAddress = new Uri("https://BÜCHER.example.com") });

        await client.GetAsync(new Uri("https://xn--bcher-kva.example.com:443/x"), TestContext.Current.CancellationToken);

        Assert.Equal("Bearer " + Canary, stub.Last["Authorization"]);
    }

    [Fact]
    public async Task A_function_gives_a_token_for_each_request()
    {
        int calls = 0;
        StubHandler stub = StubHandler.Json("\"x\"");
        using HttpClient client = Signed(stub, new DatabricksAppOptions
        {
            Token = "not-used",
            TokenProvider = _ => new ValueTask<string>("token-" + ++calls),
        });
        AppConnection app = new(client);

        await app.StringAsync(Calls.Get());
        await app.StringAsync(Calls.Get());

        Assert.Equal(["Bearer token-1", "Bearer token-2"], stub.Sent.Select(s => s["Authorization"]));
    }

    [Theory]
    [InlineData("a\r\nX-Admin: 1")]
    [InlineData("")]
    [InlineData("a b")]
    public async Task A_token_that_would_leave_its_header_is_refused(string token)
    {
        StubHandler stub = StubHandler.Json("\"x\"");
        using HttpClient client = Signed(stub, new DatabricksAppOptions { TokenProvider = _ => new(token) });

        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() => new AppConnection(client).StringAsync(Calls.Get()));

        Assert.Empty(stub.Sent);
        Assert.DoesNotContain("Admin", exception.ToString());
        Assert.Throws<ArgumentException>(() => new DatabricksAppHandler(Options(new DatabricksAppOptions { Token = token })));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData((HttpStatusCode)422)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.OK)]
    public async Task No_error_shows_a_token_that_the_app_echoes(HttpStatusCode status)
    {
        StubHandler stub = new(request => new HttpResponseMessage(status)
        {
            Content = new StringContent($$"""{"detail":"you sent {{request.Headers.NonValidated["Authorization"]}}"}"""),
        });
        DatabricksAppOptions options = new() { Token = Canary };
        using HttpClient client = Signed(stub, options);

        AppException exception = await Assert.ThrowsAnyAsync<AppException>(() => new AppConnection(client).StringAsync(Calls.Get()));

        Assert.DoesNotContain(Canary, exception.ToString());
        Assert.DoesNotContain(Canary, exception.Body);
        Assert.DoesNotContain(Canary, options.ToString());
        Assert.DoesNotContain(Canary, client.ToString());
    }

    [Fact]
    public async Task A_redirect_that_the_pipeline_followed_is_reported_as_the_sign_in_that_it_was()
    {
        StubHandler stub = new(request =>
        {
            request.RequestUri = new Uri("https://adb-1.2.azuredatabricks.net/oidc/authorize?state=s3cret");
            return new HttpResponseMessage { Content = new StringContent("<html>") };
        });
        using HttpClient client = Signed(stub, new DatabricksAppOptions { Token = Canary });

        AppException exception = await Assert.ThrowsAsync<AppException>(() =>
            client.GetAsync(new Uri("/api/items", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
        Assert.Contains("databricks auth login --host https://adb-1.2.azuredatabricks.net", exception.Message);
        Assert.DoesNotContain("s3cret", exception.ToString());
    }

    [Theory]
    [InlineData("http://app.example.com", "https only")]
    [InlineData("https://app.example.com/?o=1", "query")]
    public void An_address_that_no_token_may_go_to_is_refused(string address, string reason)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() =>
            AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = new Uri(address), Token = Canary }));

        Assert.Contains(reason, exception.Message);
        Assert.DoesNotContain(Canary, exception.ToString());
    }

    [Fact]
    public async Task A_pipeline_of_our_own_signs_on_loopback_and_follows_no_redirect()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using AppConnection app = AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = address, Token = Canary }, "sql", "files");

        Task<string> call = app.StringAsync(Calls.Get());
        string head = await AnswerAsync(listener, "HTTP/1.1 302 Found\r\nLocation: https://adb-1.2.azuredatabricks.net/oidc/x?y\r\nContent-Length: 0\r\n\r\n");

        AppException exception = await Assert.ThrowsAsync<AppException>(() => call);
        Assert.Contains($"Authorization: Bearer {Canary}\r\n", head);
        Assert.Equal(AppErrorReason.SignInRequired, exception.Reason);
        Assert.Contains("databricks auth login --host https://adb-1.2.azuredatabricks.net --scopes sql,files.", exception.Message);
    }

    [Fact]
    public async Task A_registered_client_signs_and_no_log_shows_the_token()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        LogSink logs = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        AppPipeline.AddClient<ConnectionHolder>(
            services, "MyApp.Client", static app => new ConnectionHolder(app),
            options =>
            {
                options.BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
                options.Token = Canary;
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        Task<string> call = provider.GetRequiredService<ConnectionHolder>().App.StringAsync(Calls.Get());
        string head = await AnswerAsync(listener, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nSet-Cookie: s3cret\r\n\r\n\"x\"");

        Assert.Equal("x", await call);
        Assert.Contains($"Authorization: Bearer {Canary}\r\n", head);
        Assert.Contains("Start processing HTTP request GET ", logs.Text);
        Assert.DoesNotContain("Authorization", logs.Text);
        Assert.DoesNotContain(Canary, logs.Text);
        Assert.DoesNotContain("s3cret", logs.Text);
    }

    [Fact]
    public void A_registered_client_without_an_address_is_told_when_it_is_made()
    {
        ServiceCollection services = new();
        AppPipeline.AddClient<ConnectionHolder>(services, "MyApp.Client", static app => new ConnectionHolder(app), null);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ConnectionHolder>);

        Assert.Contains("Set BaseAddress", exception.Message);
    }

    [Theory]
    [InlineData("My-App")]
    [InlineData("1app")]
    [InlineData("app\n")]
    [InlineData("a234567890123456789012345678901")]
    [InlineData("")]
    public void A_name_that_no_app_can_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new DatabricksAppHandler(Options(new DatabricksAppOptions { AppName = name })));

    private static HttpClient Signed(StubHandler stub, DatabricksAppOptions options) =>
        new(new DatabricksAppHandler(Options(options), stub)) { BaseAddress = options.BaseAddress };

    private static DatabricksAppOptions Options(DatabricksAppOptions options)
    {
        options.BaseAddress ??= new Uri("https://app.example.com");
        return options;
    }

    private static async Task<string> AnswerAsync(TcpListener listener, string answer)
    {
        using TcpClient server = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        byte[] buffer = new byte[8192];
        int length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            length += await server.GetStream().ReadAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
        }

        await server.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        return System.Text.Encoding.ASCII.GetString(buffer, 0, length);
    }

    private sealed record ConnectionHolder(AppConnection App);

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        private readonly System.Text.StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Log(LogLevel.Trace, default, state, null, static (s, _) => s.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
            {
                _text.AppendLine(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
