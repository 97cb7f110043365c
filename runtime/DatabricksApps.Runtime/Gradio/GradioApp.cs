using System.ComponentModel;
using System.Runtime.CompilerServices;
using DatabricksApps.Errors;
using DatabricksApps.Gradio;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>What a client of a Gradio app sends its calls over: the connection, and perhaps one session.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GradioApp : IDisposable
{
    private readonly GradioServer _server;
    private readonly GradioSession? _session;
    private readonly GradioWatch? _watch;

    /// <summary>Initializes the app of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="path">The path that the app is mounted at, such as <c>/api/demo</c>; empty: the root.</param>
    public GradioApp(AppConnection connection, string path)
        : this(connection, path, TimeProvider.System)
    {
    }

    internal GradioApp(AppConnection connection, string path, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _server = new GradioServer(connection, path, clock);
    }

    private GradioApp(GradioServer server, GradioSession? session, GradioWatch? watch = null)
    {
        _server = server;
        _session = session;
        _watch = watch;
    }

    /// <summary>
    /// Starts a session, in which the app remembers its state from call to call. It is one person's: one stream tells of all
    /// its calls, signed as its first caller.
    /// </summary>
    public GradioApp StartSession() => new(_server, new GradioSession(_server));

    /// <summary>Starts a call that is held.</summary>
    /// <param name="bind">Makes the client that the call is made with.</param>
    /// <param name="call">The call.</param>
    public GradioJob<T> StartJob<TClient, T>(Func<GradioApp, TClient> bind, Func<TClient, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(bind);
        ArgumentNullException.ThrowIfNull(call);
        GradioWatch watch = new();
        return new GradioJob<T>(watch, () => call(bind(new GradioApp(_server, _session, watch))));
    }

    /// <summary>Starts a call of a generator that is held.</summary>
    /// <inheritdoc cref="StartJob{TClient, T}(Func{GradioApp, TClient}, Func{TClient, Task{T}})"/>
    public GradioJob<T> StartJob<TClient, T>(Func<GradioApp, TClient> bind, Func<TClient, IAsyncEnumerable<T>> call)
    {
        ArgumentNullException.ThrowIfNull(bind);
        ArgumentNullException.ThrowIfNull(call);
        GradioWatch watch = new();
        return new GradioJob<T>(watch, () => call(bind(new GradioApp(_server, _session, watch))));
    }

    /// <summary>Calls an endpoint that returns nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call, on the server too.</param>
    /// <exception cref="AppException">The call failed.</exception>
    public async Task CallAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        GradioRun run = await RunToEndAsync(call, options, cancellationToken).ConfigureAwait(false);
        run.Dispose();
    }

    /// <summary>Calls an endpoint; of a generator, the result is what it yields last.</summary>
    /// <inheritdoc cref="CallAsync(GradioCall, AppRequestOptions?, CancellationToken)"/>
    public async Task<T> CallAsync<T, TJson>(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        using GradioRun run = await RunToEndAsync(call, options, cancellationToken).ConfigureAwait(false);
        return run.Read<T, TJson>();
    }

    /// <summary>Calls a generator when the result is enumerated, and gives each value that it yields.</summary>
    /// <inheritdoc cref="CallAsync(GradioCall, AppRequestOptions?, CancellationToken)"/>
    public async IAsyncEnumerable<T> StreamAsync<T, TJson>(
        GradioCall call, AppRequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        using CancellationTokenSource? ofJob = _watch?.Link(cancellationToken);
        CancellationToken token = ofJob?.Token ?? cancellationToken;
        using GradioRun run = await StartAsync(call, options, token).ConfigureAwait(false);
        while (await run.MoveNextAsync(token).ConfigureAwait(false))
        {
            T value;
            try
            {
                value = run.Read<T, TJson>();
            }
            catch (GradioOutputException misfit) when (options?.OnGradioMisfit is { } tell)
            {
                tell(misfit);
                continue;
            }

            yield return value;
        }
    }

    /// <summary>Ends the session; without one, closes a pipeline that the connection owns.</summary>
    public void Dispose()
    {
        if (_session is null)
        {
            _server.End();
        }
        else
        {
            _session.Dispose();
        }
    }

    private async Task<GradioRun> RunToEndAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        using CancellationTokenSource? ofJob = _watch?.Link(cancellationToken);
        cancellationToken = ofJob?.Token ?? cancellationToken;
        Deadline deadline = Deadline.Start(options?.Timeout ?? Timeout.InfiniteTimeSpan, cancellationToken);
        GradioRun? run = null;
        bool isDone = false;
        try
        {
            run = await StartAsync(call, options, deadline.Token).ConfigureAwait(false);
            while (await run.MoveNextAsync(deadline.Token).ConfigureAwait(false))
            {
            }

            isDone = true;
            return run;
        }
        catch (OperationCanceledException exception)
        {
            AppRequest request = run?.Request ?? new AppRequest(HttpMethod.Post, call.Endpoint);
            throw TransportFailure.Translate(exception, request, null, deadline.Expired, null, cancellationToken) ?? exception;
        }
        finally
        {
            deadline.Dispose();
            if (!isDone)
            {
                run?.Dispose();
            }
        }
    }

    private Task<GradioRun> StartAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Action<GradioStatus>? onStatus = options?.OnGradioStatus;
        onStatus += _watch is null ? null : _watch.Tell;
        return (_session ?? new GradioSession(_server)).StartAsync(call, isAlone: _session is null, options?.Copy(), onStatus, cancellationToken);
    }
}
