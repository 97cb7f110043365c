namespace DatabricksApps.Http;

/// <summary>A connection whose server may answer, and close, before it has read the whole request.</summary>
/// <remarks>
/// A server that finds a body too large answers 413 and closes; to the client the next write fails, and .NET gives up
/// without looking for the answer. RFC 9112 §9.5 wants it read: so when a write fails and an answer is there, what is still
/// written is dropped, and the answer is read.
/// </remarks>
internal sealed class EarlyAnswerStream(Stream inner) : Stream
{
    private const int BufferSize = 4096;

    private ReadOnlyMemory<byte> _answer;
    private bool _isRefused;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Wraps a connection of HTTP/1.1; those of later versions have streams of their own that can be refused.</summary>
    public static ValueTask<Stream> FilterAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken) =>
        new(context.NegotiatedHttpVersion.Major == 1 ? new EarlyAnswerStream(context.PlaintextStream) : context.PlaintextStream);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _answer.IsEmpty ? inner.ReadAsync(buffer, cancellationToken) : new(TakeAnswer(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        _answer.IsEmpty ? inner.Read(buffer, offset, count) : TakeAnswer(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isRefused)
        {
            return ValueTask.CompletedTask;
        }

        ValueTask writing = inner.WriteAsync(buffer, cancellationToken);
        return writing.IsCompletedSuccessfully ? writing : FinishAsync(writing, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _isRefused ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask FinishAsync(ValueTask writing, CancellationToken cancellationToken)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (IOException)
        {
            _answer = await ReadAnswerAsync(cancellationToken).ConfigureAwait(false);
            _isRefused = !_answer.IsEmpty;
            if (!_isRefused)
            {
                throw;
            }
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAnswerAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferSize];
        try
        {
            return buffer.AsMemory(0, await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }
        catch (IOException)
        {
            // Nothing came before the connection broke: the failure of the write is the one to tell.
            return default;
        }
    }

    private int TakeAnswer(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _answer.Length);
        _answer.Span[..count].CopyTo(buffer);
        _answer = _answer[count..];
        return count;
    }
}
