using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>The ini dialect of the Databricks CLI.</summary>
public class IniFileTests
{
    [Theory]
    [InlineData("key = value", "value")]
    [InlineData("key=a=b:c", "a=b:c")]
    [InlineData("key: value", "value")]
    [InlineData("  KEY\t=\tvalue  ", "value")]
    [InlineData("key = a#b;c", "a#b;c")]
    [InlineData("key = a #b", "a")]
    [InlineData("key = a ;b", "a")]
    [InlineData("key = a\t; b", "a")]
    [InlineData("key = # nothing", "")]
    [InlineData("key =", "")]
    [InlineData("key = \"a #b\" # c", "a #b")]
    [InlineData("key = 'a \"b'", "a \"b")]
    [InlineData("key = \"a\"b", "\"a\"b")]
    [InlineData("key = \"a", "\"a")]
    [InlineData("key = `a\n  b`", "a\n  b")]
    [InlineData("key = \"\"\"a\n\"b\" # c\n\"\"\"", "a\n\"b\" # c\n")]
    [InlineData("key = a\\\n   b\\\nc", "abc")]
    [InlineData("key = %(other)s", "%(other)s")]
    [InlineData("key = first\nkey = second", "second")]
    [InlineData("key = a\n# x = y\n; x = y\n", "a")]
    [InlineData("\"key\" = a", "a")]
    public void A_value_is_read_as_the_CLI_reads_it(string text, string value) =>
        Assert.Equal(value, Parse("[p]\n" + text).Section("p")!["key"]);

    [Fact]
    public void Sections_of_one_name_are_one_and_what_stands_before_the_first_is_the_default()
    {
        IniFile file = Parse("a = 1\n[p]\nb = 2\n[ q ]\n[p]\nc = 3\r\n");

        Assert.Equal(["DEFAULT", "p", "q"], file.Sections);
        Assert.Equal("1", file.Section("DEFAULT")!["a"]);
        Assert.Equal(("2", "3"), (file.Section("p")!["b"], file.Section("p")!["c"]));
        Assert.Empty(file.Section("q")!);
        Assert.Null(file.Section("P"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_says_the_encoding(string encoding)
    {
        Encoding kind = Encoding.GetEncoding(encoding);

        Assert.Equal("é", IniFile.Parse([.. kind.GetPreamble(), .. kind.GetBytes("[p]\na = é")]).Section("p")!["a"]);
    }

    [Theory]
    [InlineData("[p]\nsecret-without-a-key", 2, "is neither a section nor a key with its value")]
    [InlineData("[p]\n= secret", 2, "is neither a section nor a key with its value")]
    [InlineData("\n[secret", 2, "begins a section and does not end it")]
    [InlineData("a = 1\nkey = `secret\nb", 2, "begins a value with ` and nothing ends it")]
    public void A_line_that_is_none_is_told_by_its_number_not_by_its_text(string text, int line, string message)
    {
        IniException exception = Assert.Throws<IniException>(() => Parse(text));

        Assert.Equal((line, message), (exception.Line, exception.Message));
    }

    private static IniFile Parse(string text) => IniFile.Parse(Encoding.UTF8.GetBytes(text));
}
