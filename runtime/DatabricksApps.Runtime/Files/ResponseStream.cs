using System.Globalization;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>The body of an answer, whose breaks are told as every failure of a call is.</summary>
/// <remarks>
/// It knows itself whether it was disposed: what lies beneath it reads as ended then, and a file would seem to be empty.
/// </remarks>
internal sealed class ResponseStream(Stream inner, AppRequest request, HttpResponseMessage response, CallRecord? record) : ForwardStream
{
    private long _read;
    private volatile bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(count == 0 && _isDisposed, this);
            _read += count;
            if (count == 0 && buffer.Length > 0)
            {
                record?.Succeed();
            }

            return count;
        }
        catch (Exception exception) when (Translate(exception, _read, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            int count = inner.Read(buffer);
            ObjectDisposedException.ThrowIf(count == 0 && _isDisposed, this);
            _read += count;
            if (count == 0 && buffer.Length > 0)
            {
                record?.Succeed();
            }

            return count;
        }
        catch (Exception exception) when (Translate(exception, _read, CancellationToken.None) is { } failure)
        {
            throw failure;
        }
    }

    // By the connection's own way, which writes from its buffer.
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        CopyTarget target = new(destination);
        try
        {
            await inner.CopyToAsync(target, bufferSize, cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            record?.Succeed();
        }
        catch (Exception exception)
            when (!target.HasFailed && Translate(exception, _read + target.Written, cancellationToken) is { } failure)
        {
            throw failure;
        }
        finally
        {
            _read += target.Written;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        record?.Succeed();
        inner.Dispose();
        response.Dispose();
        base.Dispose(disposing);
    }

    // Disposed while it was read: what lies beneath then fails in any way, with a null reference too.
    private Exception? Translate(Exception exception, long read, CancellationToken cancellationToken)
    {
        if (_isDisposed)
        {
            return new ObjectDisposedException(GetType().FullName);
        }

        Exception? failure = TransportFailure.Translate(
            exception, request, response, null, string.Create(CultureInfo.InvariantCulture, $"after {read} bytes"), cancellationToken);
        record?.Fail(failure ?? exception);
        return failure;
    }
}
