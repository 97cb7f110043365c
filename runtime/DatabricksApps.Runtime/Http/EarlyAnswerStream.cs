using System.Runtime.CompilerServices;

namespace DatabricksApps.Http;

/// <summary>A connection whose server may answer, and close, before it has read the whole request.</summary>
/// <remarks>
/// A server that finds a body too large answers 413 and closes; to the client the next write fails, and .NET gives up
/// without looking for the answer. RFC 9112 §9.5 wants it read: so when a write fails and an answer is there, what is still
/// written is dropped, and the answer is read. On a connection that was used before, .NET reads ahead: then that read
/// tells whether there is an answer.
/// </remarks>
internal sealed class EarlyAnswerStream(Stream inner) : Stream
{
    private const int BufferSize = 4096;

    private ReadOnlyMemory<byte> _answer;
    private volatile bool _isRefused;
    private volatile bool _isReading;

    // Whether the last read brought bytes that nobody has asked on from: an answer that was read ahead.
    private volatile bool _hasReadAhead;

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

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_answer.IsEmpty)
        {
            return new(TakeAnswer(buffer.Span));
        }

        _hasReadAhead = false;
        ValueTask<int> reading = inner.ReadAsync(buffer, cancellationToken);
        if (!reading.IsCompletedSuccessfully)
        {
            return FinishReadAsync(reading);
        }

        int count = reading.Result;
        _hasReadAhead = count > 0;
        return new(count);
    }

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
        return writing.IsCompletedSuccessfully ? writing : FinishWriteAsync(writing, cancellationToken);
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
        inner.Dispose();
        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> FinishReadAsync(ValueTask<int> reading)
    {
        _isReading = true;
        try
        {
            int count = await reading.ConfigureAwait(false);
            _hasReadAhead = count > 0;
            return count;
        }
        finally
        {
            _isReading = false;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FinishWriteAsync(ValueTask writing, CancellationToken cancellationToken)
    {
        // Before the write ends: its failure may be what ends the read too, with the answer.
        bool isReading = _isReading;
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (IOException)
        {
            if (!isReading && !_isReading && !_hasReadAhead)
            {
                _answer = await ReadAnswerAsync(cancellationToken).ConfigureAwait(false);
                if (_answer.IsEmpty)
                {
                    throw;
                }
            }

            _isRefused = true;
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
