using DatabricksApps.Gen.Emit;

namespace DatabricksApps.Gen.Tests.Emit;

public sealed class WritingTests
{
    [Fact]
    public void Lines_are_indented_and_blank_ones_stay_blank()
    {
        CodeWriter writer = new();
        using (writer.Block("class A"))
        {
            writer.WriteLine("int x;\r\n\nint y;");
            using (writer.Block(footer: ";"))
            {
                writer.WriteLine();
            }
        }

        Assert.Equal("class A\n{\n    int x;\n\n    int y;\n    {\n\n    };\n}\n", writer.End());
    }

    [Fact]
    public void Writers_share_memory_and_no_text()
    {
        CodeWriter first = new();
        first.WriteLine("first");
        CodeWriter second = new();
        second.WriteLine("second");
        Assert.Equal(("second\n", "first\n"), (second.End(), first.End()));

        CodeWriter third = new();
        third.WriteLine("third");
        Assert.Equal("third\n", third.End());
    }

    [Theory]
    [InlineData("Item", "Item")]
    [InlineData("class", "@class")]
    [InlineData("record", "@record")]
    [InlineData("_1", "_1")]
    [InlineData("Größe", "Größe")]
    public void A_name_that_is_a_keyword_is_escaped(string name, string expected) => Assert.Equal(expected, CSharpText.Identifier(name));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("@a")]
    [InlineData("a\u200D")]
    [InlineData("a;b")]
    public void What_is_no_name_is_a_mistake_of_Binding(string name) =>
        Assert.Throws<ArgumentException>(() => CSharpText.Identifier(name));

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\r\n\0\u2028\u202E", "\"\\u000D\\n\\u0000\\u2028\\u202E\"")]
    [InlineData("é", "\"é\"")]
    [InlineData("\uD83D\uDE00", "\"\\uD83D\\uDE00\"")]
    public void A_literal_is_one_token(string text, string expected) => Assert.Equal(expected, CSharpText.Literal(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_where_UTF8_has_none()
    {
        Assert.Equal("\"a\uFFFD\"u8", CSharpText.Utf8Literal("a\uD800"));
        Assert.Equal("a\uFFFDb", CSharpText.Xml("a\uDC00b"));
        Assert.Equal("\"\\uD800\"", CSharpText.Literal("\uD800"));
    }

    [Theory]
    [InlineData("a <b> & c", "a &lt;b&gt; &amp; c")]
    [InlineData("", "")]
    [InlineData(" ", "")]
    [InlineData("a b", "a b")]
    [InlineData(" a", "a")]
    [InlineData("a ", "a")]
    [InlineData("a  b", "a b")]
    [InlineData("a\x7F", "a\uFFFD")]
    [InlineData("  a\r\n\t b\u2028c  ", "a b c")]
    [InlineData("a\0\u202Eb", "a\uFFFD\uFFFDb")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void Documentation_is_one_line_of_XML(string text, string expected) => Assert.Equal(expected, CSharpText.Xml(text));

    [Theory]
    [InlineData("10", "L", "10L")]
    [InlineData("-9223372036854775808", "L", "-9223372036854775808L")]
    [InlineData("1.5e-3", "D", "1.5e-3D")]
    public void A_number_is_spelled_as_in_JSON(string json, string suffix, string expected) =>
        Assert.Equal(expected, CSharpText.Number(json, suffix));

    [Theory]
    [InlineData("1.5", "L")]
    [InlineData("", "D")]
    [InlineData("1;", "D")]
    [InlineData("NaN", "D")]
    [InlineData("٣", "L")]
    [InlineData(" 1", "L")]
    public void What_is_no_number_is_a_mistake_of_Binding(string json, string suffix) =>
        Assert.Throws<ArgumentException>(() => CSharpText.Number(json, suffix));
}
