namespace DatabricksApps.Http;

/// <summary>Reads a stream of events, none of which may be larger than a limit.</summary>
/// <remarks>
/// It counts from the last blank line, which ends an event: comments that keep a quiet connection open are none, and would
/// add up to the limit of any stream that lives long.
/// </remarks>
internal sealed class BoundedStream(Stream inner, long limit) : ForwardStream
{
    /// <summary>The bytes before a read that can be part of a blank line within it: of LF CR LF all but one, and one more for CR LF CR LF.</summary>
    private const int SeamLength = 3;

    private readonly byte[] _seam = new byte[SeamLength];
    private int _kept;
    private long _read;

    /// <summary>Starts to count again: an item is complete.</summary>
    public void EndItem() => _read = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(buffer.Span[..count]);
        return _read <= limit ? count : throw new ItemTooLargeException();
    }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    private void Count(ReadOnlySpan<byte> bytes)
    {
        // Where items come, each ends the counting by itself, and nothing is looked for.
        int end = _read == 0 ? 0 : EndOfBlankLine(bytes);
        _read = end > 0 ? bytes.Length - end : _read + bytes.Length;
        Keep(bytes);
    }

    // How many bytes come before what follows the last blank line; 0: there is none.
    private int EndOfBlankLine(ReadOnlySpan<byte> bytes)
    {
        int end = EndIn(bytes);
        if (end > 0)
        {
            return end;
        }

        // It may lie across two reads.
        Span<byte> seam = stackalloc byte[SeamLength * 2];
        int head = Math.Min(bytes.Length, SeamLength);
        _seam.AsSpan(0, _kept).CopyTo(seam);
        bytes[..head].CopyTo(seam[_kept..]);
        return Math.Max(0, EndIn(seam[..(_kept + head)]) - _kept);
    }

    private static int EndIn(ReadOnlySpan<byte> bytes) => Math.Max(
        bytes.LastIndexOf("\n\n"u8) is var lf and >= 0 ? lf + 2 : 0,
        Math.Max(bytes.LastIndexOf("\n\r\n"u8) is var crlf and >= 0 ? crlf + 3 : 0, bytes.LastIndexOf("\r\r"u8) is var cr and >= 0 ? cr + 2 : 0));

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= SeamLength)
        {
            bytes[^SeamLength..].CopyTo(_seam);
            _kept = SeamLength;
            return;
        }

        int old = Math.Min(_kept, SeamLength - bytes.Length);
        _seam.AsSpan(_kept - old, old).CopyTo(_seam);
        bytes.CopyTo(_seam.AsSpan(old));
        _kept = old + bytes.Length;
    }
}

/// <summary>An item of a stream is larger than the limit.</summary>
internal sealed class ItemTooLargeException : Exception;
