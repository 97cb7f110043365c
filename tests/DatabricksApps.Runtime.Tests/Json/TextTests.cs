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
    [InlineData("\"not a UUID\"", "This string cannot be read as a UUID.")]
    [InlineData("7", "The number 7 cannot be read as a UUID.")]
    public void What_is_no_UUID_says_so(string json, string message) =>
        Assert.Equal(message, JsonOf.Fault<Guid, GuidJson>(json));

    [Theory]
    [InlineData("https://example.com/a b?c=%C3%A9#d")]
    [InlineData("../relative")]
    [InlineData("https://example.com")]
    public void A_URI_is_written_as_it_was_read(string text) =>
        Assert.Equal($"\"{text}\"", JsonOf.Write<Uri, UriJson>(JsonOf.Read<Uri, UriJson>($"\"{text}\"")));

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
        Assert.Equal("This string cannot be read as base64.", JsonOf.Fault<byte[], BytesJson>("\"a\""));
        Assert.Equal("This string cannot be read as base64.", JsonOf.Fault<byte[], BytesJson>("\"%%%%\""));
        Assert.Empty(JsonOf.Read<byte[], BytesJson>("\"\""));
    }

    [Fact]
    public void A_string_is_sent_with_no_more_escapes_than_JSON_demands() =>
        Assert.Equal("\"é<&'+\\u0001\\\"\"", JsonOf.Write<string, StringJson>("é<&'+\u0001\""));

    [Fact]
    public void A_message_never_shows_a_string_since_it_may_be_a_secret() =>
        Assert.DoesNotContain("hunter2", JsonOf.Fault<bool, BooleanJson>("\"hunter2\""), StringComparison.Ordinal);

    [Fact]
    public void Any_JSON_is_kept_as_it_is()
    {
        JsonElement value = JsonOf.Read<JsonElement, AnyJson>("{\"a\":[1.50,null]}");
        Assert.Equal("{\"a\":[1.50,null]}", JsonOf.Write<JsonElement, AnyJson>(value));
        Assert.Equal("null", JsonOf.Write<JsonElement, AnyJson>(default));
    }
}
