namespace DatabricksApps.Tests;

/// <summary>A stream that says something and then nothing more, until its reader gives up.</summary>
/// <remarks>What it says is there whatever time has passed, so that a short limit ends the silence and nothing before it.</remarks>
internal sealed class StalledStream(byte[] start) : ForwardOnly
{
    private readonly TaskCompletionSource<CancellationToken> _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _position;

    /// <summary>Gets the token of the reader who waits for more, once it does.</summary>
    public Task<CancellationToken> Stalled => _stalled.Task;

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(buffer.Length, start.Length - _position);
        if (count == 0)
        {
            _stalled.TrySetResult(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        start.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
