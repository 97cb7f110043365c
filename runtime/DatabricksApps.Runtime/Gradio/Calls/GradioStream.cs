using System.Buffers;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Gradio;

/// <summary>Reads one stream of a session, and gives what it tells to the calls that it is about.</summary>
internal static class GradioStream
{
    /// <summary>How long a stream may say nothing: the app says at least every 15 seconds that it is there.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(60);

    /// <summary>Reads until the app closes the stream, or it is cut.</summary>
    /// <param name="server">The app.</param>
    /// <param name="config">The app as it ran when the stream was wanted.</param>
    /// <param name="runs">The calls.</param>
    /// <param name="session">The name of the session.</param>
    /// <param name="options">What the call did differently that wanted the stream.</param>
    /// <param name="isMoved">Ends the stream because another app runs.</param>
    /// <param name="closing">Ends the stream because the session ends.</param>
    public static async Task<StreamEnd> ReadAsync(
        GradioServer server, GradioConfig config, GradioRuns runs, string session, AppRequestOptions? options, CancellationToken isMoved, CancellationToken closing)
    {
        bool hasTold = false;
        AppRequest request = GradioServer.RequestOf(config, HttpMethod.Get, "queue/data");
        request.AddQuery("session_hash", session);
        request.Accept("text/event-stream");
        using CancellationTokenSource silent = new(s_silence, server.Clock);
        using CancellationTokenRegistration ending = closing.Register(silent.Cancel);
        using CancellationTokenRegistration moving = isMoved.Register(silent.Cancel);
        try
        {
            await foreach (ReadOnlySequence<byte> data in server.Connection.StreamEventDataAsync(request, options, silent.Token).ConfigureAwait(false))
            {
                silent.CancelAfter(s_silence);
                GradioMessage message = GradioMessage.Read(data);
                switch (message.Kind)
                {
                    case GradioMessage.Closing:
                        return new StreamEnd(hasTold, IsClosed: true, IsFinal: false, null);
                    case GradioMessage.Unexpected when message.EventId is null:
                        return new StreamEnd(hasTold, IsClosed: false, IsFinal: true, GradioFailure.Unexpected(request, message));
                    default:
                        hasTold |= message.EventId is not null;
                        runs.Deliver(message);
                        break;
                }

                if (!config.ClosesStreams && runs.IsIdle)
                {
                    return new StreamEnd(hasTold, IsClosed: true, IsFinal: false, null);
                }
            }

            return new StreamEnd(hasTold, IsClosed: false, IsFinal: false, null);
        }
        catch (AppException exception)
        {
            bool isCut = exception.Reason is AppErrorReason.ConnectionLost or AppErrorReason.Unreachable or AppErrorReason.Timeout;
            return new StreamEnd(hasTold, IsClosed: false, IsFinal: !isCut, exception);
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            return new StreamEnd(hasTold, IsClosed: false, IsFinal: true, GradioFailure.Misfit(request, exception));
        }
        catch (OperationCanceledException) when (isMoved.IsCancellationRequested)
        {
            return new StreamEnd(hasTold, IsClosed: true, IsFinal: false, null);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            return new StreamEnd(hasTold, IsClosed: false, IsFinal: false, GradioFailure.StreamEnded(config));
        }
        catch (OperationCanceledException)
        {
            return new StreamEnd(hasTold, IsClosed: false, IsFinal: true, Disposed());
        }
        catch (Exception exception)
        {
            // Nobody awaits the reading: what the caller's own code threw in it ends the calls that wait for it.
            return new StreamEnd(hasTold, IsClosed: false, IsFinal: true, exception);
        }
    }

    /// <summary>Makes the exception of calls whose session has ended.</summary>
    public static ObjectDisposedException Disposed() => new(nameof(GradioSession), "The session was disposed while a call was under way.");
}

/// <summary>How a stream ended.</summary>
/// <param name="HasTold">Whether it told of a call.</param>
/// <param name="IsClosed">Whether the app closed it because nothing was left to tell.</param>
/// <param name="IsFinal">Whether another one would end in the same way.</param>
/// <param name="Failure">Why it ended.</param>
internal readonly record struct StreamEnd(bool HasTold, bool IsClosed, bool IsFinal, Exception? Failure);
