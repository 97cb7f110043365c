using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyApp.SecurityApi;

namespace DatabricksApps.Generated.Tests;

public sealed class SecurityTests
{
    private const string Key = "api-key canary/1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_API_key_goes_where_the_document_says()
    {
        StubHandler app = StubHandler.Json("", HttpStatusCode.NoContent);
        await using ServiceProvider services = Services(app, "APIKeyHeader", "APIKeyQuery", "APIKeyCookie");
        SecurityClient client = services.GetRequiredService<SecurityClient>();

        await client.ReadItemsAsync(cancellationToken: Cancellation);
        Assert.Equal(("GET /api/items", Key), (app.Last.Line, app.Last["X-API-Key"]));

        await client.CreateItemAsync(cancellationToken: Cancellation);
        Assert.Equal("POST /api/items?api_key=api-key%20canary%2F1", app.Last.Line);
        Assert.Equal("session=api-key%20canary/1", app.Last["Cookie"]);
        Assert.Null(app.Last["X-API-Key"]);
    }

    [Fact]
    public async Task A_key_that_the_options_lack_is_left_out()
    {
        StubHandler app = StubHandler.Json("", HttpStatusCode.NoContent);
        await using ServiceProvider services = Services(app, "APIKeyCookie");

        await services.GetRequiredService<SecurityClient>().CreateItemAsync(cancellationToken: Cancellation);

        Assert.Equal("POST /api/items", app.Last.Line);
        Assert.Equal("session=api-key%20canary/1", app.Last["Cookie"]);
    }

    [Fact]
    public void A_key_under_a_name_that_no_scheme_has_is_refused_with_the_names_that_there_are()
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", ApiKeys = { ["APIKeyHeder"] = Key } };

        ArgumentException exception = Assert.Throws<ArgumentException>(() => SecurityClient.Create(options));

        Assert.Equal(
            "ApiKeys has a key under 'APIKeyHeder', which no security scheme of the document (type: apiKey) is called. The document has 'APIKeyHeader', 'APIKeyQuery', 'APIKeyCookie'.",
            exception.Message);
        using ServiceProvider services = Services(StubHandler.Json(""), "APIKeyHeder");
        Assert.Equal(exception.Message, Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(services.GetRequiredService<SecurityClient>).Failures.Single());
    }

    [Fact]
    public async Task A_parameter_of_the_same_name_is_the_callers()
    {
        StubHandler app = StubHandler.Json("", HttpStatusCode.NoContent);
        await using ServiceProvider services = Services(app, "APIKeyHeader");

        await services.GetRequiredService<SecurityClient>().DeleteItemsAsync("given", cancellationToken: Cancellation);

        Assert.Equal("given", app.Last["X-API-Key"]);
    }

    [Fact]
    public async Task No_error_and_no_log_shows_a_key()
    {
        StubHandler app = new(request => new HttpResponseMessage(HttpStatusCode.InternalServerError)
        {
            Content = new StringContent($$"""{"detail":"{{string.Join(',', request.Headers.GetValues("X-API-Key"))}}"}""", Encoding.UTF8, "application/json"),
        });
        LogText log = new();
        await using ServiceProvider services = Services(app, log, "APIKeyHeader");

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => services.GetRequiredService<SecurityClient>().ReadItemsAsync(cancellationToken: Cancellation));

        Assert.Equal("""{"detail":"***"}""", failure.Body);
        Assert.Contains("X-API-Key", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString() + log, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(StubHandler app, params string[] schemes) => Services(app, new LogText(), schemes);

    private static ServiceProvider Services(StubHandler app, LogText log, params string[] schemes)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSecurityClient(options =>
        {
            options.BaseAddress = new Uri("https://app.example.com");
            options.Token = "the-token";
            foreach (string scheme in schemes)
            {
                options.ApiKeys[scheme] = Key;
            }
        }).ConfigurePrimaryHttpMessageHandler(() => app);
        return services.BuildServiceProvider();
    }

    private sealed class LogText : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _text.AppendLine(formatter(state, exception));

        public void Dispose()
        {
        }

        public override string ToString() => _text.ToString();
    }
}
