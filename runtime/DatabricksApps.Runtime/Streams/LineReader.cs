using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads lines of bytes, one at a time, into one pooled buffer.</summary>
internal sealed class LineReader(Stream stream, long limit) : IDisposable
{
    private const int InitialCapacity = 16 * 1024;

    private readonly PooledBuffer _buffer = new(InitialCapacity);
    private int _start;
    private int _end;
    private int _next;
    private int _searched;
    private bool _isFirst = true;
    private bool _isAtEnd;

    /// <summary>Gets the line that was read, without its end; valid until the next read.</summary>
    public ReadOnlySpan<byte> Line => _buffer.WrittenSpan[_start.._end];

    /// <summary>Gets whether the line has no end: it is the last one, or was cut.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Reads the next line that is not blank.</summary>
    /// <exception cref="ItemTooLargeException">The line is longer than the limit.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (FindLine())
            {
                if (!Line.Trim(" \t\r"u8).IsEmpty)
                {
                    return true;
                }
            }

            if (_isAtEnd)
            {
                return false;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _buffer.Dispose();

    // Bytes are searched once, however many reads a line takes.
    private bool FindLine()
    {
        int length = _buffer.WrittenSpan[_searched..].IndexOf((byte)'\n');
        if (length < 0 && !(_isAtEnd && _next < _buffer.WrittenCount))
        {
            _searched = _buffer.WrittenCount;
            return false;
        }

        IsUnfinished = length < 0;
        _start = _next;
        _end = length < 0 ? _buffer.WrittenCount : _searched + length;
        _next = length < 0 ? _buffer.WrittenCount : _end + 1;
        _searched = _next;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_next > 0)
        {
            _buffer.Consume(_next);
            _searched -= _next;
            _start = _end = _next = 0;
        }

        int count = await stream.ReadAsync(_buffer.GetMemory(), cancellationToken).ConfigureAwait(false);
        _buffer.Advance(count);
        _isAtEnd = count == 0;
        if (_isFirst && _buffer.WrittenCount >= 3)
        {
            _isFirst = false;
            if (_buffer.WrittenSpan.StartsWith("\uFEFF"u8))
            {
                _buffer.Consume(3);
                _searched = 0;
            }
        }

        if (_buffer.WrittenCount > limit && !_buffer.WrittenSpan[_searched..].Contains((byte)'\n'))
        {
            throw new ItemTooLargeException();
        }
    }
}
