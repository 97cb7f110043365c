using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What a schema is, whichever of its keywords says so.</summary>
public sealed class SchemaFactRules
{
    [Theory]
    [InlineData("""{"type":"null"}""", true)]
    [InlineData("""{"const":null}""", true)]
    [InlineData("""{"enum":[null]}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/Null"}""", true)]
    [InlineData("""{"type":["null","string"]}""", false)]
    [InlineData("""{"enum":[null,"a"]}""", false)]
    [InlineData("""{"enum":[]}""", false)]
    [InlineData("""{"const":1}""", false)]
    [InlineData("{}", false)]

    // Says more than that it is null.
    [InlineData("""{"type":"null","properties":{"a":{}}}""", false)]
    [InlineData("""{"type":"null","anyOf":[{}]}""", false)]
    [InlineData("""{"type":"null","oneOf":[{}]}""", false)]
    [InlineData("""{"type":"null","allOf":[{}]}""", false)]
    public void Nothing_but_null_is(string schema, bool expected) => Assert.Equal(expected, SchemaFacts.IsNull(Read(schema)));

    [Theory]
    [InlineData("""{"type":["null","string"]}""", true)]
    [InlineData("""{"enum":["a",null]}""", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", true)]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Null"},{"type":"string"}]}""", true)]
    [InlineData("""{"enum":["a"]}""", false)]
    [InlineData("""{"anyOf":[{"type":["string","null"]}]}""", false)]
    [InlineData("""{"allOf":[{"type":"null"}]}""", false)]
    [InlineData("{}", false)]
    public void Null_too_is(string schema, bool expected) => Assert.Equal(expected, SchemaFacts.AllowsNull(Read(schema)));

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"title\":\"T\",\"description\":\"D\",\"default\":1,\"additionalProperties\":{}", false)]
    [InlineData(",\"title\":\"T\",\"description\":\"D\",\"default\":1,\"pattern\":\"a\"", true)]
    [InlineData(",\"allOf\":[{}]", false)]
    [InlineData(",\"type\":\"object\"", false)]
    [InlineData(",\"properties\":{\"a\":{}}", false)]
    [InlineData(",\"required\":[\"a\"]", false)]
    [InlineData(",\"patternProperties\":{\"a\":{}}", false)]
    [InlineData(",\"additionalProperties\":true", false)]
    [InlineData(",\"items\":{}", false)]
    [InlineData(",\"prefixItems\":[{}]", false)]
    [InlineData(",\"enum\":[1]", false)]
    [InlineData(",\"const\":1", false)]
    [InlineData(",\"format\":\"x\"", false)]
    [InlineData(",\"discriminator\":{\"propertyName\":\"k\"}", false)]
    public void Branches_alone_are_all_that_a_schema_has(string more, bool expected)
    {
        Assert.Equal(expected, SchemaFacts.IsBranchesOnly(Read($$"""{"anyOf":[{"type":"string"}]{{more}}}""")));
        Assert.Equal(expected, SchemaFacts.IsBranchesOnly(Read($$"""{"oneOf":[{"type":"string"}]{{more}}}""")));
    }

    [Fact]
    public void Without_branches_it_has_none() => Assert.False(SchemaFacts.IsBranchesOnly(Read("{}")));

    [Theory]
    [InlineData("""{"const":"a"}""", "\"a\"")]
    [InlineData("""{"enum":["a"]}""", "\"a\"")]
    [InlineData("""{"const":null}""", "null")]
    [InlineData("""{"enum":["a","b"]}""", null)]
    [InlineData("""{"enum":["a","a"]}""", "\"a\"")]
    [InlineData("""{"enum":[null]}""", "null")]
    [InlineData("""{"type":"null"}""", "null")]
    [InlineData("""{"enum":[]}""", null)]
    [InlineData("""{"$ref":"#/components/schemas/Const"}""", "1")]
    [InlineData("""{"$ref":"#/components/schemas/Const","description":"d"}""", "1")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Const"}]}""", "1")]
    [InlineData("""{"allOf":[{"type":"integer"},{"$ref":"#/components/schemas/Const"}]}""", "1")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Const"}]}""", "1")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Const"},{"type":"null"}]}""", null)]
    [InlineData("""{"$ref":"#/components/schemas/Const","nullable":true}""", null)]
    [InlineData("""{"enum":["a"],"nullable":true}""", null)]
    [InlineData("{}", null)]
    public void The_one_value_is(string schema, string? expected) => Assert.Equal(expected, SchemaFacts.ConstantOf(Read(schema))?.Json);

    [Theory]

    // Says which values are right, not what they are.
    [InlineData("{}", true)]
    [InlineData("""{"required":["a"]}""", true)]
    [InlineData("""{"title":"T","minLength":1,"pattern":"a","minProperties":1}""", true)]
    [InlineData("""{"type":"object"}""", true)]
    [InlineData("""{"additionalProperties":false}""", true)]
    [InlineData("""{"additionalProperties":true}""", true)]
    [InlineData("""{"readOnly":true}""", true)]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", false)]
    [InlineData("""{"$ref":"#/components/schemas/Const"}""", false)]
    [InlineData("""{"$ref":"#/nothing"}""", false)]
    [InlineData("""{"properties":{"a":{}}}""", false)]
    [InlineData("""{"patternProperties":{"a":{}}}""", false)]
    [InlineData("""{"items":{}}""", false)]
    [InlineData("""{"prefixItems":[{}]}""", false)]
    [InlineData("""{"enum":[1]}""", false)]
    [InlineData("""{"const":1}""", false)]
    [InlineData("""{"format":"x"}""", false)]
    [InlineData("""{"anyOf":[{}]}""", false)]
    [InlineData("""{"oneOf":[{}]}""", false)]
    [InlineData("""{"allOf":[{}]}""", false)]
    [InlineData("""{"type":"string"}""", false)]
    [InlineData("""{"type":"integer"}""", false)]
    [InlineData("""{"type":"number"}""", false)]
    [InlineData("""{"type":"boolean"}""", false)]
    [InlineData("""{"type":"array"}""", false)]
    [InlineData("""{"type":"null"}""", false)]
    [InlineData("""{"type":["object","string"]}""", false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void A_constraint_alone_is(string schema, bool expected) => Assert.Equal(expected, SchemaFacts.IsConstraintOnly(Read(schema)));

    [Theory]
    [InlineData("""{"type":"object"}""", true)]
    [InlineData("""{"properties":{"a":{}}}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/Object"}""", true)]
    [InlineData("""{"type":"string"}""", false)]
    [InlineData("""{"type":["object","string"]}""", false)]
    [InlineData("{}", false)]

    // Branches that only say which members are needed leave it one; cases do not.
    [InlineData("""{"type":"object","anyOf":[{"required":["a"]},{"required":["b"]}]}""", true)]
    [InlineData("""{"type":"object","anyOf":[{"required":["a"]},{"properties":{"b":{}}}]}""", false)]

    // Parts are objects or constraints, and a schema without a part is told by itself.
    [InlineData("""{"allOf":[{"type":"object"}]}""", true)]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Object"},{"required":["a"]}]}""", true)]
    [InlineData("""{"allOf":[{"required":["a"]}]}""", true)]
    [InlineData("""{"allOf":[{"type":"object"},{"type":"string"}]}""", false)]
    [InlineData("""{"allOf":[{"type":"string"}]}""", false)]
    [InlineData("""{"allOf":[{"allOf":[{"type":"string"}]}]}""", false)]
    [InlineData("""{"allOf":[{"allOf":[{"type":"object"}]}]}""", true)]

    // Parts in a circle say nothing more about each other.
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/S"},{"type":"object"}]}""", true)]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/S"},{"type":"string"}]}""", false)]
    public void An_object_is(string schema, bool expected) => Assert.Equal(expected, SchemaFacts.IsObject(Read(schema)));

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void What_inherits_through_a_hundred_is_an_object_and_through_more_is_none(int depth, bool expected)
    {
        string schema = string.Concat(Enumerable.Repeat("""{"allOf":[""", depth)) + """{"type":"object"}""" + string.Concat(Enumerable.Repeat("]}", depth));

        Assert.Equal(expected, SchemaFacts.IsObject(Read(schema)));
    }

    [Fact]
    public void Of_both_kinds_of_branches_oneOf_counts()
    {
        ApiSchema both = Read("""{"oneOf":[{"type":"string"}],"anyOf":[{"type":"integer"}]}""");

        Assert.Same(both.OneOf, SchemaFacts.Branches(both));
    }

    [Fact]
    public void References_are_followed_to_their_end_and_circles_end()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/C"}, "C": {"type": "string"}
            """);

        Assert.Same(reading["C"], SchemaFacts.Follow(reading["A"]));
        ApiSchema circle = new() { Pointer = "" };
        circle.Target = new ApiComponent { Name = "Circle", Schema = circle };
        Assert.Same(circle, SchemaFacts.Follow(circle));
    }

    private static ApiSchema Read(string schema) => Reading.OfSchemas($$"""
        "S": {{schema}}, "Null": {"type": "null"}, "Const": {"const": 1}, "Object": {"type": "object"}
        """)["S"];
}
