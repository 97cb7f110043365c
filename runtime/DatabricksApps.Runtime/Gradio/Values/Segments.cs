using System.Buffers;

namespace DatabricksApps.Gradio;

/// <summary>Bytes in pieces, so that what grows is not copied.</summary>
internal sealed class Segments
{
    private const int Smallest = 1024;
    private const int Largest = 4 * 1024 * 1024;

    private Segment? _first;
    private Segment? _last;
    private byte[] _room = [];
    private int _used;

    public long Length { get; private set; }

    /// <summary>Copies bytes to the end.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_used == _room.Length)
            {
                Seal();

                // As large as what is there already: few pieces, and little that stays empty.
                _room = new byte[Math.Max(bytes.Length, (int)Math.Clamp(Length, _first is null ? 0 : Smallest, Largest))];
                _used = 0;
            }

            int count = Math.Min(bytes.Length, _room.Length - _used);
            bytes[..count].CopyTo(_room.AsSpan(_used));
            _used += count;
            Length += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Adds bytes at the end as they are.</summary>
    public void Add(in ReadOnlySequence<byte> bytes)
    {
        Seal();
        foreach (ReadOnlyMemory<byte> piece in bytes)
        {
            Link(piece);
            Length += piece.Length;
        }
    }

    /// <summary>Gets all bytes; nothing can be added afterwards.</summary>
    public ReadOnlySequence<byte> ToSequence()
    {
        Seal();
        return _first is null ? ReadOnlySequence<byte>.Empty : new ReadOnlySequence<byte>(_first, 0, _last!, _last!.Memory.Length);
    }

    private void Seal()
    {
        if (_used > 0)
        {
            Link(_room.AsMemory(0, _used));
            _room = [];
            _used = 0;
        }
    }

    private void Link(ReadOnlyMemory<byte> piece)
    {
        if (!piece.IsEmpty)
        {
            _last = new Segment(piece, _last);
            _first ??= _last;
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
