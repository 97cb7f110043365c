using LocalWorkspace.Apps;
using LocalWorkspace.Identities;
using LocalWorkspace.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalWorkspace;

/// <summary>
/// A stand-in for a Databricks workspace, on loopback: a real OAuth server at the addresses that Databricks uses, the REST call
/// that tells about an app, and a front door for each app.
/// </summary>
/// <example><code>
/// await using Workspace workspace = await Workspace.StartAsync();
/// ServicePrincipal principal = workspace.AddServicePrincipal("my-job");
/// WorkspaceApp app = await workspace.AddAppAsync("inventory", new Uri("http://127.0.0.1:8000"));
/// app.GrantCanUse(principal.ClientId);
/// </code></example>
public sealed class Workspace : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly IdentityStore _identities;
    private readonly AppRegistry _apps;

    private Workspace(WebApplication host)
    {
        _host = host;
        _identities = host.Services.GetRequiredService<IdentityStore>();
        _apps = host.Services.GetRequiredService<AppRegistry>();
        Options = host.Services.GetRequiredService<WorkspaceOptions>();
        Tokens = host.Services.GetRequiredService<TokenLog>();
        TokenFaults = host.Services.GetRequiredService<Faults>();
        BaseAddress = new Uri(host.Urls.First());
    }

    /// <summary>Gets the address of the workspace, such as <c>http://127.0.0.1:49152</c>; what <c>DATABRICKS_HOST</c> holds.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Gets how the workspace was set up.</summary>
    public WorkspaceOptions Options { get; }

    /// <summary>Gets what the token endpoint was asked and has issued.</summary>
    public TokenLog Tokens { get; }

    /// <summary>Gets the answers that the token endpoint gives in place of its own.</summary>
    public Faults TokenFaults { get; }

    /// <summary>Starts a workspace.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<Workspace> StartAsync(WorkspaceOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WorkspaceOptions();
        SigningKey key = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.Services
            .AddSingleton(options)
            .AddSingleton(options.TimeProvider)
            .AddSingleton(key)
            .AddSingleton<IdentityStore>()
            .AddSingleton<TokenLog>()
            .AddSingleton<Faults>()
            .AddSingleton<ScopeRules>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<AppRegistry>()
            .AddOAuthServer(options, key);

        WebApplication host = builder.Build();
        host.UseMiddleware<TokenEndpointLog>();
        host.UseAuthentication();
        host.MapHostMetadata(options);
        host.MapLoginPage();
        host.MapAppsApi();
        await host.StartAsync(cancellationToken);

        Workspace workspace = new(host);
        Uri issuer = new(workspace.BaseAddress, "oidc");
        host.SetIssuer(issuer);
        host.Services.GetRequiredService<AccessTokens>().Issuer = issuer;
        return workspace;
    }

    /// <summary>Adds a service principal with a new secret.</summary>
    /// <param name="name">Its display name.</param>
    /// <param name="scopes">The scopes that its secret may ask for; <c>all-apis</c> unless given.</param>
    public ServicePrincipal AddServicePrincipal(string name, params string[] scopes)
    {
        ServicePrincipal principal = new(
            name, Guid.NewGuid().ToString(), $"dose{Guid.NewGuid():N}", scopes is [] ? [WorkspaceScopes.AllApis] : scopes);
        _identities.Add(principal);
        return principal;
    }

    /// <summary>Takes tokens of another issuer in exchange from now on.</summary>
    /// <param name="policy">Whose tokens, and for whom.</param>
    public void AddFederationPolicy(FederationPolicy policy) => _identities.FederationPolicies.Add(policy);

    /// <summary>Puts a front door before an app.</summary>
    /// <param name="name">The name of the app in the workspace.</param>
    /// <param name="address">Where the app listens.</param>
    /// <param name="port">The port of the front door; 0 lets the system choose.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public Task<WorkspaceApp> AddAppAsync(string name, Uri address, int port = 0, CancellationToken cancellationToken = default) =>
        _apps.AddAsync(name, address, port, BaseAddress, cancellationToken);

    /// <summary>Stops the workspace and its front doors.</summary>
    public async ValueTask DisposeAsync()
    {
        await _apps.DisposeAsync();
        await _host.DisposeAsync();
    }
}
