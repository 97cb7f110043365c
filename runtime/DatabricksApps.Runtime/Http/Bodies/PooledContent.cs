using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>A body in a pooled buffer: its length is known and it can be sent more than once until it is disposed.</summary>
/// <remarks>
/// Over HTTP/2 an answer can arrive while the body is still being sent, so the buffer goes back to the pool only when the
/// owner has disposed the content and the last writer has finished.
/// </remarks>
internal sealed class PooledContent : HttpContent
{
    private readonly PooledBuffer _buffer;
    private readonly int _length;
    private int _users = 1;
    private bool _isDisposed;

    public PooledContent(PooledBuffer buffer, string mediaType)
    {
        _buffer = buffer;
        _length = buffer.WrittenCount;
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
    }

    /// <summary>Gets whether the body was sent, or begun to be.</summary>
    public bool WasRead { get; private set; }

    /// <summary>Gets the body, until it is disposed.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WasRead = true;
        Enter();
        try
        {
            await stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Leave();
        }

        base.Dispose(disposing);
    }

    private void Enter()
    {
        int users = Volatile.Read(ref _users);
        while (true)
        {
            ObjectDisposedException.ThrowIf(users == 0, this);
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return;
            }

            users = seen;
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _buffer.Dispose();
        }
    }
}
