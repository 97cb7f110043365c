using System.Text.Json;
using System.Threading.Channels;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>A call under way: what the session's stream tells of it, one value after the other.</summary>
internal sealed class GradioRun : IAsyncDisposable
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
        Task<bool> isSameApp, AppRequestOptions? options, bool isAlone)
    {
        _session = session;
        _server = server;
        _call = call;
        _outputs = new GradioOutputs(plan, config.HasDifferences);
        _isSameApp = isSameApp;
        _onStatus = options?.OnGradioStatus;
        _isAlone = isAlone;
        Endpoint = plan.Endpoint;
        Config = config;
        Request = request;
        EventId = eventId;
    }

    public GradioEndpoint Endpoint { get; }

    public GradioConfig Config { get; }

    /// <summary>Gets the request that started the call, which errors name.</summary>
    public AppRequest Request { get; }

    public string EventId { get; }

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
                    case GradioMessage.Generating or GradioMessage.Streaming when message.Output is { } output:
                        if (_outputs.Yield(output, isWhole: message.Kind == GradioMessage.Streaming))
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
        using PooledBuffer buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            _outputs.Write(writer, _call.Outputs);
        }

        try
        {
            using GradioFileScope scope = GradioFileScope.Begin(_server, Config);
            return JsonText.Read<T, TJson>(buffer.WrittenSpan, Http.JsonLimits.MaxDepth);
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            throw GradioFailure.Misfit(Request, exception);
        }
    }

    /// <summary>Ends the call; one that is still under way is cancelled on the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_session.Leave(this) && !_isDone)
        {
            await _session.CancelAsync(this).ConfigureAwait(false);
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
            _isConfirmed = await _isSameApp.WaitAsync(cancellationToken).ConfigureAwait(false);
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
        return message.Output?.Get("data") is { ValueKind: JsonValueKind.Array } data
            ? _outputs.Complete(data)
            : throw GradioFailure.Cancelled(Request, _call);
    }
}
