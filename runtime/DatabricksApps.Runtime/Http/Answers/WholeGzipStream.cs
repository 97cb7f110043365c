using System.IO.Compression;

namespace DatabricksApps.Http;

/// <summary>Unpacks gzip, and fails where the packed bytes end before the data does.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes any end for the end: of a body that a proxy cut it gives what came, as if that were
/// all. So behind the packed bytes stands a mark, a member of its own (RFC 1952 §2.2 allows several): where the data is
/// whole the mark is read as such, and within data that is not it is never reached.
/// </remarks>
internal sealed class WholeGzipStream : ForwardStream
{
    private static readonly byte[] s_mark = "the end!"u8.ToArray();
    private static readonly byte[] s_packedMark = Pack(s_mark);

    private readonly MarkedStream _packed;
    private readonly GZipStream _unpacked;
    private bool _isWhole;

    public WholeGzipStream(Stream packed)
    {
        _packed = new MarkedStream(packed, s_packedMark);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _packed.IsAtEnd)
        {
            return End();
        }

        try
        {
            int count = await _unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return _packed.IsAtEnd ? End(buffer.Span[..count]) : count;
        }
        catch (InvalidDataException) when (_packed.IsAtEnd)
        {
            throw Cut();
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _packed.IsAtEnd)
        {
            return End();
        }

        try
        {
            int count = _unpacked.Read(buffer);
            return _packed.IsAtEnd ? End(buffer[..count]) : count;
        }
        catch (InvalidDataException) when (_packed.IsAtEnd)
        {
            throw Cut();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }

    // A read that comes upon the end of what is packed has given before all that it could: what it gives now is the mark,
    // whose rest needs no waiting.
    private int End(ReadOnlySpan<byte> start)
    {
        Span<byte> end = stackalloc byte[s_mark.Length + 1];
        if (start.Length < end.Length)
        {
            start.CopyTo(end);
            int count = start.Length;
            count += _unpacked.ReadAtLeast(end[count..], end.Length - count, throwOnEndOfStream: false);
            _isWhole = end[..count].SequenceEqual(s_mark);
        }

        return End();
    }

    private int End() => _isWhole || !_packed.IsAtEnd ? 0 : throw Cut();

    private static InvalidDataException Cut() => new("The gzip data ends before it is complete.");

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
