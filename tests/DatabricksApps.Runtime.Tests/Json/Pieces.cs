using System.Buffers;

namespace DatabricksApps.Tests.Json;

/// <summary>A text cut into pieces of a byte, as a stream may deliver it.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(byte[] text, int index)
    {
        Memory = text.AsMemory(index, 1);
        RunningIndex = index;
    }

    public static ReadOnlySequence<byte> Of(byte[] text)
    {
        Pieces first = new(text, 0);
        Pieces last = first;
        for (int i = 1; i < text.Length; i++)
        {
            Pieces next = new(text, i);
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, 1);
    }
}
