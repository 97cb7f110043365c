using System.Net;

namespace DatabricksApps.Http;

/// <summary>A body whose start was looked at, and is read once more with the rest.</summary>
internal sealed class PeekedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly Stream _body;

    private PeekedContent(HttpContent content, ReadOnlyMemory<byte> start, Stream rest)
    {
        _content = content;
        _body = new PrefixedStream(start, rest);
        Start = start;
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>Gets the start of the body.</summary>
    public ReadOnlyMemory<byte> Start { get; }

    /// <summary>Reads the start of an answer's body and puts it back.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="length">How many bytes are looked at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The start: all of a body that is shorter.</returns>
    public static async ValueTask<ReadOnlyMemory<byte>> PeekAsync(HttpResponseMessage response, int length, CancellationToken cancellationToken)
    {
        byte[] start = new byte[length];
        int count = 0;
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            int read = 1;
            while (read > 0 && count < length)
            {
                read = await body.ReadAsync(start.AsMemory(count), cancellationToken).ConfigureAwait(false);
                count += read;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException or OperationCanceledException)
        {
            // A look is no reading: who reads the body comes upon the same break, and tells it.
        }

        PeekedContent peeked = new(response.Content, start.AsMemory(0, count), body);
        response.Content = peeked;
        return peeked.Start;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(_body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }
}
