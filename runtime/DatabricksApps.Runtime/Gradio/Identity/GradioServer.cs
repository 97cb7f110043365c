using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A Gradio app behind a connection: where it is mounted, and which app runs there at present.</summary>
/// <remarks>
/// Calls name functions by numbers, which are others in another version of the app. So the app is asked who it is before each
/// call and after it, and whenever a stream of results has to be opened again.
/// </remarks>
/// <param name="connection">The connection.</param>
/// <param name="path">The path that the snapshot or the item gives.</param>
/// <param name="clock">The clock.</param>
internal sealed class GradioServer(AppConnection connection, string path, TimeProvider clock)
{
    /// <summary>How often a call is made ready for an app that is another one each time.</summary>
    public const int MostTimes = 3;

    private readonly SemaphoreSlim _one = new(1);
    private volatile GradioConfig? _config;
    private volatile bool _isEnded;

    public AppConnection Connection => connection;

    public TimeProvider Clock => clock;

    /// <summary>Gets what the app is still told of calls that were left.</summary>
    public Farewells Farewells { get; } = new();

    /// <summary>Ends the client: no call can be made any more, and the connection is closed once the app knows of the calls that were left.</summary>
    public void End()
    {
        _isEnded = true;
        Farewells.AtEnd(connection.Dispose);
    }

    /// <summary>Gets the app that runs now.</summary>
    public async ValueTask<GradioConfig> GetRunningAsync(AppRequestOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isEnded, connection);
        GradioConfig? known = _config;
        if (known is not null && await IsRunningAsync(known, options, cancellationToken).ConfigureAwait(false))
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever waited takes what was read meanwhile.
            return _config is { } read && read != known ? read : _config = await FetchAsync(options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Tells whether an app is the one that runs now.</summary>
    /// <exception cref="AppException">Nothing answers.</exception>
    public async ValueTask<bool> IsRunningAsync(GradioConfig config, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        if (config.HasId)
        {
            try
            {
                JsonElement answer = await connection
                    .SendAsync<JsonElement, AnyJson>(RequestOf(config, HttpMethod.Get, "app_id"), options, cancellationToken).ConfigureAwait(false);
                if (GradioConfig.IdIn(answer) is { } id)
                {
                    return id == config.Identity;
                }
            }
            catch (AppException exception) when (IsNoSuchRoute(exception))
            {
                // The configuration tells the id too.
            }
        }

        return (await FetchConfigAsync(config.Root, options, cancellationToken).ConfigureAwait(false)).IsSameApp(config);
    }

    /// <summary>Drops what is known of the app, because it answers otherwise than it said.</summary>
    public void Forget() => _config = null;

    /// <summary>Lays a call into the app that runs now.</summary>
    /// <exception cref="AppException">The app has no such endpoint, or one with other inputs or outputs.</exception>
    public GradioPlan Plan(GradioCall call, GradioConfig config)
    {
        AppRequest request = RequestOf(config, HttpMethod.Post, "queue/join");
        GradioEndpoint endpoint = config.Find(call.Endpoint) ?? throw GradioFailure.UnknownEndpoint(request, call, config, Refresh);
        GradioPlan plan = GradioPlan.Of(call, endpoint, out IReadOnlyList<string> changes);
        return changes.Count == 0 ? plan : throw GradioFailure.Changed(request, call, changes, Refresh);
    }

    /// <summary>Makes a request of a route below the app's prefix.</summary>
    public static AppRequest RequestOf(GradioConfig config, HttpMethod method, string route)
    {
        AppRequest request = new(method, config.Prefix + "/" + route);
        request.AddHeader("x-gradio-user", "api");
        return request;
    }

    /// <summary>Gets what to do about a snapshot that is not the app's.</summary>
    public string Refresh =>
        $"Take the snapshot again (databricks-apps refresh, or databricks-apps add {connection.Address?.AbsoluteUri.TrimEnd('/') ?? "URL"}{path} FILE), and build.";

    // A page in the place of the route: the app is mounted in another one that answers every path.
    private static bool IsNoSuchRoute(AppException exception) =>
        exception.Reason is AppErrorReason.NotFound or AppErrorReason.MethodNotAllowed or AppErrorReason.UnexpectedContent or AppErrorReason.InvalidJson;

    // The numbers of functions and the names of their inputs are two answers, and the app can be started anew between them:
    // then one app's numbers would be called with what another one names.
    private async Task<GradioConfig> FetchAsync(AppRequestOptions? options, CancellationToken cancellationToken)
    {
        for (int times = 1; ; times++)
        {
            GradioConfig config = await FetchOnceAsync(options, cancellationToken).ConfigureAwait(false);
            if (await IsRunningAsync(config, options, cancellationToken).ConfigureAwait(false))
            {
                return config;
            }

            if (times == MostTimes)
            {
                throw GradioFailure.Restless(RequestOf(config, HttpMethod.Post, "queue/join"));
            }
        }
    }

    // The path in the snapshot may be part of the base address already.
    private async Task<GradioConfig> FetchOnceAsync(AppRequestOptions? options, CancellationToken cancellationToken)
    {
        GradioConfig config;
        try
        {
            config = await FetchConfigAsync(path, options, cancellationToken).ConfigureAwait(false);
        }
        catch (AppException exception) when (exception.Reason == AppErrorReason.NotFound && path.Length > 0)
        {
            try
            {
                config = await FetchConfigAsync("", options, cancellationToken).ConfigureAwait(false);
            }
            catch (AppException)
            {
                throw exception;
            }
        }

        // With what the app does not document too: a snapshot may have been taken before that was so.
        AppRequest request = RequestOf(config, HttpMethod.Get, "info");
        request.AddQuery("all_endpoints", "true");
        request.Accept("application/json");
        JsonElement info = await connection.SendAsync<JsonElement, AnyJson>(request, options, cancellationToken).ConfigureAwait(false);
        config.Add(GradioInfo.Read(info) ?? throw GradioFailure.NoGradio(request));
        return config;
    }

    private async Task<GradioConfig> FetchConfigAsync(string root, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, root + "/config");
        request.Accept("application/json");
        JsonElement config = await connection.SendAsync<JsonElement, AnyJson>(request, options, cancellationToken).ConfigureAwait(false);
        return GradioConfig.Read(config, root) ?? throw GradioFailure.NoGradio(request);
    }
}
