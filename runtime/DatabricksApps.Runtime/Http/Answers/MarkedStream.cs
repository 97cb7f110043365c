namespace DatabricksApps.Http;

/// <summary>A stream with further bytes behind its end.</summary>
internal sealed class MarkedStream(Stream inner, ReadOnlyMemory<byte> mark) : ForwardStream
{
    private ReadOnlyMemory<byte> _rest = mark;

    /// <summary>Gets whether the stream has been read to its own end.</summary>
    public bool IsAtEnd { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = IsAtEnd ? 0 : await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return count > 0 ? count : ReadMark(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        int count = IsAtEnd ? 0 : inner.Read(buffer);
        return count > 0 ? count : ReadMark(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
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
