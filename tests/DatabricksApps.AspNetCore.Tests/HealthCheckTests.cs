using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DatabricksApps.AspNetCore.Tests;

public class HealthCheckTests
{
    private const string Token = "canary-token";

    [Theory]
    [InlineData(HttpStatusCode.OK, "{}", "application/json", "/api/ answered, and the token was taken.")]
    [InlineData(HttpStatusCode.NotFound, """{"detail":"Not Found"}""", "application/json", "The app answered 404 to /api/, and the token was taken.")]
    [InlineData(HttpStatusCode.MethodNotAllowed, """{"detail":"Method Not Allowed"}""", "application/json", "The app answered 405 to /api/, and the token was taken.")]
    public async Task An_app_that_answers_is_healthy(HttpStatusCode status, string body, string mediaType, string description)
    {
        RemoteApp app = RemoteApp.Answering(status, body, mediaType);

        HealthReportEntry entry = await CheckAsync(app);

        Assert.Equal((HealthStatus.Healthy, description), (entry.Status, entry.Description));
        Assert.Equal([("/api/", Token)], app.Calls);
    }

    [Theory]
    [InlineData(
        HttpStatusCode.NotFound, "<html>no such app</html>", "text/html",
        "GET /api/: the app answered 404 (Not Found). Likely cause: no app answers at this address")]
    [InlineData(HttpStatusCode.BadGateway, "", "text/plain", "GET /api/: the app answered 502 (Bad Gateway). Likely cause: the app is stopped, starting or being deployed.")]
    [InlineData(HttpStatusCode.Forbidden, "Invalid Token", "text/plain", "GET /api/: the app answered 403 (Forbidden): Invalid Token. Likely cause: ")]
    [InlineData(HttpStatusCode.InternalServerError, """{"detail":"boom"}""", "application/json", "GET /api/: the app answered 500 (Internal Server Error): boom.")]
    public async Task An_app_that_does_not_is_not_and_says_why(HttpStatusCode status, string body, string mediaType, string description)
    {
        HealthReportEntry entry = await CheckAsync(RemoteApp.Answering(status, body, mediaType), HealthStatus.Degraded);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.StartsWith(description, entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, entry.Description + entry.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_out_of_reach_is_unhealthy()
    {
        RemoteApp app = new(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host", new SocketException((int)SocketError.HostNotFound)));

        HealthReportEntry entry = await CheckAsync(app);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal(AppErrorReason.Unreachable, Assert.IsType<AppException>(entry.Exception).Reason);
    }

    [Fact]
    public async Task The_path_is_the_users()
    {
        RemoteApp app = RemoteApp.Answering(HttpStatusCode.OK);

        await CheckAsync(app, path: "/api/health?deep=false");

        Assert.Equal([("/api/health?deep=false", Token)], app.Calls);
    }

    [Fact]
    public async Task A_client_that_is_not_registered_is_told()
    {
        ServiceCollection services = new();
        services.AddLogging().AddHealthChecks().AddDatabricksApp<RemoteClient>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken));

        Assert.Equal("RemoteClient is not registered. Call services.AddRemoteClient(…) before the health check is used.", failure.Message);
    }

    [Fact]
    public async Task A_client_of_a_name_has_a_check_of_its_own()
    {
        RemoteApp dev = RemoteApp.Answering(HttpStatusCode.OK);
        ServiceCollection services = new();
        RemoteClient.Add(services, RemoteApp.Answering(HttpStatusCode.BadGateway), options => options.Token = Token);
        RemoteClient.Add(services, dev, options => options.Token = "token-of-dev", "dev");
        services.AddLogging().AddHealthChecks().AddDatabricksApp<RemoteClient>().AddDatabricksApp<RemoteClient>(client: "dev");
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Unhealthy, report.Entries["RemoteClient"].Status);
        Assert.Equal(HealthStatus.Healthy, report.Entries["RemoteClient:dev"].Status);
        Assert.Equal([("/api/", "token-of-dev")], dev.Calls);
    }

    [Fact]
    public async Task A_name_that_is_not_registered_is_told()
    {
        ServiceCollection services = new();
        RemoteClient.Add(services, RemoteApp.Answering(HttpStatusCode.OK));
        services.AddLogging().AddHealthChecks().AddDatabricksApp<RemoteClient>(client: "dev");
        await using ServiceProvider provider = services.BuildServiceProvider();

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken));

        Assert.Equal("RemoteClient is not registered under \"dev\". Call services.AddRemoteClient(\"dev\", …) before the health check is used.", failure.Message);
    }

    private static async Task<HealthReportEntry> CheckAsync(HttpMessageHandler app, HealthStatus? failure = null, string path = "/api/")
    {
        ServiceCollection services = new();
        RemoteClient.Add(services, app, options => options.Token = Token);
        services.AddLogging().AddHealthChecks().AddDatabricksApp<RemoteClient>(path, failureStatus: failure);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return report.Entries["RemoteClient"];
    }
}
