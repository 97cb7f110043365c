using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class JsonMembersTests
{
    [Fact]
    public void The_table_takes_names_with_any_character()
    {
        JsonMembers members = new("!a\n \\*b\n?*c\\\\\\\nd\n !?"u8);
        Assert.Equal(4, members.Count);
        Assert.Equal(("a", true, false, false), Describe(members[0]));
        Assert.Equal(("*b", false, false, false), Describe(members[1]));
        Assert.Equal(("c\\\nd", false, true, true), Describe(members[2]));
        Assert.Equal(("!?", false, false, false), Describe(members[3]));
    }

    [Fact]
    public void A_table_may_be_empty() => Assert.Equal(0, new JsonMembers(""u8).Count);

    [Theory]
    [InlineData("[]", JsonFit.None)]
    [InlineData("{\"b\":1}", JsonFit.None)]
    [InlineData("{\"a\":1}", JsonFit.Kind + 2)]
    [InlineData("{\"a\":{\"a\":1},\"b\":2}", JsonFit.Kind + 4)]
    [InlineData("{\"a\":1,\"x\":[1,2],\"y\":2}", JsonFit.Kind)]
    public void An_object_fits_by_the_names_that_it_has_and_lacks(string json, int expected)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        Assert.Equal(expected, new JsonMembers("!a\n b"u8).Fit(reader));
    }

    [Theory]
    [InlineData("{\"a\":\"x\"}", JsonFit.Kind + 2)]
    [InlineData("{\"a\":\"\\u0078\",\"b\":{}}", JsonFit.Kind + 4)]
    [InlineData("{\"a\":\"x\",\"b\":7}", JsonFit.Kind + 4)]
    [InlineData("{\"a\":\"x\",\"b\":{\"n\":1.0}}", JsonFit.Kind + 4)]
    [InlineData("{\"a\":\"x\",\"b\":{\"n\":null}}", JsonFit.Kind + 4)]
    [InlineData("{\"a\":\"y\"}", JsonFit.Never)]
    [InlineData("{\"a\":null}", JsonFit.Never)]
    [InlineData("{\"a\":\"x\",\"b\":{\"n\":2}}", JsonFit.Never)]
    [InlineData("{\"a\":\"x\",\"b\":{\"n\":\"1\"}}", JsonFit.Never)]
    public void A_constant_that_contradicts_excludes_an_object(string json, int expected)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        Assert.Equal(expected, new JsonMembers("!a\n b"u8, constants: "{\"a\":[\"x\"],\"b\":{\"n\":[1,null]}}"u8).Fit(reader));
    }

    private static (string Name, bool IsRequired, bool IsAssignable, bool IsSecret) Describe(JsonMembers.Member member) =>
        (member.NameText, member.IsRequired, member.IsAssignable, member.IsSecret);
}
