using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which components inherit which, and which are one.</summary>
public sealed class FamilyRules
{
    private const string Family = """
        "Pet": {"type": "object", "discriminator": {"propertyName": "k", "mapping": {"x": "Extra"}}},
        "Extra": {"type": "object"},
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"a": {}}}]},
        "Kitten": {"allOf": [{"$ref": "#/components/schemas/Cat"}]},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}], "properties": {"b": {}}, "discriminator": {"propertyName": "k"}},
        "Poodle": {"allOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Pet"}]},
        "Lone": {"type": "object", "discriminator": {"propertyName": "k"}},
        "Cases": {"oneOf": [{"$ref": "#/components/schemas/Extra"}], "type": "object", "discriminator": {"propertyName": "k", "mapping": {"x": "Extra"}}},
        "Any": {"anyOf": [{"$ref": "#/components/schemas/Extra"}], "type": "object", "discriminator": {"propertyName": "k", "mapping": {"x": "Extra"}}},
        "Text": {"type": "string", "discriminator": {"propertyName": "k", "mapping": {"x": "Extra"}}},
        "Holder": {"properties": {"p": {"$ref": "#/components/schemas/Pet"}}}
        """;

    [Theory]

    // Those of the mapping first, then what inherits it, through others too; what inherits a base among them is that base's.
    [InlineData("Pet", "Extra,Cat,Dog,Kitten")]
    [InlineData("Dog", "Poodle")]
    [InlineData("Lone", null)]
    [InlineData("Cases", null)]
    [InlineData("Any", null)]
    [InlineData("Text", null)]
    [InlineData("Cat", null)]
    [InlineData("Extra", null)]
    public void The_members_of_a_base_are(string name, string? members)
    {
        IReadOnlyList<ApiComponent> components = Reading.OfSchemas(Family).Document.Schemas;
        Families families = new(components);

        Assert.Equal(members, families.MembersOf(components.Single(c => c.Name == name)) is { } found ? string.Join(',', found.Select(c => c.Name)) : null);
        Assert.Null(families.MembersOf((ApiComponent?)null));
    }

    [Fact]
    public void A_base_that_inherits_itself_is_a_member_all_the_same()
    {
        IReadOnlyList<ApiComponent> components = Reading.OfSchemas("""
            "Pet": {"type": "object", "discriminator": {"propertyName": "k"}},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"$ref": "#/components/schemas/Dog"}], "type": "object", "discriminator": {"propertyName": "k"}}
            """).Document.Schemas;

        Assert.Equal("Dog", Assert.Single(new Families(components).MembersOf(components[0])!).Name);
    }

    [Theory]
    [InlineData("Cat", "Pet", true)]
    [InlineData("Kitten", "Pet", true)]
    [InlineData("Poodle", "Dog", true)]
    [InlineData("Poodle", "Pet", true)]
    [InlineData("Pet", "Cat", false)]
    [InlineData("Pet", "Pet", false)]
    [InlineData("Dog", "Dog", false)]
    [InlineData("Holder", "Pet", false)]
    [InlineData("Kitten", "Cat", false)]
    public void One_inherits_another(string heir, string from, bool expected)
    {
        IReadOnlyList<ApiComponent> components = Reading.OfSchemas(Family).Document.Schemas;

        Assert.Equal(expected, new Families(components).Inherits(components.Single(c => c.Name == heir), components.Single(c => c.Name == from)));
    }

    [Theory]
    [InlineData("Pet", "Pet,Extra,Cat,Dog,Kitten,Poodle")]
    [InlineData("Lone", "Lone")]
    public void What_a_base_stands_for_is_it_and_all_below(string name, string below)
    {
        IReadOnlyList<ApiComponent> components = Reading.OfSchemas(Family).Document.Schemas;

        Assert.Equal(below, string.Join(',', new Families(components).Below(components.Single(c => c.Name == name)).Select(c => c.Name)));
    }

    [Theory]

    // A base is a case where no mapping says which ones there are, or one names it, or there would be one alone.
    [InlineData("", 2, true)]
    [InlineData("\"x\":\"A\"", 2, false)]
    [InlineData("\"x\":\"A\"", 1, true)]
    [InlineData("\"x\":\"A\",\"y\":\"Base\"", 2, true)]
    public void A_base_is_a_case_of_itself(string mapping, int members, bool expected)
    {
        IReadOnlyList<ApiComponent> components = Reading.OfSchemas($$$$"""
            "Base": {"type": "object", "discriminator": {"propertyName": "k", "mapping": {{{{{mapping}}}}}}}, "A": {"type": "object"}, "B": {"type": "object"}
            """).Document.Schemas;

        Assert.Equal(expected, Families.IsOwnMember(components[0], components.Skip(1).Take(members).ToList()));
        Assert.False(Families.IsOwnMember(components[1], [components[0]]));
    }

