using System.Text.Json;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A session: the name under which the app keeps state, and one stream that tells of all its calls.</summary>
internal sealed class GradioSession : IDisposable
{
    /// <summary>How long the stream of a session with one call may take to end by itself, so that its connection can be used again.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_cancelTime = TimeSpan.FromSeconds(3);

    private readonly GradioServer _server;
    private readonly GradioRuns _runs;
    private readonly CancellationTokenSource _closing = new();
    private CancellationTokenSource _moved = new();
    private GradioConfig? _config;
    private GradioConfig? _stateOf;
    private string? _person;

    public GradioSession(GradioServer server)
    {
        _server = server;
        _runs = new GradioRuns(server);
    }

    /// <summary>Gets the name under which the app knows the session.</summary>
    public string Hash { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Puts a call into the app's queue.</summary>
    /// <exception cref="AppException">The app does not take it.</exception>
    public async Task<GradioRun> StartAsync(
        GradioCall call, bool isAlone, AppRequestOptions? options, Action<GradioStatus>? onStatus, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        (GradioConfig config, GradioPlan plan, AppRequest request) = await PrepareAsync(call, options, cancellationToken).ConfigureAwait(false);
        MoveTo(config, plan, request);
        request.OnSigning = isAlone ? null : CheckPerson;
        Task<string> joining = JoinAsync(request, options);
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            string eventId = await joining.WaitAsync(left.Token).ConfigureAwait(false);
            if (plan.Endpoint.KeepsState)
            {
                Interlocked.CompareExchange(ref _stateOf, config, null);
            }

            Task<bool> isSameApp = _server.IsRunningAsync(config, options, _closing.Token).AsTask();
            GradioRun run = new(this, _server, call, plan, config, request, eventId, isSameApp, options, onStatus, isAlone);
            if (_runs.Add(run))
            {
                _ = ReadAsync(options);
            }

            return run;
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The app may have the call already: what it is called is known when it answers.
            _server.Farewells.Add(CancelLateAsync(joining, config, plan.Endpoint, options));
            cancellationToken.ThrowIfCancellationRequested();
            throw Disposed();
        }
        catch (AppException exception) when (exception.Reason != AppErrorReason.Unreachable)
        {
            // Another app refuses a number that it does not have, or the inputs of its own function.
            if (await IsRedeployedAsync(config, options, cancellationToken).ConfigureAwait(false) == true)
            {
                throw GradioFailure.Redeployed(request, exception);
            }

            throw;
        }
    }

    /// <summary>Takes a call out of the session.</summary>
    /// <returns>Whether it was still under way.</returns>
    public bool Leave(GradioRun run) => _runs.Remove(run);

    /// <summary>Cancels a call on the server, in the background. That this does not come about is nothing to a caller who has left.</summary>
    public void Cancel(GradioRun run) => _server.Farewells.Add(CancelAsync(run.Config, run.Endpoint, run.EventId, run.Options));

    /// <summary>Ends a session of one call: its stream is read to the end, which follows at once.</summary>
    public void End()
    {
        if (_runs.IsRead)
        {
            _closing.CancelAfter(s_grace);
        }
    }

    /// <summary>Ends the session, and with it the calls that are under way, on the server too.</summary>
    public void Dispose()
    {
        foreach (GradioRun run in _runs.FailAll(Disposed()))
        {
            Cancel(run);
        }

        _closing.Cancel();
    }

    private void MoveTo(GradioConfig config, GradioPlan plan, AppRequest request)
    {
        if (plan.Endpoint.KeepsState && _stateOf?.IsSameApp(config) == false)
        {
            // It would begin anew, as if nothing had been said before.
            throw GradioFailure.StateLost(request);
        }

        // A stream of the app that was there before tells nothing of the calls of this one, and may stay open for long.
        if (Interlocked.Exchange(ref _config, config) is { } before && !before.IsSameApp(config))
        {
            _runs.FailOthers(config, GradioFailure.Redeployed(GradioFailure.Stream(before)));
            Interlocked.Exchange(ref _moved, new CancellationTokenSource()).Cancel();
        }
    }

    // Uploading takes its time, in which the app can be started anew: then the files are uploaded to the one that runs.
    private async Task<(GradioConfig Config, GradioPlan Plan, AppRequest Request)> PrepareAsync(
        GradioCall call, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        GradioConfig config = await _server.GetRunningAsync(options, cancellationToken).ConfigureAwait(false);
        for (int times = 1; ; times++)
        {
            GradioPlan plan = _server.Plan(call, config);
            AppRequest request = GradioServer.RequestOf(config, HttpMethod.Post, "queue/join");
            AppException? refused = null;
            bool hasUploaded = true;
            try
            {
                (request.Content, hasUploaded) = await GradioBody.CreateAsync(_server, config, plan, call, Hash, options, cancellationToken).ConfigureAwait(false);
            }
            catch (AppException exception)
            {
                // The app that was to take the files may be gone, or its route with it.
                refused = exception;
            }

            GradioConfig now = hasUploaded ? await _server.GetRunningAsync(options, cancellationToken).ConfigureAwait(false) : config;
            if (now.IsSameApp(config))
            {
                return refused is null ? (config, plan, request) : throw refused;
            }

            if (times == GradioServer.MostTimes)
            {
                throw GradioFailure.Restless(request);
            }

            request.Dispose();
            config = now;
        }
    }

