using System.Net.ServerSentEvents;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads the events of one stream.</summary>
/// <param name="read">Reads the data of an event.</param>
/// <param name="endsAtDone">Whether the data is JSON, so that <c>[DONE]</c> is none of it.</param>
internal sealed class EventParser<T>(SseItemParser<T> read, bool endsAtDone)
{
    /// <summary>Gets whether the app has said that nothing follows.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads an event; after the last one nothing.</summary>
    /// <remarks><c>data: [DONE]</c> is how OpenAI's API ends a stream, and all that follow it.</remarks>
    public T Parse(string eventType, ReadOnlySpan<byte> data)
    {
        IsDone = endsAtDone && data.SequenceEqual("[DONE]"u8);
        return IsDone ? default! : read(eventType, data);
    }

    /// <summary>Reads a whole answer that is one JSON value in place of a stream.</summary>
    /// <exception cref="AppException">The value is not what the events' data is.</exception>
    public T ReadValue(AppRequest request, HttpResponseMessage response, ReadOnlyMemory<byte> value)
    {
        try
        {
            if (endsAtDone || value.Span[0] == '"')
            {
                return read(EventData.DefaultType, value.Span);
            }
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            throw NoStream(request, response, value.Span, exception);
        }

        throw NoStream(request, response, value.Span, null);
    }

    private static AppException NoStream(AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> value, Exception? cause) => Failure.Of(
        request,
        response,
        new Explanation(
            AppErrorReason.UnexpectedContent,
            "the app answered with JSON where a stream of events was asked for",
            "the route streams only if it is asked to, often by a parameter such as stream, or it reports a failure in this way.",
            "Look at the exception's Body, and at the parameters of the call."),
        Failure.BodyText(request, value),
        cause);
}
