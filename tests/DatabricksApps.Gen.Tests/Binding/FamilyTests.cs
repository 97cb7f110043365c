namespace DatabricksApps.Gen.Tests.Binding;

/// <summary>A discriminator on a base schema, which others inherit by <c>allOf</c>.</summary>
public sealed class FamilyTests
{
    [Fact]
    public void A_base_with_a_discriminator_is_a_union_of_what_inherits_it()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "name": {"type": "string"}, "friend": {"$ref": "#/components/schemas/Pet"}},
                     "discriminator": {"propertyName": "kind", "mapping": {"c": "#/components/schemas/Cat", "kitten": "#/components/schemas/Cat"}}},
             "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"type": "integer"}}}]},
             "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
             "Owner": {"properties": {"pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}, "first": {"allOf": [{"$ref": "#/components/schemas/Pet"}]}}}}
            """);

        Assert.Equal(
            [
                "record Cat(Required String Kind, Optional String? Name, Optional Pet? Friend, Optional Int64? Lives)",
                "record Dog(Constant String Kind = String:Dog, Optional String? Name, Optional Pet? Friend)",
                "record Owner(Optional List<Pet>? Pets, Optional Pet? First)",
                "union Pet(Cat: Cat [c|kitten], Dog: Dog [Dog]) by kind",
            ],
            bound.Types);
        Assert.Empty(bound.Findings);
    }

    [Fact]
    public void The_base_is_a_case_where_its_own_values_can_be()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Pet": {"type": "object", "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}},
             "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"lives": {"type": "integer"}}}]}}
            """);

        Assert.Equal("union Pet(Cat: Cat [Cat] via Kind, Base: PetBase [Pet] via Kind) by kind", bound.TypeOf("Pet"));
        Assert.Equal("record PetBase(Defaulted String Kind = String:Pet)", bound.TypeOf("PetBase"));
    }

    [Fact]
    public void A_base_among_the_cases_stands_for_what_inherits_it()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Thing": {"type": "object", "required": ["t"], "properties": {"t": {"type": "string"}}, "discriminator": {"propertyName": "t", "mapping": {"d": "Dog", "p": "Poodle", "s": "Stone"}}},
             "Stone": {"allOf": [{"$ref": "#/components/schemas/Thing"}]},
             "Dog": {"allOf": [{"$ref": "#/components/schemas/Thing"}], "properties": {"b": {"type": "string"}}, "discriminator": {"propertyName": "t", "mapping": {"p": "Poodle"}}},
             "Poodle": {"allOf": [{"$ref": "#/components/schemas/Dog"}]}}
            """);

        Assert.Equal("union Thing(Dog: Dog [d|Dog|p], Stone: Stone [s]) by t", bound.TypeOf("Thing"));
        Assert.Equal("union Dog(Poodle: Poodle [p], Base: DogBase [Dog]) by t", bound.TypeOf("Dog"));
        Assert.Equal("record Poodle(Constant String T = String:p, Optional String? B)", bound.TypeOf("Poodle"));
    }

    [Fact]
    public void Two_point_zero_has_the_names_of_the_schemas_for_values_or_an_extension()
    {
        BoundDocument bound = BoundDocument.Of("""
            {"swagger": "2.0", "paths": {}, "definitions": {
              "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["dog", "#cat"]}}, "discriminator": "kind"},
              "Dog": {"allOf": [{"$ref": "#/definitions/Pet"}], "properties": {"b": {"type": "string"}}},
              "Cat": {"allOf": [{"$ref": "#/definitions/Pet"}], "x-ms-discriminator-value": "#cat"}}}
            """);

        Assert.Equal("union Pet(Cat: Cat [#cat], Dog: Dog [dog]) by kind", bound.TypeOf("Pet"));
    }

    [Fact]
    public void A_base_without_heirs_is_a_record()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"Pet": {"type": "object", "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}}}
            """);

        Assert.Equal(["record Pet(Optional String? Kind)"], bound.Types);
    }

    [Fact]
    public void Bases_that_inherit_each_other_end()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""
            {"A": {"properties": {"k": {"type": "string"}}, "discriminator": {"propertyName": "k"}, "allOf": [{"$ref": "#/components/schemas/B"}]},
             "B": {"properties": {"k": {"type": "string"}}, "discriminator": {"propertyName": "k"}, "allOf": [{"$ref": "#/components/schemas/A"}]},
             "C": {"allOf": [{"$ref": "#/components/schemas/D"}]},
             "D": {"allOf": [{"$ref": "#/components/schemas/C"}]}}
            """);

        Assert.Contains("DBXAPP0102 /components/schemas/C", bound.FindingPlaces);
    }

    [Fact]
    public void A_request_has_the_cases_without_what_only_the_server_sets()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/pets": {"post": {"operationId": "add", "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
              "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}}}
            """,
            """
            {"Pet": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}, "discriminator": {"propertyName": "k", "mapping": {"c": "Cat", "d": "Dog"}}},
             "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"id": {"type": "integer", "readOnly": true}}}]},
             "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]}}
            """);

        Assert.Equal(["AddAsync(Json PetInput body) -> Pet"], bound.Operations);
        Assert.Equal("union PetInput(CatInput: CatInput [c], Dog: Dog [d]) by k", bound.TypeOf("PetInput"));
        Assert.Equal("record CatInput(Constant String K = String:c)", bound.TypeOf("CatInput"));
    }
}
