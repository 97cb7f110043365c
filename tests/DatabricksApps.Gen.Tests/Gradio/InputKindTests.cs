using System.Text.Json.Nodes;
using DatabricksApps.Gen.Gradio;

namespace DatabricksApps.Gen.Tests.Gradio;

/// <summary>By what an input of the running app is told from the one of the snapshot.</summary>
public sealed class InputKindTests
{
    private const string File = """{"properties":{"path":{},"orig_name":{},"meta":{"$ref":"#/$defs/M"}},"type":"object"}""";

    [Theory]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":"string","enum":["a"],"description":"one of"}""", "string")]
    [InlineData("""{"type":"string","enum":[1,2]}""", "string")]
    [InlineData("""{"enum":["a",1,2.5,true,null]}""", "boolean or number or string")]
    [InlineData("""{"const":3}""", "number")]
    [InlineData("""{"type":"integer"}""", "number")]
    [InlineData("""{"type":"number","description":"numeric value between 0 and 10"}""", "number")]
    [InlineData("""{"type":["string","null"]}""", "string")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"boolean"}]}""", "boolean")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"number"}]}""", "number or string")]
    [InlineData("""{"anyOf":[{"type":"string"},{}]}""", "anything")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "list of string")]
    [InlineData("""{"type":"array"}""", "list")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"type":"array"}""", "list")]
    [InlineData("""{"type":"array","items":{"$ref":"#/$defs/X"},"$defs":{"X":{"type":"integer"}}}""", "list of number")]
    [InlineData("""{"$ref":"#/$defs/X","$defs":{"X":{"$ref":"#/$defs/X"}}}""", "anything")]
    [InlineData("""{"$ref":"#/$defs/Y","$defs":{}}""", "anything")]
    [InlineData("""{"properties":{"a":{}}}""", "object")]
    [InlineData("""{"type":"object"}""", "object")]
    [InlineData("""{"type":{},"description":"any valid json"}""", "anything")]
    [InlineData("{}", "anything")]
    [InlineData("null", "anything")]
    [InlineData("[]", "anything")]
    [InlineData(File, "file")]
    [InlineData("""{"type":"array","items":""" + File + "}", "list of file")]
    public void A_kind_is_what_the_value_is_in_JSON(string schema, string kind) => Assert.Equal(kind, InputKind.Of(JsonNode.Parse(schema)));
}
