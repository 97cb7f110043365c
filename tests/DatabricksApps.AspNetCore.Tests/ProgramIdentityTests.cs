using System.Net;
using LocalWorkspace;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>Beside its users the program has an identity of its own: it finds the app, and answers health checks.</summary>
public sealed class ProgramIdentityTests : IAsyncLifetime
{
    private readonly RemoteApp _remote = RemoteApp.Answering(HttpStatusCode.OK);
    private Workspace _workspace = null!;
    private ServicePrincipal _program = null!;
    private WorkspaceApp _door = null!;

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _program = _workspace.AddServicePrincipal("program");
        _door = await _workspace.AddAppAsync("inventory", new Uri("http://127.0.0.1:1"), cancellationToken: TestContext.Current.CancellationToken);
        _door.GrantCanUse(_program.ClientId);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task AppName_and_WithUserToken_find_the_app_as_the_program_and_call_it_as_the_user()
    {
        await using CallingApp app = await CallingApp.StartAsync(
            _remote, context => context.RequestServices.GetRequiredService<RemoteClient>().CallAsync("/api/ping"), services: Configure);

        await app.GetAsync("alice");
        await app.GetAsync("bob");

        Assert.Equal([("/api/ping", "token-of-alice"), ("/api/ping", "token-of-bob")], _remote.Calls);
        Assert.Equal(["client_credentials"], _workspace.Tokens.Issued.Select(issued => issued.GrantType));
    }

    [Fact]
    public async Task The_health_check_of_a_client_with_the_users_token_is_made_as_the_program()
    {
        await using CallingApp app = await CallingApp.StartAsync(
            _remote, _ => Task.CompletedTask,
            services: services =>
            {
                Configure(services);
                services.AddHealthChecks().AddDatabricksApp<RemoteClient>("/api/health");
            });

        HealthReport report = await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, "/api/health answered, and the token was taken."), (report.Status, report.Entries["RemoteClient"].Description));
        (string path, string? token) = Assert.Single(_remote.Calls);
        Assert.Equal(("/api/health", _program.ClientId), (path, new JsonWebToken(token).Subject));
    }

    [Fact]
    public async Task A_program_that_may_not_see_the_app_is_told_so()
    {
        _door.RevokeCanUse(_program.ClientId);
        string? message = null;
        await using CallingApp app = await CallingApp.StartAsync(
            _remote,
            async context => message = (await Assert.ThrowsAsync<AppException>(
                () => context.RequestServices.GetRequiredService<RemoteClient>().CallAsync(cancellationToken: context.RequestAborted))).Message,
            services: Configure);

        await app.GetAsync("alice");

        Assert.EndsWith(
            "Likely cause: the program itself, as which the workspace is asked, may not see the app. " +
            "Next step: Give the program's own identity CAN USE on the app inventory (Permissions), or set BaseAddress to the app's URL.",
            message, StringComparison.Ordinal);
    }

    // What the environment of a Databricks app holds.
    private void Configure(IServiceCollection services) => services.PostConfigure<DatabricksAppOptions>(nameof(RemoteClient), options =>
    {
        options.BaseAddress = null;
        options.AppName = "inventory";
        options.Host = _workspace.BaseAddress.ToString();
        options.ClientId = _program.ClientId;
        options.ClientSecret = _program.ClientSecret;
    });
}
