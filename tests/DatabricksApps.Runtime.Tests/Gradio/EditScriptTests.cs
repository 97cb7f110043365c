using System.Buffers;
using System.Text;
using System.Text.Json;
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
    [InlineData("""[["append",[],"\u00e4\"b"],["append",[],"é"]]""", "\"a\\n\"", "\"a\\n\\u00e4\\\"bé\"")]
    [InlineData("""[["append",["a"],[2,3]]]""", """{"a":[1]}""", """{"a":[1,2,3]}""")]
    [InlineData("""[["append",[0,"content"],"lo"],["append",[0,"content"],"!"]]""", """[{"role":"a","content":"hel"}]""", """[{"role":"a","content":"hello!"}]""")]
    [InlineData("""[["delete",[]]]""", "[1]", "null")]
    [InlineData("""[["replace",[],"x"],["append",[],"y"],["replace",[],1]]""", "[1]", "1")]
    public void Edits_are_applied_in_their_order(string edits, string before, string after)
    {
        OutputValue value = new(Json(before));
        EditScript.Apply(value, Json(edits));

        Assert.Equal(after, Encoding.UTF8.GetString(value.ToJson()));
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
        Assert.Throws<JsonException>(() => EditScript.Apply(new OutputValue(Json(before)), Json(edits)));
    }

    private static ReadOnlySequence<byte> Json(string text) => new(Encoding.UTF8.GetBytes(text));
}
