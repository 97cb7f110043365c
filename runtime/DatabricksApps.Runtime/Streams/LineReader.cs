using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads lines of bytes, one at a time, into one pooled buffer.</summary>
/// <param name="stream">The lines.</param>
/// <param name="limit">How long a line may be.</param>
/// <param name="isSequence">
/// Whether the lines are a JSON text sequence (RFC 7464): each text begins with a record separator, and may go over several lines.
/// </param>
internal sealed class LineReader(Stream stream, long limit, bool isSequence = false) : IDisposable
{
    private const int InitialCapacity = 16 * 1024;
    private const byte RecordSeparator = 0x1E;

    private readonly PooledBuffer _buffer = new(InitialCapacity);
    private int _start;
    private int _end;
    private int _next;
    private int _searched;
    private int _line;
    private bool _isFirst = true;
    private bool _isAtEnd;
    private JsonTextEnd _text;

    /// <summary>Gets the line that was read, without its end; valid until the next read.</summary>
    public ReadOnlySpan<byte> Line => isSequence ? _buffer.WrittenSpan[_start.._end].TrimStart(RecordSeparator) : _buffer.WrittenSpan[_start.._end];

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
        while (FindEnd())
        {
            if (!isSequence || IsUnfinished || !IsOpen())
            {
                _next = IsUnfinished ? _buffer.WrittenCount : _end + 1;
                return true;
            }
        }

        return false;
    }

    // A separator ends what comes before it, complete or not.
    private bool IsOpen()
    {
        ReadOnlySpan<byte> line = _buffer.WrittenSpan[_line.._end];
        int separator = line.LastIndexOf(RecordSeparator);
        if (separator >= 0)
        {
            _text = default;
        }

        _text.Read(line[(separator + 1)..]);
        _line = _end;
        return _text.IsOpen;
    }

    private bool FindEnd()
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
        _searched = length < 0 ? _buffer.WrittenCount : _end + 1;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_next > 0)
        {
            _buffer.Consume(_next);
            _searched -= _next;
            _line = Math.Max(0, _line - _next);
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
                _searched = _line = 0;
            }
        }

        if (_buffer.WrittenCount > limit && !_buffer.WrittenSpan[_searched..].Contains((byte)'\n'))
        {
            throw new ItemTooLargeException();
        }
    }
}
