namespace DatabricksApps.Tests;

/// <summary>A stream as a network gives it: forward only, in pieces, with an end that may be a failure.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="failure">What is thrown at the end; null: the end is good.</param>
/// <param name="piece">The most bytes that a read gives.</param>
internal sealed class ForwardStream(byte[] bytes, Exception? failure = null, int piece = int.MaxValue) : Stream
{
    private int _position;

    public int Reads { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        Reads++;
        int count = Math.Min(Math.Min(buffer.Length, piece), bytes.Length - _position);
        if (count == 0 && buffer.Length > 0 && failure is not null)
        {
            throw failure;
        }

        bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
