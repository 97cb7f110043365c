using DatabricksApps.Errors;

namespace DatabricksApps.Tests.Errors;

/// <summary>One level of escapes is taken out, and each character knows where it came from.</summary>
public sealed class UnescapedTextTests
{
    [Theory]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("a%2bb", "a+b")]
    [InlineData("%7f", "\u007F")]
    [InlineData("%00", "\0")]
    [InlineData("a%20", "a ")]
    [InlineData("\\u002B", "+")]
    [InlineData("a\\u20ac", "a\u20AC")]
    [InlineData("\\r\\n\\/\\\"\\\\", "\r\n/\"\\")]
    [InlineData("&amp;&lt;&gt;&quot;&apos;", "&<>\"'")]
    [InlineData("&#43;", "+")]
    [InlineData("&#x2B;", "+")]
    [InlineData("&#X2b;", "+")]
    [InlineData("&#65535;", "\uFFFF")]
    [InlineData("&#x002B;", "+")]
    [InlineData("x%2By\\u002Bz&#43;w", "x+y+z+w")]
    [InlineData("%252B", "%2B")]
    [InlineData("\\\\u002B", "\\u002B")]
    [InlineData("&amp;#43;", "&#43;")]
    [InlineData("%%2B", "%+")]
    public void An_escape_is_its_character(string text, string expected) =>
        Assert.Equal(expected, new UnescapedText(text).Next()?.Text);

    [Theory]
    [InlineData("plain; text")]
    [InlineData("100 %")]
    [InlineData("%2")]
    [InlineData("%zz")]
    [InlineData("%80")]
    [InlineData("%+1")]
    [InlineData("\\")]
    [InlineData("\\t")]
    [InlineData("\\u002")]
    [InlineData("\\u00zz")]
    [InlineData("\\x41")]
    [InlineData("&")]
    [InlineData("&amp")]
    [InlineData("&nbsp;")]
    [InlineData("&;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("&#xzz;")]
    [InlineData("&#+43;")]
    [InlineData("&#65536;")]
    [InlineData("&#x0002B;")]
    [InlineData("&#0000043;")]
    public void What_is_none_stays_as_it_is(string text) => Assert.Null(new UnescapedText(text).Next());

    [Theory]
    [InlineData("a%2Bb", 1, 2, "a###b")]
    [InlineData("a%2Bb", 0, 3, "#####")]
    [InlineData("a%2Bb", 2, 3, "a%2B#")]
    [InlineData("a\\u002Bb", 1, 2, "a######b")]
    [InlineData("a\\nb", 1, 2, "a##b")]
    [InlineData("a&#43;b", 1, 2, "a#####b")]
    [InlineData("a&amp;b", 0, 1, "#&amp;b")]
    public void What_is_hidden_is_the_whole_escape(string text, int start, int end, string expected) =>
        Assert.Equal(expected, Hidden(text, new UnescapedText(text).Next()!, start, end));

    [Fact]
    public void So_it_is_through_two_levels_and_without_line_breaks()
    {
        const string twice = "a%252Bb";
        const string lines = "a\r\nb\nc";

        Assert.Equal("a#####b", Hidden(twice, new UnescapedText(twice).Next()!.Next()!, 1, 2));
        Assert.Equal("a\r\n##c", Hidden(lines, new UnescapedText(lines).WithoutLineBreaks(), 1, 2));
    }

    [Theory]
    [InlineData("a\r\nb", "ab")]
    [InlineData("\ra\n", "a")]
    [InlineData("a b\tc", "a b\tc")]
    public void Line_breaks_are_taken_out_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, new UnescapedText(text).WithoutLineBreaks().Text);

    [Fact]
    public void What_is_hidden_adds_up()
    {
        UnescapedText text = new("abcd");
        bool[]? hidden = null;

        text.Hide(0, 1, ref hidden);
        text.Hide(2, 3, ref hidden);

        Assert.Equal([true, false, true, false], hidden!);
    }

    private static string Hidden(string source, UnescapedText text, int start, int end)
    {
        bool[]? hidden = null;
        text.Hide(start, end, ref hidden);
        return string.Concat(source.Select((c, i) => hidden![i] ? '#' : c));
    }
}
