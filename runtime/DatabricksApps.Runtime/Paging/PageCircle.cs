using System.Buffers.Binary;
using System.Security.Cryptography;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Sees by their items that pages come again: one twice in a row, or several in turn.</summary>
/// <remarks>
/// Exactly, by what the items write: whoever reads a page knows no key of them. The page that others are compared with moves on,
/// each time twice as far (Brent's algorithm), so that a circle of any length is found and three hashes are kept. A list may have
/// equal pages (numbers, flags), so that of pages that do not follow each other two in a row have to come again.
/// </remarks>
internal sealed class PageCircle<TItem, TJson>
    where TJson : IJson<TItem>
{
    private byte[]? _before;
    private byte[]? _mark;
    private byte[]? _afterMark;
    private bool _wasMark;
    private long _steps;
    private long _reach = 1;

    /// <summary>Says what has come again; null: nothing has.</summary>
    public string? Find(IReadOnlyList<TItem> items)
    {
        byte[] hash = HashOf(items);
        if (Are(hash, _before))
        {
            return $"the page has the same {items.Count} items as the page before";
        }

        if (_wasMark && Are(hash, _afterMark))
        {
            return "the pages have the items of pages that were read before, in turn";
        }

        _wasMark = Are(hash, _mark);
        if (_steps == 0 && _mark is not null)
        {
            _afterMark = hash;
        }

        _before = hash;
        if (++_steps == _reach)
        {
            (_mark, _afterMark, _steps, _reach) = (hash, null, 0, _reach * 2);
        }

        return null;
    }

    private static bool Are(byte[] hash, byte[]? other) => other is not null && hash.AsSpan().SequenceEqual(other);

    // The length of each item before it, so that no two lists write the same.
    private static byte[] HashOf(IReadOnlyList<TItem> items)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (TItem item in items)
        {
            using PooledBuffer json = JsonText.Write<TItem, TJson>(item);
            BinaryPrimitives.WriteInt32LittleEndian(length, json.WrittenCount);
            hash.AppendData(length);
            hash.AppendData(json.WrittenSpan);
        }

        return hash.GetHashAndReset();
    }
}
