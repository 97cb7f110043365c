using System.Text;
using System.Text.Json;
using DatabricksApps.Tool.Documents;

namespace DatabricksApps.Tool.Tests.Documents;

/// <summary>JSON with one value a line.</summary>
public sealed class IndentedJsonTests
{
    private const string Indented = """
        {
          "b": 1.0,
          "a": [
            1e5,
            -0,
            "x\u00e9\/y é"
          ],
          "a": {},
          "c": [],
          "d": [
            {
              "e": null
            },
            []
          ]
        }

        """;

    [Theory]
    [InlineData("""{"b":1.0,"a":[1e5,-0,"x\u00e9\/y é"],"a":{},"c":[],"d":[{"e":null},[]]}""")]
    [InlineData(" { \"b\" : 1.0, \"a\":[1e5,\r\n-0,\"x\\u00e9\\/y é\"], \"a\": { }, \"c\":[ ], \"d\":[{\"e\":null},[]]} \n\n")]
    [InlineData(Indented)]
    public void Only_the_space_between_values_is_changed(string json) => Assert.Equal(Indented, IndentedJson.Of(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":1}{""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{/* */"a":1}""")]
    public void What_is_no_JSON_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => IndentedJson.Of(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Schemas_lie_in_schemas()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 900)) + string.Concat(Enumerable.Repeat("]", 900));

        Assert.Equal(deep, string.Concat(IndentedJson.Of(Encoding.UTF8.GetBytes(deep)).Where(character => !char.IsWhiteSpace(character))));
    }
}
