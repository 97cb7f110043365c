using DatabricksApps.Http;

namespace DatabricksApps.Tests.Http;

/// <summary>Which text a header carries, and as which.</summary>
public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("abcXYZ019-._~+/=", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a,b", false)]
    [InlineData("a\u00E9", false)]
    [InlineData("a\n", false)]
    public void A_token_has_its_own_characters(string text, bool isToken) => Assert.Equal(isToken, HeaderText.IsToken(text));

    [Theory]
    [InlineData("", true)]
    [InlineData("\t !~", true)]
    [InlineData("\u001F", false)]
    [InlineData("\u007F", false)]
    [InlineData("a\r", false)]
    [InlineData("\u00E9", false)]
    public void A_value_is_one_line_of_ASCII(string text, bool isValid) => Assert.Equal(isValid, HeaderText.IsValid(text));

    [Theory]
    [InlineData("\nab", "U+000A at position 0")]
    [InlineData("ab\u00E9", "U+00E9 at position 2")]
    public void Another_one_is_refused_with_its_place(string value, string place)
    {
        ArgumentException seen = Assert.Throws<ArgumentException>(() => HeaderText.Check("X-Name", value));

        Assert.Contains(place, seen.Message);
        Assert.Equal("X-Name", seen.ParamName);
        Assert.DoesNotContain("ab", seen.Message);
    }

    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    [InlineData("\u00E9\u20AC", "\\u00e9\\u20ac")]
    [InlineData("\"\U0001F389\"", "\"\\ud83c\\udf89\"")]
    [InlineData(" ~\u007F\u00E9", " ~\\u007f\\u00e9")]
    [InlineData("\u001F\u00E9", "\\u001f\\u00e9")]
    [InlineData("\t\u00E9", "\\u0009\\u00e9")]
    public void JSON_is_escaped_so_that_a_header_can_carry_it(string json, string expected) => Assert.Equal(expected, HeaderText.EscapeJson(json));

    [Fact]
    public void A_header_of_the_body_makes_an_empty_one_and_keeps_one_that_is_there()
    {
        using HttpRequestMessage without = new();
        using HttpRequestMessage with = new() { Content = new StringContent("x") };
        HttpContent content = with.Content;

        HeaderText.AddToContent(without, "Content-Language", "de");
        HeaderText.AddToContent(with, "Content-Language", "de");

        Assert.Equal(0, without.Content!.Headers.ContentLength);
        Assert.Equal("de", Assert.Single(without.Content.Headers.ContentLanguage));
        Assert.Same(content, with.Content);
        Assert.Equal("de", Assert.Single(with.Content.Headers.ContentLanguage));
    }

    [Fact]
    public void One_that_no_request_carries_is_refused()
    {
        using HttpRequestMessage request = new();

        ArgumentException seen = Assert.Throws<ArgumentException>(() => HeaderText.AddToContent(request, "no header", "x"));

        Assert.Equal("no header", seen.ParamName);
    }

    [Theory]
    [InlineData("image/png", true)]
    [InlineData("image/*", false)]
    [InlineData("image/png, image/gif", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("image/p\u00E9g", false)]
    public void A_media_type_can_be_sent_if_it_is_one(string? mediaType, bool isOne) => Assert.Equal(isOne, MediaTypes.IsConcrete(mediaType));
}
