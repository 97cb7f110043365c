namespace DatabricksApps.Http;

/// <summary>A stream with further bytes behind its end.</summary>
internal sealed class MarkedStream(Stream inner, ReadOnlyMemory<byte> mark) : Stream
{
    private ReadOnlyMemory<byte> _rest = mark;

    /// <summary>Gets whether the stream has been read to its own end.</summary>
    public bool IsAtEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = IsAtEnd ? 0 : await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return count > 0 ? count : ReadMark(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        int count = IsAtEnd ? 0 : inner.Read(buffer);
        return count > 0 ? count : ReadMark(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // A read into nothing asks whether there is something, and is no end.
    private int ReadMark(Span<byte> buffer)
    {
        IsAtEnd |= !buffer.IsEmpty;
        int count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }
}
