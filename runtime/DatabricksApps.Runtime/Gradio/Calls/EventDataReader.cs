using System.Buffers;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>Cuts a <c>text/event-stream</c> into the data of its events, of which one may be as large as an image or a model.</summary>
/// <remarks>Of WHATWG HTML, 9.2.6, what servers write: lines end in LF or CR LF, and Gradio's messages say in their data what they are.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="limit">The most bytes of an event.</param>
internal sealed class EventDataReader(Stream stream, long limit)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly Queue<ReadOnlySequence<byte>> _ready = [];
    private Segments _line = new();
    private Segments? _data;
    private long _length;

    /// <summary>Reads the data of the next event.</summary>
    /// <returns>The data; null: the stream has ended.</returns>
    public async ValueTask<ReadOnlySequence<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (_ready.Count == 0)
        {
            int count = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return null;
            }

            Take(_buffer.AsSpan(0, count));
        }

        return _ready.Dequeue();
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is int end and >= 0)
        {
            _line.Write(bytes[..end]);
            bytes = bytes[(end + 1)..];
            EndLine();
        }

        _line.Write(bytes);
        if (_length + _line.Length > limit)
        {
            throw new ItemTooLargeException();
        }
    }

    private void EndLine()
    {
        ReadOnlySequence<byte> line = _line.ToSequence();
        _line = new Segments();
        if (!line.IsEmpty && line.Slice(line.Length - 1).FirstSpan[0] == '\r')
        {
            line = line.Slice(0, line.Length - 1);
        }

        if (line.IsEmpty)
        {
            if (_data is not null)
            {
                _ready.Enqueue(_data.ToSequence());
            }

            (_data, _length) = (null, 0);
            return;
        }

        SequenceReader<byte> reader = new(line);
        if (!reader.IsNext("data"u8, advancePast: true) || !(reader.End || reader.IsNext((byte)':', advancePast: true)))
        {
            return;
        }

        reader.IsNext((byte)' ', advancePast: true);
        if (_data is null)
        {
            _data = new Segments();
        }
        else
        {
            _data.Write("\n"u8);
        }

        _data.Add(line.Slice(reader.Position));
        _length = _data.Length;
        if (_length > limit)
        {
            throw new ItemTooLargeException();
        }
    }
}
