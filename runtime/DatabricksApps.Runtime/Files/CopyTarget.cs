namespace DatabricksApps.Http;

/// <summary>Where bytes are copied to; tells the failures of writing from those of what is read.</summary>
internal sealed class CopyTarget(Stream destination) : Stream
{
    /// <summary>Gets how many bytes may be written.</summary>
    public long Limit { get; init; } = long.MaxValue;

    /// <summary>Gets whether more came than <see cref="Limit"/>.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Gets how many bytes were written.</summary>
    public long Written { get; private set; }

    /// <summary>Gets whether the destination took a write badly.</summary>
    public bool HasFailed { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check(buffer.Length);
        try
        {
            await destination.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            Written += buffer.Length;
        }
        catch
        {
            HasFailed = true;
            throw;
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Check(buffer.Length);
        try
        {
            destination.Write(buffer);
            Written += buffer.Length;
        }
        catch
        {
            HasFailed = true;
            throw;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => destination.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Check(int count)
    {
        if (count > Limit - Written)
        {
            IsExceeded = true;
            throw new IOException("More bytes came than were announced.");
        }
    }
}
