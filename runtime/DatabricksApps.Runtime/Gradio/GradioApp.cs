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

    private GradioApp(GradioServer server, GradioSession session)
    {
        _server = server;
        _session = session;
    }

    /// <summary>
    /// Starts a session, in which the app remembers its state from call to call. It is one person's: one stream tells of all
    /// its calls, signed as its first caller.
    /// </summary>
    public GradioApp StartSession() => new(_server, new GradioSession(_server));

    /// <summary>Calls an endpoint that returns nothing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call, on the server too.</param>
    /// <exception cref="AppException">The call failed.</exception>
    public async Task CallAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        GradioRun run = await RunToEndAsync(call, options, cancellationToken).ConfigureAwait(false);
        await run.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Calls an endpoint; of a generator, the result is what it yields last.</summary>
    /// <inheritdoc cref="CallAsync(GradioCall, AppRequestOptions?, CancellationToken)"/>
    public async Task<T> CallAsync<T, TJson>(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        GradioRun run = await RunToEndAsync(call, options, cancellationToken).ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            return run.Read<T, TJson>();
        }
    }

    /// <summary>Calls a generator when the result is enumerated, and gives each value that it yields.</summary>
    /// <inheritdoc cref="CallAsync(GradioCall, AppRequestOptions?, CancellationToken)"/>
    public async IAsyncEnumerable<T> StreamAsync<T, TJson>(
        GradioCall call, AppRequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        GradioRun run = await StartAsync(call, options, cancellationToken).ConfigureAwait(false);
        await using (run.ConfigureAwait(false))
        {
            while (await run.MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return run.Read<T, TJson>();
            }
        }
    }

    /// <summary>Ends the session; without one, closes a pipeline that the connection owns.</summary>
    public void Dispose()
    {
        if (_session is null)
        {
            _server.Connection.Dispose();
        }
        else
        {
            _session.Dispose();
        }
    }

    private async Task<GradioRun> RunToEndAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
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
            if (!isDone && run is not null)
            {
                await run.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private Task<GradioRun> StartAsync(GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _session is null
            ? new GradioSession(_server).StartAsync(call, isAlone: true, options, cancellationToken)
            : _session.StartAsync(call, isAlone: false, options, cancellationToken);
    }
}
