using System.Text;
using DatabricksApps.Fuzz.Runtime;
using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Tests;

/// <summary>How cases are made.</summary>
public sealed class CasesTests
{
    [Fact]
    public void A_case_is_the_same_for_the_same_seed_and_number()
    {
        foreach (CaseKind kind in CaseKinds.Select(Repository.FindOwn(), []))
        {
            FuzzCase again = CaseKinds.Select(Repository.FindOwn(), [kind.Name]).Single().Create(7, 3);

            Assert.Equal(kind.Create(7, 3).Input, again.Input);
            Assert.NotEqual(kind.Create(8, 3).Input, again.Input);
        }
    }

    [Theory]
    [InlineData("""{"a":[1,-0.0,1E400,null,true],"a":{},"":"\ud800x\u0000\n\"\\"}""")]
    [InlineData("\"\U0001F600\"")]
    [InlineData("[]")]
    public void JSON_is_read_and_written_as_it_stands(string json)
    {
        Node? node = JsonText.Read(json);

        Assert.NotNull(node);
        Assert.Equal(json.Replace("\\n", "\\u000a"), JsonText.Write(node));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1] 2")]
    [InlineData("\"\\x\"")]
    public void What_is_not_JSON_has_no_tree(string text) => Assert.Null(JsonText.Read(text));

    [Fact]
    public void A_script_comes_back_as_it_was_written()
    {
        byte[] written = new Script { Body = [0, 255, (byte)'\n'] }.Add("@call", "ReadThing").Add("Content-Type", "a: b").Write();

        Script script = Script.Read(written);

        Assert.Equal("@call ReadThing\nContent-Type:a: b\n\n", Encoding.Latin1.GetString(written)[..^3]);
        Assert.Equal("ReadThing", script.Get("@call"));
        Assert.Equal([("Content-Type", "a: b")], script.Headers);
        Assert.Equal([0, 255, (byte)'\n'], script.Body);
    }
}
