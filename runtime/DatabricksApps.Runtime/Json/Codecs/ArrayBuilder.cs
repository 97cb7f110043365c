using System.Buffers;
using System.Runtime.CompilerServices;

namespace DatabricksApps.Generated;

/// <summary>Collects items: the first few on the stack, more in a pooled array, so that only the exact array is allocated.</summary>
internal struct ArrayBuilder<T> : IDisposable
{
    private First _first;
    private T[]? _more;

    /// <summary>Gets how many items there are.</summary>
    public int Count { get; private set; }

    public void Add(T item)
    {
        int count = Count;
        if (count < First.Length)
        {
            _first[count] = item;
        }
        else
        {
            Append(item);
        }

        Count = count + 1;
    }

    public T[] ToArray()
    {
        if (Count == 0)
        {
            return [];
        }

        T[] result = new T[Count];
        if (_more is null)
        {
            ((ReadOnlySpan<T>)_first)[..Count].CopyTo(result);
        }
        else
        {
            _more.AsSpan(0, Count).CopyTo(result);
        }

        return result;
    }

    /// <summary>Gives the pooled array back.</summary>
    public void Dispose()
    {
        if (_more is { } pooled)
        {
            _more = null;
            Return(pooled, Count);
        }
    }

    private void Append(T item)
    {
        int count = Count;
        if (_more is null)
        {
            _more = ArrayPool<T>.Shared.Rent(First.Length * 4);
            ((ReadOnlySpan<T>)_first).CopyTo(_more);
        }
        else if (count == _more.Length)
        {
            T[] larger = ArrayPool<T>.Shared.Rent(count * 2);
            _more.AsSpan().CopyTo(larger);
            Return(_more, count);
            _more = larger;
        }

        _more[count] = item;
    }

    private static void Return(T[] pooled, int count)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            pooled.AsSpan(0, count).Clear();
        }

        ArrayPool<T>.Shared.Return(pooled);
    }

    [InlineArray(Length)]
    private struct First
    {
        public const int Length = 4;

#pragma warning disable IDE0044, IDE0051 // The runtime reads it as the first of the inline array.
        private T _item;
#pragma warning restore IDE0044, IDE0051
    }
}
