using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class EnumTests
{
    [Fact]
    public void A_named_value_is_read_without_an_allocation()
    {
        JsonEnum values = new("new", "sold-out");
        Assert.Same(Read(values, "\"sold-out\""), Read(values, "\"sold-out\""));
        Assert.Equal("gone", Read(values, "\"gone\""));
        Assert.Equal("new", Read(values, "\"n\\u0065w\""));
    }

    [Fact]
    public void Values_are_found_by_their_text()
    {
        JsonEnum values = new("new", "sold-out");
        Assert.Equal(2, values.Find("sold-out"));
        Assert.Equal(0, values.Find("Sold-Out"));
        Assert.Equal(0, values.Find(null));
        Assert.Equal(2, new JsonIntegerEnum(-1, 7).Find(7));
        Assert.Equal(0, new JsonIntegerEnum(-1, 7).Find(0));
    }

    [Theory]
    [InlineData("\"a\"", 1)]
    [InlineData("\"\\u0061\"", 1)]
    [InlineData("1", 2)]
    [InlineData("true", 3)]
    [InlineData("null", 4)]
    [InlineData("\"1\"", 0)]
    public void A_mixed_value_is_found_by_its_JSON(string json, int expected) =>
        Assert.Equal(expected, new JsonMixedEnum("\"a\"", "1", "true", "null").Find(json));

    [Fact]
    public void A_mixed_value_may_lie_as_deep_as_an_answer()
    {
        string json = new string('[', 250) + new string(']', 250);
        string value = JsonOf.Read<string, MixedText>(json);

        Assert.Equal(json, JsonOf.Write<string, MixedText>(value));
        Assert.Equal(0, new JsonMixedEnum("1").Find(value));
        Assert.ThrowsAny<JsonException>(() => JsonOf.Write<string, MixedText>("{"));
    }

    [Theory]
    [InlineData("\"new\"", JsonFit.OfName)]
    [InlineData("\"other\"", JsonFit.Any + 1)]
    [InlineData("1", JsonFit.None)]
    public void A_named_value_fits_best(string json, int expected)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        Assert.Equal(expected, new JsonEnum("new").Fit(reader));
    }

    private static string Read(JsonEnum values, string json)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return values.Read(ref reader);
    }

    private readonly struct MixedText : IJson<string>
    {
        public static string Read(ref Utf8JsonReader reader) => JsonMixedEnum.Read(ref reader);

        public static void Write(Utf8JsonWriter writer, string value) => JsonMixedEnum.Write(writer, value);

        public static int Fit(Utf8JsonReader reader) => JsonFit.Any;
    }
}
