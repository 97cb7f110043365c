using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>The start of an answer that is not announced as a stream of events, and may be one nevertheless.</summary>
/// <remarks>
/// A parser of events passes over every line that is no field of one (WHATWG HTML, 9.2.6), so that JSON or a text would be
/// a stream without events. No field begins as JSON does.
/// </remarks>
internal readonly struct EventStart
{
    private const int LongestField = 6;

    private EventStart(Stream body, ReadOnlyMemory<byte>? value)
    {
        Body = body;
        Value = value;
    }

    /// <summary>Gets the events, from their start.</summary>
    public Stream Body { get; }

    /// <summary>Gets the whole answer if it is JSON; null: it is a stream of events.</summary>
    public ReadOnlyMemory<byte>? Value { get; }

    /// <summary>Tells whether the answer says that it is a stream of events.</summary>
    public static bool IsAnnounced(HttpResponseMessage response) =>
        BodyEncoding.MediaTypeOf(response).StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at what an answer begins with.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer.</param>
    /// <param name="body">Its body.</param>
    /// <param name="limit">The most bytes of a body that is no stream.</param>
    /// <param name="time">The time for a body that is no stream.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="AppException">It is neither a stream of events nor JSON.</exception>
    public static async ValueTask<EventStart> LookAsync(
        AppRequest request, HttpResponseMessage response, Stream body, long limit, TimeSpan time, CancellationToken cancellationToken)
    {
        byte[] start = new byte[256];
        int count = 0;
        int read = 1;
        Deadline deadline = default;
        try
        {
            while (read > 0 && count < start.Length && !IsTold(start.AsSpan(0, count)))
            {
                read = await body.ReadAsync(start.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
            }

            PrefixedStream whole = new(start.AsMemory(0, count), body);
            if (IsEvents(start.AsSpan(0, count)))
            {
                return new EventStart(whole, null);
            }

            deadline = Deadline.Start(time, cancellationToken);
            using PooledBuffer value = await BodyReader.ReadAsync(request, response, limit, deadline.Token, whole).ConfigureAwait(false);
            return JsonFailure.IsValid(value.WrittenSpan)
                ? new EventStart(Stream.Null, value.WrittenSpan[LengthOfBlank(value.WrittenSpan)..].ToArray())
                : throw NoEvents(request, response, value.WrittenSpan);
        }
        catch (Exception exception) when (exception is not AppException)
        {
            throw TransportFailure.Translate(exception, request, response, deadline.Expired, "after 0 items", cancellationToken) ?? exception;
        }
        finally
        {
            deadline.Dispose();
        }
    }

    // A comment may be all that comes for a long time.
    private static bool IsTold(ReadOnlySpan<byte> start) =>
        start[LengthOfBlank(start)..] is var text && (text.Length > LongestField || text is [(byte)':' or (byte)'{' or (byte)'[', ..]);

    private static bool IsEvents(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start[LengthOfBlank(start)..];
        int end = text.IndexOfAny((byte)':', (byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> field = end < 0 ? text : text[..end];
        return text.IsEmpty || field.IsEmpty || field.SequenceEqual("data"u8) || field.SequenceEqual("event"u8) || field.SequenceEqual("id"u8) || field.SequenceEqual("retry"u8);
    }

    private static int LengthOfBlank(ReadOnlySpan<byte> text)
    {
        int mark = text.StartsWith("\uFEFF"u8) ? 3 : 0;
        int length = text[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        return length < 0 ? text.Length : mark + length;
    }

    private static AppException NoEvents(AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body) => Failure.Of(
        request,
        response,
        new Explanation(
            AppErrorReason.UnexpectedContent,
            $"the app answered with '{BodyEncoding.MediaTypeOf(response)}' where a stream of events was asked for",
            "the route answers something else in this case, which the document does not say.",
            "Look at the exception's Body; AnswerOfAsync of the client gives such an answer as it came."),
        Failure.BodyText(request, body));
}
