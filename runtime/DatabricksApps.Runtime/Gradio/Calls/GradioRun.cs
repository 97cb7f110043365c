using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A call under way: what the session's stream tells of it, one value after the other.</summary>
internal sealed class GradioRun : IDisposable
{
    private readonly Channel<GradioMessage> _messages = Channel.CreateUnbounded<GradioMessage>(new() { SingleReader = true });
    private readonly GradioSession _session;
    private readonly GradioServer _server;
    private readonly GradioCall _call;
    private readonly GradioOutputs _outputs;
    private readonly Action<GradioStatus>? _onStatus;
    private readonly Task<bool> _isSameApp;
    private readonly bool _isAlone;
    private bool _isConfirmed;
    private bool _isDone;

    public GradioRun(
        GradioSession session, GradioServer server, GradioCall call, GradioPlan plan, GradioConfig config, AppRequest request, string eventId,
        Task<bool> isSameApp, AppRequestOptions? options, Action<GradioStatus>? onStatus, bool isAlone)
    {
        _session = session;
        _server = server;
        _call = call;
        _outputs = new GradioOutputs(plan, config.HasDifferences);
        _isSameApp = isSameApp;
        _onStatus = onStatus;
        _isAlone = isAlone;
        Endpoint = plan.Endpoint;
        Config = config;
        Request = request;
        EventId = eventId;
        Options = options;

        // Whoever leaves before the first message does not ask for the answer, nor for why there is none.
        _ = isSameApp.ContinueWith(
            answer => answer.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public GradioEndpoint Endpoint { get; }

    public GradioConfig Config { get; }

    /// <summary>Gets the request that started the call, which errors name.</summary>
    public AppRequest Request { get; }

    public string EventId { get; }

    /// <summary>Gets what the call does differently.</summary>
    public AppRequestOptions? Options { get; }

    /// <summary>Adds a message of the stream.</summary>
    public void Add(in GradioMessage message) => _messages.Writer.TryWrite(message);

    /// <summary>Ends the call: nothing more will be told of it.</summary>
    public void Fail(Exception exception) => _messages.Writer.TryComplete(exception);

    /// <summary>Notes that messages may have been lost.</summary>
    public void Break() => _outputs.IsBroken = true;

    /// <summary>Waits for the next value.</summary>
    /// <returns>Whether there is one; false: the call has ended.</returns>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        while (!_isDone)
        {
            GradioMessage message = await NextAsync(cancellationToken).ConfigureAwait(false);
            if (message.ToStatus() is { } status)
            {
                _onStatus?.Invoke(status);
                continue;
            }

            await ConfirmAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                switch (message.Kind)
                {
                    case GradioMessage.Generating or GradioMessage.Streaming:
                        if (_outputs.Yield(message))
                        {
                            return true;
                        }

                        break;
                    case GradioMessage.Completed:
                        _isDone = true;
                        return Complete(message);
                }
            }
            catch (Exception exception) when (JsonFailure.IsMisfit(exception))
            {
                throw GradioFailure.Misfit(Request, exception);
            }
        }

        return false;
    }

    /// <summary>Reads the outputs as they are now.</summary>
    /// <exception cref="AppException">They are not of the type.</exception>
    public T Read<T, TJson>()
        where TJson : IJson<T>
    {
        ReadOnlySequence<byte> json = _outputs.ToJson(_call.Outputs);
        using GradioScope scope = GradioScope.Begin(_server, Config, run: this);
        try
        {
            return JsonText.Read<T, TJson>(json, Http.JsonLimits.MaxDepth);
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            throw Misfit(0, JsonText.Read<JsonElement, AnyJson>(json, Http.JsonLimits.MaxDepth), exception);
        }
    }

    /// <summary>Explains an output that is not of its type.</summary>
    public GradioOutputException Misfit(int output, JsonElement value, Exception exception)
    {
        // The app answers otherwise than it said.
        _server.Forget();
        return GradioFailure.Misfit(Request, _call, _call.Outputs[output], value, exception, _server.Refresh);
    }

    /// <summary>Ends the call; one that is still under way is cancelled on the server, which whoever leaves does not wait for.</summary>
    public void Dispose()
    {
        if (_session.Leave(this) && !_isDone)
        {
            _session.Cancel(this);
        }

        _isDone = true;
        Request.Dispose();
        if (_isAlone)
        {
            _session.End();
        }
    }

    // The app may have been started anew between the plan and the call, whose number then is another function's.
    private async ValueTask ConfirmAsync(CancellationToken cancellationToken)
    {
        if (_isConfirmed)
        {
            return;
        }

        try
        {
            _isConfirmed = await IsSameAppAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AppException exception)
        {
            throw GradioFailure.Lost(Request, exception);
        }

        if (!_isConfirmed)
        {
            _server.Forget();
            throw GradioFailure.Redeployed(Request);
        }
    }

    // A question that fails is asked again: the function has run, and may not be run twice.
    private async ValueTask<bool> IsSameAppAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _isSameApp.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AppException)
        {
            return await _server.IsRunningAsync(Config, Options, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<GradioMessage> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _messages.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException exception)
        {
            throw exception.InnerException switch
            {
                AppException failure => GradioFailure.Again(failure),
                { } other => other,
                null => exception,
            };
        }
    }

    private bool Complete(in GradioMessage message)
    {
        if (!message.IsSuccess)
        {
            throw GradioFailure.OfFunction(Request, _call, message);
        }

        // A call that someone cancelled ends well, and without data.
        return message.Data is { } data
            ? _outputs.Complete(data)
            : throw GradioFailure.Cancelled(Request, _call);
    }
}
