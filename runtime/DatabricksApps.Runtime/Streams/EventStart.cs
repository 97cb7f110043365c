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
    /// <exception cref="AppException">It is neither a stream of events nor JSON.</exception>
    public static async ValueTask<EventStart> LookAsync(
        AppRequest request, HttpResponseMessage response, Stream body, long limit, CancellationToken cancellationToken)
    {
        byte[] start = new byte[256];
        int count = 0;
        int read = 1;
        try
        {
            while (read > 0 && count < start.Length && !IsTold(start.AsSpan(0, count)))
            {
                read = await body.ReadAsync(start.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
            }

            ReadOnlyMemory<byte> head = start.AsMemory(0, count);
            if (IsEvents(head.Span))
            {
                return new EventStart(new PrefixedStream(head, body), null);
            }

            byte[] whole = await ReadWholeAsync(new PrefixedStream(head, body), limit, cancellationToken).ConfigureAwait(false);
            return JsonFailure.IsValid(whole) ? new EventStart(Stream.Null, whole.AsMemory(LengthOfBlank(whole))) : throw NoEvents(request, response, whole);
        }
        catch (Exception exception) when (StreamFailure.Translate(exception, request, response, 0, limit, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private static async ValueTask<byte[]> ReadWholeAsync(Stream body, long limit, CancellationToken cancellationToken)
    {
        using PooledBuffer whole = new(4096);
        int read;
        while ((read = await body.ReadAsync(whole.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            whole.Advance(read);
            if (whole.WrittenCount > limit)
            {
                throw new ItemTooLargeException();
            }
        }

        return whole.WrittenSpan.ToArray();
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
