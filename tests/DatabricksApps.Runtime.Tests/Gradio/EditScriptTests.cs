using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gradio;

namespace DatabricksApps.Tests.Gradio;

public sealed class EditScriptTests
{
    [Theory]
    [InlineData("""[["append",[]," more"]]""", "\"text\"", "\"text more\"")]
    [InlineData("""[["replace",[],{"a":1}]]""", "\"text\"", """{"a":1}""")]
    [InlineData("[]", """{"a":1}""", """{"a":1}""")]
    [InlineData("""[["add",["b"],[1]],["add",["b",1],2],["append",["s"],"y"]]""", """{"s":"x"}""", """{"s":"xy","b":[1,2]}""")]
    [InlineData("""[["delete",[0]],["delete",[0]],["replace",[0],"z"]]""", """[1,2,3]""", """["z"]""")]
    [InlineData("""[["delete",["a"]]]""", """{"a":1,"b":2}""", """{"b":2}""")]
    [InlineData("""[["replace",["a",1,"b"],null]]""", """{"a":[0,{"b":1}]}""", """{"a":[0,{"b":null}]}""")]
    [InlineData("""[["add",[0],"first"]]""", """["second"]""", """["first","second"]""")]
    public void Edits_are_applied_in_their_order(string edits, string before, string after)
    {
        using JsonDocument script = JsonDocument.Parse(edits);

        Assert.Equal(after, EditScript.Apply(JsonNode.Parse(before), script.RootElement)?.ToJsonString());
    }

    [Theory]
    [InlineData("""[["append",[],"x"]]""", "1")]
    [InlineData("""[["replace",["a","b"],1]]""", """{"a":1}""")]
    [InlineData("""[["delete",[3]]]""", "[1]")]
    [InlineData("""[["swap",[],1]]""", "1")]
    [InlineData("""[["replace"]]""", "1")]
    [InlineData("""{"replace":1}""", "1")]
    public void Edits_that_do_not_fit_are_no_JSON_of_the_app(string edits, string before)
    {
        using JsonDocument script = JsonDocument.Parse(edits);

        Assert.Throws<JsonException>(() => EditScript.Apply(JsonNode.Parse(before), script.RootElement));
    }
}
