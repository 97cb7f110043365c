using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class TextTests
{
    [Theory]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("3F2504E04F8941D39A0C0305E82C3301")]
    [InlineData("{3f2504e0-4f89-41d3-9a0c-0305e82c3301}")]
    [InlineData("urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    public void A_UUID_reads_in_every_form(string text)
    {
        Guid value = JsonOf.Read<Guid, GuidJson>($"\"{text}\"");
        Assert.Equal("\"3f2504e0-4f89-41d3-9a0c-0305e82c3301\"", JsonOf.Write<Guid, GuidJson>(value));
    }

    [Theory]
    [InlineData("\"not a UUID\"", "The string \"not a UUID\" cannot be read as a UUID.")]
    [InlineData("7", "The number 7 cannot be read as a UUID.")]
    public void What_is_no_UUID_says_so(string json, string message) =>
        Assert.Equal(message, JsonOf.Fault<Guid, GuidJson>(json));

    [Theory]
    [InlineData("../relative")]
    [InlineData("/api/items")]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("HTTPS://User@Example.com:443/a/../b;c=1?c=%C3%A9#d")]
    [InlineData("http://[::1]:80/a")]
    [InlineData("urn:isbn:0451450523")]
    [InlineData("mailto:a@example.com")]
    public void A_URI_is_written_as_it_was_read(string text) =>
        Assert.Equal($"\"{text}\"", JsonOf.Write<Uri, UriJson>(JsonOf.Read<Uri, UriJson>($"\"{text}\"")));

    [Theory]
    [InlineData("https://example.com/a b?c=%C3%A9#d", "https://example.com/a%20b?c=%C3%A9#d")]
    [InlineData("https://example.com/ä?q=\uD83D\uDE00", "https://example.com/%C3%A4?q=%F0%9F%98%80")]
    [InlineData("https://example.com/100%?a[0]={b}|c^", "https://example.com/100%25?a%5B0%5D=%7Bb%7D%7Cc%5E")]
    [InlineData("https://example.com/#a#b", "https://example.com/#a%23b")]
    [InlineData("http://[::1]/a b", "http://[::1]/a%20b")]
    [InlineData("https://me@bücher.example:8443/ä", "https://me@xn--bcher-kva.example:8443/%C3%A4")]
    [InlineData("https://example.com/a\\b c", "https://example.com/a/b%20c")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("a b/ä", "a%20b/%C3%A4")]
    public void What_no_URI_holds_is_escaped_and_reads_as_the_same(string text, string expected)
    {
        string written = JsonOf.Write<Uri, UriJson>(new Uri(text, UriKind.RelativeOrAbsolute));

        Assert.Equal($"\"{expected}\"", written);
        Assert.Equal(written, JsonOf.Write<Uri, UriJson>(JsonOf.Read<Uri, UriJson>(written)));
    }

    [Theory]
    [InlineData("+/8=")]
    [InlineData("-_8=")]
    [InlineData("-_8")]
    public void Bytes_read_from_both_alphabets_of_base64(string text)
    {
        byte[] value = JsonOf.Read<byte[], BytesJson>($"\"{text}\"");
        Assert.Equal([0xFB, 0xFF], value);
        Assert.Equal("\"+/8=\"", JsonOf.Write<byte[], BytesJson>(value));
    }

    [Fact]
    public void What_is_no_base64_says_so()
    {
        Assert.Equal("The string \"a\" cannot be read as base64.", JsonOf.Fault<byte[], BytesJson>("\"a\""));
        Assert.Equal("The string \"%%%%\" cannot be read as base64.", JsonOf.Fault<byte[], BytesJson>("\"%%%%\""));
        Assert.Empty(JsonOf.Read<byte[], BytesJson>("\"\""));
    }

    [Fact]
    public void A_string_is_sent_with_no_more_escapes_than_JSON_demands() =>
        Assert.Equal("\"é<&'+\\u0001\\\"\"", JsonOf.Write<string, StringJson>("é<&'+\u0001\""));

    [Fact]
    public void Any_JSON_is_kept_as_it_is()
    {
        JsonElement value = JsonOf.Read<JsonElement, AnyJson>("{\"a\":[1.50,null]}");
        Assert.Equal("{\"a\":[1.50,null]}", JsonOf.Write<JsonElement, AnyJson>(value));
        Assert.Equal("null", JsonOf.Write<JsonElement, AnyJson>(default));
    }
}
