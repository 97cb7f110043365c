namespace DatabricksApps.Fuzz.Runtime;

/// <summary>A body that comes in pieces, and ends as it should, or by the cut of its connection, or not before the caller leaves.</summary>
/// <param name="body">The body.</param>
/// <param name="piece">The most bytes that come at a time.</param>
/// <param name="end"><c>cut</c>, <c>leave</c>, or nothing: the end.</param>
/// <param name="caller">Leaves in the caller's name.</param>
internal sealed class PieceStream(byte[] body, int piece, string end, CancellationTokenSource caller) : ReadingStream
{
    private int _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(Math.Min(buffer.Length, Math.Max(1, piece)), body.Length - _position);
        body.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        if (count > 0 || buffer.Length == 0)
        {
            return count;
        }

        if (end == "leave")
        {
            await caller.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return end == "cut" ? throw new HttpIOException(HttpRequestError.ResponseEnded) : 0;
    }
}