    /// <summary>Tells whether another app runs than the one that took a call.</summary>
    /// <returns>Null: nothing answers.</returns>
    private async Task<bool?> IsRedeployedAsync(GradioConfig config, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return !await _server.IsRunningAsync(config, options, cancellationToken).ConfigureAwait(false);
        }
        catch (AppException)
        {
            return null;
        }
    }

    private async Task<string> JoinAsync(AppRequest request, AppRequestOptions? options)
    {
        _runs.BeginJoin();
        try
        {
            JsonElement answer = await _server.Connection
                .SendAsync<JsonElement, AnyJson>(request, options, CancellationToken.None, ValidatorReader.Read).ConfigureAwait(false);
            return answer.GetText("event_id") ?? throw GradioFailure.NoGradio(request);
        }
        catch
        {
            _runs.EndJoin();
            throw;
        }
    }

    // One stream brings the results of all calls, under the token of the first: what the app keeps and tells is one person's.
    // Tokens are renewed, people are not; a token that does not say whose it is tells nobody apart.
    private void CheckPerson(string token)
    {
        if (JwtClaims.Read(token)?.Subject is { } person && (Interlocked.CompareExchange(ref _person, person, null) ?? person) != person)
        {
            throw new InvalidOperationException(FailureText.Of(
                "The session was started by another user than the one who calls, and its stream, its state and its results are that user's; nothing was sent",
                null,
                "start a session for each user, and keep it where only that user finds it."));
        }
    }

    private async Task CancelLateAsync(Task<string> joining, GradioConfig config, GradioEndpoint endpoint, AppRequestOptions? options)
    {
        try
        {
            string eventId = await joining.ConfigureAwait(false);
            _runs.EndJoin();
            await CancelAsync(config, endpoint, eventId, options).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The app never took it.
        }
    }

    private async Task CancelAsync(GradioConfig config, GradioEndpoint endpoint, string eventId, AppRequestOptions? options)
    {
        using CancellationTokenSource limit = new(s_cancelTime);
        try
        {
            AppRequest request = GradioServer.RequestOf(config, HttpMethod.Post, "cancel");
            JsonFieldsBody body = request.StartJsonFields("application/json", isRequired: true);
            body.Add<string, StringJson>("event_id", eventId);
            body.Add<string, StringJson>("session_hash", Hash);
            body.Add<long, Int64Json>("fn_index", endpoint.Id);
            await _server.Connection.SendAsync(request, options?.InBackground(), limit.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The app has no such route before 4.31, or is gone; whatever it is, nobody waits for it.
        }
    }

    // Reads streams until no call is left. One that was cut is opened once more; one that tells nothing is not.
    private async Task ReadAsync(AppRequestOptions? options)
    {
        bool isSecond = false;
        bool isMore = true;
        while (isMore)
        {
            // In this order: a move in between ends the stream at once.
            CancellationToken isMoved = _moved.Token;
            GradioConfig config = _config!;
            StreamEnd end = await GradioStream
                .ReadAsync(_server, config, _runs, Hash, options, isMoved, _closing.Token).ConfigureAwait(false);
            bool isLast = end.IsFinal || (isSecond && !end.HasTold);
            Exception? failure = isLast ? end.Failure ?? GradioFailure.StreamEnded(config) : null;
            if (!end.IsClosed && !_runs.IsIdle && !_closing.IsCancellationRequested)
            {
                failure = await ExplainAsync(config, options, end.Failure, failure).ConfigureAwait(false);
            }

            isMore = _runs.EndStream(end.IsClosed, failure);
            isSecond = true;
        }
    }

    // Who opens a stream again may meet another app, which knows nothing of the calls; so may who finds nobody there.
    private async Task<Exception?> ExplainAsync(GradioConfig config, AppRequestOptions? options, Exception? cut, Exception? failure)
    {
        try
        {
            return await IsRedeployedAsync(config, options, _closing.Token).ConfigureAwait(false) switch
            {
                true => GradioFailure.Redeployed(GradioFailure.Stream(config), cut as AppException),
                null when cut is null or AppException => GradioFailure.Lost(GradioFailure.Stream(config), cut as AppException),
                _ when failure is AppException { Reason: AppErrorReason.Unreachable } lost => GradioFailure.Lost(GradioFailure.Stream(config), lost),
                _ => failure,
            };
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return failure ?? Disposed();
        }
    }

    private static ObjectDisposedException Disposed() => GradioStream.Disposed();
}
