namespace DatabricksApps.Tests;

/// <summary>A stream as a network gives it: forward only, in pieces, with an end that may be a failure.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="failure">What is thrown at the end; null: the end is good.</param>
/// <param name="piece">The most bytes that a read gives.</param>
internal sealed class ForwardStream(byte[] bytes, Exception? failure = null, int piece = int.MaxValue) : ForwardOnly
{
    private int _position;

    public int Reads { get; private set; }

    public bool IsDisposed { get; private set; }

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

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
