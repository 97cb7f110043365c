namespace DatabricksApps.Gen.Tests.Binding;

/// <summary>Unions that name a component and its nullable twin, and base schemas that have one.</summary>
public sealed class NullableUnionTests
{
    [Fact]
    public void A_union_of_both_is_the_one_or_null_and_a_larger_one_has_one_case_for_both()
    {
        const string Cat = """ "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}} """;
        BoundDocument bound = NullableTwinTests.OfSchemas($$$"""
            "cat": { {{{Cat}}}},
            "nullable-cat": { {{{Cat}}}, "nullable": true},
            "dog": {"type": "object", "required": ["kind", "tail"], "properties": {"kind": {"type": "string"}, "tail": {"type": "boolean"} } },
            "Pet": {"oneOf": [{"$ref": "#/components/schemas/cat"}, {"$ref": "#/components/schemas/nullable-cat"}, {"$ref": "#/components/schemas/dog"}],
                    "discriminator": {"propertyName": "kind", "mapping": {"c": "#/components/schemas/cat", "n": "#/components/schemas/nullable-cat", "d": "#/components/schemas/dog"} } },
            "Named": {"oneOf": [{"$ref": "#/components/schemas/nullable-cat"}, {"$ref": "#/components/schemas/dog"}], "discriminator": {"propertyName": "kind"}},
            "Item": {"required": ["only", "pet", "named"], "properties": {
              "only": {"oneOf": [{"$ref": "#/components/schemas/cat"}, {"$ref": "#/components/schemas/nullable-cat"}]},
              "pet": {"$ref": "#/components/schemas/Pet"},
              "named": {"$ref": "#/components/schemas/Named"} } }
            """);

        Assert.Equal(
            [
                "record Cat(Constant String Kind = String:c)",
                "record Dog(Required String Kind, Required Boolean Tail)",
                "record Item(Required Cat? Only, Required Pet? Pet, Required Named? Named)",
                "union Named(Cat: Cat [nullable-cat], Dog: Dog [dog]) by kind",
                "union Pet(Cat: Cat [c|n], Dog: Dog [d]) by kind",
            ],
            bound.Types);
    }

    [Fact]
    public void A_base_with_a_discriminator_is_the_union_of_what_inherits_it_or_null()
    {
        const string Pet = """
            "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind", "mapping": {"c": "#/components/schemas/Cat"}}
            """;
        BoundDocument bound = NullableTwinTests.OfSchemas($$$"""
            "Pet": { {{{Pet}}}},
            "NullablePet": { {{{Pet}}}, "nullable": true},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"type": "integer"} } }]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"tail": {"type": "boolean"} } }]},
            "Item": {"required": ["pet"], "properties": {"pet": {"$ref": "#/components/schemas/NullablePet"} } }
            """);

        Assert.Equal(
            [
                "record Cat(Constant String Kind = String:c, Optional Int64? Lives)",
                "record Dog(Constant String Kind = String:Dog, Optional Boolean? Tail)",
                "record Item(Required Pet? Pet)",
                "union Pet(Cat: Cat [c], Dog: Dog [Dog]) by kind",
            ],
            bound.Types);
    }

    [Theory]
    [InlineData("n", "Pet", "union NullablePet(Cat: Cat [n], Base: NullablePetBase [NullablePet]) by kind", "union Pet(Cat: Cat [c], Dog: Dog [Dog]) by kind")]
    [InlineData("c", "NullablePet", "union NullablePet(Cat: Cat [c], Dog: Dog [Dog]) by kind", "union Pet(Cat: Cat [c], Base: PetBase [Pet]) by kind")]
    public void A_base_of_other_values_or_heirs_is_a_union_of_its_own(string value, string inherited, string nullable, string plain)
    {
        string Pet(string tag) => $$$"""
            "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind", "mapping": {"{{{tag}}}": "#/components/schemas/Cat"}}
            """;
        BoundDocument bound = NullableTwinTests.OfSchemas($$$"""
            "Pet": { {{{Pet("c")}}}},
            "NullablePet": { {{{Pet(value)}}}, "nullable": true},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"type": "integer"} } }]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/{{{inherited}}}"}, {"properties": {"tail": {"type": "boolean"} } }]}
            """);

        Assert.Equal(nullable, bound.TypeOf("NullablePet"));
        Assert.Equal(plain, bound.TypeOf("Pet"));
    }
}
