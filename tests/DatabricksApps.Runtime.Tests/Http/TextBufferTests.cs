using System.Globalization;
using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Text in pooled memory is what was appended, however often its memory had to grow.</summary>
public sealed class TextBufferTests
{
    [Fact]
    public void One_character_after_the_other_stays()
    {
        TextBuffer text = default;
        string expected = string.Concat(Enumerable.Range(0, 2000).Select(i => (char)('a' + (i % 26))));
        foreach (char c in expected)
        {
            text.Append(c);
        }

        Assert.Equal(expected, text.ToString());
        Assert.Equal(2000, text.Length);
        text.Release();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(5000)]
    public void So_do_pieces_of_any_length(int length)
    {
        TextBuffer text = default;
        string piece = new('x', length);
        text.Append(piece);
        text.Append('y');
        text.Append(piece);

        Assert.Equal(piece + "y" + piece, text.ToString());
        text.Release();
        Assert.Equal((0, ""), (text.Length, text.ToString()));
        text.Append("again");
        Assert.Equal("again", text.ToString());
        text.Release();
        text.Release();
    }

    [Theory]
    [InlineData(0, "a b/\u00E9\u20AC\U0001F389+", "a b/\u00E9\u20AC\U0001F389+")]
    [InlineData(1, "a b/\u00E9\u20AC\U0001F389+~", "a%20b%2F%C3%A9%E2%82%AC%F0%9F%8E%89%2B~")]
    [InlineData(2, "a b/?&+#[]@:$'", "a%20b/?%26%2B%23%5B%5D@:$'")]
    [InlineData(3, "a b/?&+#[]@:$'", "a%20b/%3F&+%23%5B%5D@:$'")]
    [InlineData(4, "a b/~*\u00E9", "a+b%2F%7E*%C3%A9")]
    [InlineData(5, "a b/;,\"\\?&\u00E9", "a%20b/%3B%2C%22%5C?&%C3%A9")]
    [InlineData(6, "a b/%2F?", "a%20b/%252F%3F")]
    [InlineData(1, "", "")]
    [InlineData(1, " ", "%20")]
    [InlineData(1, "\0\u007F", "%00%7F")]
    public void Each_escaping_keeps_its_characters(int escaping, string value, string expected)
    {
        TextBuffer text = default;
        text.AppendEscaped(value, (Escaping)escaping);
        Assert.Equal(expected, text.ToString());
        text.Release();
        text.AppendEscaped(Encoding.UTF8.GetBytes(value), (Escaping)escaping);
        Assert.Equal(expected, text.ToString());
        text.Release();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void Integers_are_whole(long value, string expected)
    {
        TextBuffer text = default;
        text.AppendInteger(value);
        Assert.Equal(expected, text.ToString());
        text.Release();
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture_also_those_that_are_long()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        TextBuffer text = default;
        text.AppendNumber(1.5, Escaping.Value);
        text.AppendNumber(1e300, Escaping.Value);
        text.AppendNumber(new Long(), Escaping.Value);

        Assert.Equal("1.51E%2B300" + string.Concat(Enumerable.Repeat("invariant%20", 10)), text.ToString());
        text.Release();
    }

    /// <summary>A number longer than any that one reserves room for.</summary>
    private readonly struct Long : ISpanFormattable
    {
        public string ToString(string? format, IFormatProvider? provider) =>
            string.Concat(Enumerable.Repeat(provider == CultureInfo.InvariantCulture ? "invariant " : "other ", 10));

        public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            string all = ToString(null, provider);
            written = all.TryCopyTo(destination) ? all.Length : 0;
            return written > 0;
        }
    }
}
