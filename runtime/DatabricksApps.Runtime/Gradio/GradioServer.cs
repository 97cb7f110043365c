using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A Gradio app behind a connection: where it is mounted, and what it says of itself.</summary>
/// <param name="connection">The connection.</param>
/// <param name="path">The path that the snapshot or the item gives.</param>
/// <param name="clock">The clock.</param>
internal sealed class GradioServer(AppConnection connection, string path, TimeProvider clock)
{
    private readonly SemaphoreSlim _one = new(1);
    private volatile GradioConfig? _config;

    public AppConnection Connection => connection;

    public TimeProvider Clock => clock;

    /// <summary>Gets what the app says of itself, asked for once and again after <see cref="Forget"/>.</summary>
    public async ValueTask<GradioConfig> GetConfigAsync(AppRequestOptions? options, CancellationToken cancellationToken)
    {
        if (_config is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _config ??= await FetchAsync(options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops what is known of the app, because it may have been started anew: ids of endpoints can be others then.</summary>
    public void Forget() => _config = null;

    /// <summary>Gets an endpoint by its name.</summary>
    /// <exception cref="AppException">The app has none of the name.</exception>
    public async ValueTask<GradioEndpoint> FindAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        GradioConfig config = await GetConfigAsync(options, cancellationToken).ConfigureAwait(false);
        if (config.Find(call.Endpoint) is not { } endpoint)
        {
            // Known for long, perhaps; the app may have got it since.
            Forget();
            config = await GetConfigAsync(options, cancellationToken).ConfigureAwait(false);
            endpoint = config.Find(call.Endpoint) ?? throw GradioFailure.UnknownEndpoint(RequestOf(config, HttpMethod.Post, "queue/join"), call, config);
        }

        return endpoint.Fits(call)
            ? endpoint
            : throw GradioFailure.OtherInputs(RequestOf(config, HttpMethod.Post, "queue/join"), call, endpoint);
    }

    /// <summary>Makes a request of a route below the app's prefix.</summary>
    public static AppRequest RequestOf(GradioConfig config, HttpMethod method, string route)
    {
        AppRequest request = new(method, config.Prefix + "/" + route);
        request.AddHeader("x-gradio-user", "api");
        return request;
    }

    // The path in the snapshot may be part of the base address already.
    private async Task<GradioConfig> FetchAsync(AppRequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(path, options, cancellationToken).ConfigureAwait(false);
        }
        catch (AppException exception) when (exception.Reason == AppErrorReason.NotFound && path.Length > 0)
        {
            try
            {
                return await FetchAsync("", options, cancellationToken).ConfigureAwait(false);
            }
            catch (AppException)
            {
                throw exception;
            }
        }
    }

    private async Task<GradioConfig> FetchAsync(string root, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        AppRequest request = new(HttpMethod.Get, root + "/config");
        request.Accept("application/json");
        JsonElement config = await connection.SendAsync<JsonElement, AnyJson>(request, options, cancellationToken).ConfigureAwait(false);
        return GradioConfig.Read(config, root) ?? throw GradioFailure.NoGradio(request);
    }
}
