using DatabricksApps.Gen.Recovery;

namespace DatabricksApps.Gen.Tests.Recovery;

/// <summary>What is still read of text that is no JSON.</summary>
public sealed class BrokenJsonTests
{
    [Theory]
    // Of one line: a member that is not whole goes, its neighbours stay.
    [InlineData("""{"a":1,,"b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":1 "b":2}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":,"b":2}""", """{"b":2}""")]
    [InlineData("""{"a":tru,"b":2}""", """{"b":2}""")]
    [InlineData("""{"a":{"b":1,"c":[1,2""", """{"a":{"b":1,"c":[1,2]}}""")]
    [InlineData("""{"a":[1,}""", """{"a":[1]}""")]
    [InlineData("""{"a":1}}}""", """{"a":1}""")]
    [InlineData("""{"a":"\ud800","b":2}""", """{"b":2}""")]
    // A quote too many or too few is lost with its line.
    [InlineData("{\n\"a\": \"x\"\",\n\"b\": 2\n}", """{"b":2}""")]
    [InlineData("{\n\"a\": \"x,\n\"b\": 2\n}", """{"b":2}""")]
    [InlineData("{\n\"a\": {\n\"b: 1,\n\"c\": 2\n}\n}", """{"a":{"b":1,"c":2}}""")]
    [InlineData("{\n\"a\n\"b\": 2\n}", """{"b":2}""")]
    // Brackets: the indentation tells.
    [InlineData("{\n  \"a\": {\n    \"b\": 1\n  \"c\": {\n    \"d\": 2\n  }\n}", """{"a":{"b":1},"c":{"d":2}}""")]
    [InlineData("{\n  \"a\": {\n    \"b\": 1\n  }\n  },\n  \"c\": 2\n}", """{"a":{"b":1},"c":2}""")]
    [InlineData("{\n  \"a\": [\n    1,\n    2\n  \"c\": 2\n}", """{"a":[1,2],"c":2}""")]
    // Where they match it says nothing.
    [InlineData("{\n\"a\": {\n\"b\": 1,,\n\"c\": 2 }\n}", """{"a":{"b":1,"c":2}}""")]
    // Comments are none of it.
    [InlineData("{ // one\n\"a\": 1, /* two } */ \"b\":, \"c\": 3 }", """{"a":1,"c":3}""")]
    public void What_is_whole_is_read(string text, string read) =>
        Assert.Equal(read, BrokenJson.Read(text, TestContext.Current.CancellationToken)?.ToJsonString());

    [Theory]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("nothing")]
    public void What_is_no_object_is_nothing(string text) => Assert.Null(BrokenJson.Read(text, TestContext.Current.CancellationToken));

    [Fact]
    public void What_is_nested_without_end_is_nothing() =>
        Assert.Null(BrokenJson.Read(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n", "a\nb\nd\n")]
    [InlineData("a\n<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> other", "a\nb\n")]
    [InlineData("a\n========\nb\n", "a\n========\nb\n")]
    public void Of_a_merge_the_first_side_counts(string text, string resolved) => Assert.Equal(resolved, ConflictMarkers.Resolve(text));

    [Theory]
    [InlineData("a: 1\nb\": {\n  c: 2\nd: 3\n", """{"a":1,"d":3}""")]
    [InlineData("a: 1\nb:\n  c: [1, 2\n  d: 4\ne: 3\n", """{"a":1,"b":{"d":4},"e":3}""")]
    public void Of_YAML_the_lines_are_left_out_that_the_parser_stops_at(string text, string read) =>
        Assert.Equal(read, BrokenYaml.Read(text, TestContext.Current.CancellationToken)?.ToJsonString());
}
