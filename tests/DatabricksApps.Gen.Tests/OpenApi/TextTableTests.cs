using System.Text;
using System.Text.Json;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class TextTableTests
{
    [Fact]
    public void A_short_text_is_made_once()
    {
        string[] texts = Read("""["type","é","type","é"]""");

        Assert.Same(texts[0], texts[2]);
        Assert.Same(texts[1], texts[3]);
    }

    [Theory]
    [InlineData("\"a\\u0062\"", "ab")]
    [InlineData("\"\"", "")]
    [InlineData("\"0123456789012345678901234567890123456789\"", "0123456789012345678901234567890123456789")]
    public void Escaped_empty_and_long_texts_are_read_as_they_are(string json, string expected) =>
        Assert.Equal([expected], Read($"[{json}]"));

    [Fact]
    public void Texts_that_share_a_slot_are_told_apart()
    {
        // More texts than there are slots, twice.
        string[] expected = [.. Enumerable.Range(0, 20_000).Select(i => $"key{i % 10_000}")];

        Assert.Equal(expected, Read(JsonSerializer.Serialize(expected)));
    }

    private static string[] Read(string json)
    {
        TextTable table = new();
        List<string> texts = [];
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(table.Read(ref reader));
            }
        }

        return [.. texts];
    }
}