    [Theory]
    [InlineData("Item-Input", "Item", "-Input")]
    [InlineData("Item-Output", "Item", "-Output")]
    [InlineData("Item", null, null)]
    [InlineData("Item-input", null, null)]
    [InlineData("-Input-Output", "-Input", "-Output")]
    public void The_key_of_a_twin_is(string key, string? name, string? suffix) =>
        Assert.Equal((name, suffix), (Twins.BaseName(key), Twins.Suffix(key)));

    [Theory]
    [InlineData("\"Item-Input\":{\"type\":\"string\"},\"Item-Output\":{\"type\":\"string\"}", "Item-Input=Item-Output,Item-Output=Item-Input")]
    [InlineData("\"Item-Input\":{\"type\":\"string\"},\"Item-Output\":{\"type\":\"integer\"}", "")]
    [InlineData("\"Item-Input\":{\"type\":\"string\"},\"Other-Output\":{\"type\":\"string\"}", "")]
    [InlineData("\"Item-Input\":{\"type\":\"string\"},\"Item-Output\":{\"type\":\"string\"},\"Item\":{}", "")]
    [InlineData("\"Item-Input\":{\"items\":{\"$ref\":\"#/components/schemas/B-Input\"}},\"Item-Output\":{\"items\":{\"$ref\":\"#/components/schemas/B-Output\"}},\"B-Input\":{\"type\":\"string\"},\"B-Output\":{\"type\":\"string\"}", "B-Input=B-Output,B-Output=B-Input,Item-Input=Item-Output,Item-Output=Item-Input")]

    // Two that differ make those differ that refer to them, in whatever order they stand.
    [InlineData("\"Item-Input\":{\"items\":{\"$ref\":\"#/components/schemas/B-Input\"}},\"Item-Output\":{\"items\":{\"$ref\":\"#/components/schemas/B-Output\"}},\"B-Input\":{\"type\":\"string\"},\"B-Output\":{\"type\":\"integer\"}", "")]
    [InlineData("\"B-Input\":{\"type\":\"string\"},\"B-Output\":{\"type\":\"integer\"},\"Item-Input\":{\"items\":{\"$ref\":\"#/components/schemas/B-Input\"}},\"Item-Output\":{\"items\":{\"$ref\":\"#/components/schemas/B-Output\"}}", "")]
    [InlineData("\"Item-Input\":{\"items\":{\"$ref\":\"#/components/schemas/B-Output\"}},\"Item-Output\":{\"items\":{\"$ref\":\"#/components/schemas/B-Input\"}},\"B-Input\":{\"type\":\"string\"},\"B-Output\":{\"type\":\"string\"}", "B-Input=B-Output,B-Output=B-Input,Item-Input=Item-Output,Item-Output=Item-Input")]
    public void Twins_are(string schemas, string expected)
    {
        IReadOnlyDictionary<ApiComponent, ApiComponent> twins = Twins.Find(Reading.OfSchemas(schemas).Document.Schemas);

        Assert.Equal(expected, string.Join(',', twins.Select(pair => pair.Key.Name + "=" + pair.Value.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]

    // The first part of allOf that says what a member is; later ones add to it, references are followed, circles end.
    [InlineData("""{"properties":{"a":{},"b":{}},"required":["a"]}""", "a,b", "a", "", 0)]
    [InlineData("""{"allOf":[{"properties":{"a":{}},"required":["a"]},{"properties":{"b":{}}}],"properties":{"c":{}},"required":["c"]}""", "a,b,c", "a,c", "", 0)]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/T"},{"$ref":"#/components/schemas/T"}]}""", "t", "t", "^x", 0)]
    [InlineData("""{"allOf":[{"type":"string"},{"properties":{"a":{}}},{"required":["a"]}]}""", "a", "a", "", 1)]
    [InlineData("""{"patternProperties":{"p":{}},"allOf":[{"$ref":"#/components/schemas/T"}]}""", "t", "t", "^x,p", 0)]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/S"}],"properties":{"a":{}}}""", "a", "", "", 0)]
    public void The_parts_of_an_object_are(string schema, string members, string required, string patterns, int ignored)
    {
        ObjectParts parts = ObjectParts.Collect(Reading.OfSchemas($$$$"""
            "S": {{{{schema}}}}, "T": {"properties": {"t": {}}, "required": ["t"], "patternProperties": {"^x": {}}}
            """)["S"]);

        Assert.Equal(
            (members, required, patterns, ignored),
            (string.Join(',', parts.Properties.Select(p => p.Name)), string.Join(',', parts.Required.Order()), string.Join(',', parts.Patterns.Select(p => p.Name)), parts.Ignored.Count));
    }
}
