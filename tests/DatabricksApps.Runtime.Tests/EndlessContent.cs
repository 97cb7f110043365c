using System.Net;

namespace DatabricksApps.Tests;

/// <summary>A large body of spaces that is made while it is read.</summary>
internal sealed class EndlessContent : HttpContent
{
    private readonly long _length;

    public EndlessContent(long length, bool isAnnounced)
    {
        _length = length;
        if (isAnnounced)
        {
            Headers.ContentLength = length;
        }
    }

    public long BytesRead { get; private set; }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Body(this));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Body(EndlessContent content) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = (int)Math.Min(buffer.Length, content._length - content.BytesRead);
            buffer.Span[..count].Fill((byte)' ');
            content.BytesRead += count;
            return new(count);
        }
    }
}
