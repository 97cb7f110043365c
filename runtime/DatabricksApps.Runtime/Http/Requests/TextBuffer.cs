using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DatabricksApps.Http;

/// <summary>Text in pooled memory: a URL, a form, a header's value.</summary>
/// <remarks>A mutable struct: keep it in a field, pass it by reference, release it once.</remarks>
internal struct TextBuffer
{
    private const string Hex = "0123456789ABCDEF";
    private const int InitialCapacity = 256;

    private char[]? _chars;
    private int _length;

    public readonly int Length => _length;

    public readonly ReadOnlySpan<char> Span => _chars.AsSpan(0, _length);

    public void Append(char value)
    {
        if (_chars is null || _length == _chars.Length)
        {
            Grow(1);
        }

        _chars![_length++] = value;
    }

    public void Append(scoped ReadOnlySpan<char> value)
    {
        if (_chars is null || _chars.Length - _length < value.Length)
        {
            Grow(value.Length);
        }

        value.CopyTo(_chars.AsSpan(_length));
        _length += value.Length;
    }

    /// <summary>Appends text of which everything but the kept characters is percent-encoded as UTF-8.</summary>
    public void AppendEscaped(scoped ReadOnlySpan<char> value, Escaping escaping)
    {
        if (escaping == Escaping.None)
        {
            Append(value);
            return;
        }

        SearchValues<char> kept = EscapingSets.Kept(escaping);
        while (!value.IsEmpty)
        {
            int plain = value.IndexOfAnyExcept(kept);
            if (plain < 0)
            {
                Append(value);
                return;
            }

            Append(value[..plain]);
            value = value[plain..];
            if (value is ['%', var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) && EscapingSets.KeepsTriplets(escaping))
            {
                Append(value[..3]);
                value = value[3..];
                continue;
            }

            _ = Rune.DecodeFromUtf16(value, out Rune rune, out int consumed);
            value = value[consumed..];
            AppendEscaped(rune, escaping);
        }
    }

    /// <summary>Appends UTF-8 text, escaped as <see cref="AppendEscaped(ReadOnlySpan{char}, Escaping)"/> does.</summary>
    public void AppendEscaped(scoped ReadOnlySpan<byte> utf8, Escaping escaping)
    {
        int maximum = utf8.Length;
        char[] rented = ArrayPool<char>.Shared.Rent(maximum);
        int length = Encoding.UTF8.GetChars(utf8, rented);
        AppendEscaped(rented.AsSpan(0, length), escaping);
        ArrayPool<char>.Shared.Return(rented);
    }

    /// <summary>Appends an integer, which holds nothing to escape.</summary>
    public void AppendInteger(long value)
    {
        const int longest = 20;
        Span<char> text = stackalloc char[longest];
        value.TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        Append(text[..written]);
    }

    /// <summary>Appends a number, invariant; characters that are not kept (the <c>+</c> of an exponent) are escaped.</summary>
    public void AppendNumber<T>(T value, Escaping escaping)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        bool fits = value.TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        if (fits)
        {
            AppendEscaped(text[..written], escaping);
        }
        else
        {
            AppendEscaped(value.ToString(null, CultureInfo.InvariantCulture), escaping);
        }
    }

    public readonly override string ToString() => Span.ToString();

    /// <summary>Returns the memory to the pool.</summary>
    public void Release()
    {
        char[]? chars = _chars;
        _chars = null;
        _length = 0;
        if (chars is not null)
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private void AppendEscaped(Rune rune, Escaping escaping)
    {
        if (escaping == Escaping.Form && rune.Value == ' ')
        {
            Append('+');
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        int length = rune.EncodeToUtf8(utf8);
        foreach (byte value in utf8[..length])
        {
            Append('%');
            Append(Hex[value >> 4]);
            Append(Hex[value & 0xF]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        int capacity = Math.Max(InitialCapacity, Math.Max(_length * 2, _length + needed));
        char[] larger = ArrayPool<char>.Shared.Rent(capacity);
        char[]? old = _chars;
        old.AsSpan(0, _length).CopyTo(larger);
        _chars = larger;
        if (old is not null)
        {
            ArrayPool<char>.Shared.Return(old);
        }
    }
}
