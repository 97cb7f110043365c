using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

public sealed class ReferenceTests
{
    [Fact]
    public void A_reference_has_the_component_and_the_annotations_beside_it()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {"$ref": "#/components/schemas/T", "title": "A", "description": "D", "default": 1, "deprecated": true,
                  "readOnly": true, "writeOnly": true, "example": 2, "x-other": 3},
            "T": {"type": "object"}
            """);

        ApiSchema schema = reading["S"];
        Assert.Same(reading.Document.Schemas[1], schema.Target);
        Assert.Equal(("A", "D", "1", "2"), (schema.Title, schema.Description, schema.Default!.Json, schema.Example!.Json));
        Assert.Equal((true, true, true), (schema.IsDeprecated, schema.IsReadOnly, schema.IsWriteOnly));
        Assert.Empty(schema.AllOf);
    }

    [Fact]
    public void What_constrains_beside_a_reference_makes_it_a_part_of_allOf()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {"$ref": "#/components/schemas/T", "properties": {"p": {}}, "allOf": [{"title": "second"}]},
            "T": {}
            """);

        ApiSchema schema = reading["S"];
        Assert.Null(schema.Target);
        Assert.Equal("p", Assert.Single(schema.Properties).Name);
        Assert.Equal(["T", null], schema.AllOf.Select(part => part.Target?.Name));
        Assert.Equal("/components/schemas/S", schema.AllOf[0].Pointer);
    }

    [Fact]
    public void Schemas_may_be_recursive()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"properties": {"self": {"$ref": "#/components/schemas/A"}, "b": {"$ref": "#/components/schemas/B"}}},
            "B": {"items": {"$ref": "#/components/schemas/A"}}
            """);

        Assert.Same(reading["A"], reading["A"].Properties[0].Schema.Target!.Schema);
        Assert.Same(reading["B"], reading["A"].Properties[1].Schema.Target!.Schema);
        Assert.Same(reading["A"], reading["B"].Items!.Target!.Schema);
    }

    [Fact]
    public void A_reference_may_lead_to_a_reference()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/C"}, "C": {"type": "string"}
            """);

        Assert.Equal("C", reading["A"].Target!.Schema.Target!.Name);
    }

    [Fact]
    public void References_in_a_circle_have_no_type()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}
            """);

        Assert.Null(reading["A"].Target);
        Assert.Equal("#/components/schemas/B", reading["A"].ReferenceError);
        Assert.Equal(
            new Finding(
                "DBXAPP0102",
                "/components/schemas/A/$ref",
                "'#/components/schemas/B' leads back to itself and says nothing; any value is allowed"),
            reading.Findings[0]);
    }

    [Theory]
    [InlineData("""{"$ref":"#/components/schemas/S"}""")]
    [InlineData("""{"$ref":"#/components/schemas/S","description":"d"}""")]
    [InlineData("""{"$dynamicRef":"#/components/schemas/S"}""")]
    public void A_reference_to_itself_is_told_where_it_stands_and_nowhere_else(string schema)
    {
        Reading reading = Reading.OfSchemas("\"S\": " + schema + """
            , "T": {"properties": {"s": {"$ref": "#/components/schemas/S"}}}
            """);

        Assert.Equal(["DBXAPP0102 /components/schemas/S/$ref"], reading.Findings.Select(finding => $"{finding.Id} {finding.Pointer}"));
        Assert.NotNull(reading["T"].Properties[0].Schema.Target);
    }

    [Fact]
    public void A_reference_into_a_schema_gives_the_node_of_that_place()
    {
        Reading reading = Reading.OfSchemas("""
            "A": {"$ref": "#/components/schemas/B/properties/deep"},
            "B": {"properties": {"deep": {"properties": {"self": {"$ref": "#/components/schemas/B/properties/deep"}}}}}
            """);

        ApiComponent target = reading["A"].Target!;
        Assert.Equal("B_deep", target.Name);
        Assert.Same(reading["B"].Properties[0].Schema, target.Schema);
        Assert.Same(target, target.Schema.Properties[0].Schema.Target);
        Assert.Equal(2, reading.Document.Schemas.Count);
    }

    [Theory]
    [InlineData("#/paths/~1items~1%7Bid%7D/get/responses/200/content/application~1json/schema", "/paths/~1items~1{id}/get/responses/200/content/application~1json/schema")]
    [InlineData("#/components/parameters/P/schema", "/components/parameters/P/schema")]
    [InlineData("#/$defs/D", "/$defs/D")]
    [InlineData("test.openapi.json#/$defs/D", "/$defs/D")]
    [InlineData("./test.openapi.json#/$defs/D", "/$defs/D")]
    [InlineData("#named", "/components/schemas/Named")]
    [InlineData("https://example.com/identified", "/components/schemas/Identified")]
    [InlineData("https://example.com/identified#/properties/p", "/components/schemas/Identified/properties/p")]
    [InlineData("#/components/x-other/X", "/components/x-other/X")]
    public void A_reference_may_point_anywhere_in_the_document(string reference, string pointer)
    {
        Reading reading = Reading.Of("""
            {
              "openapi": "3.1.0",
              "paths": {"/items/{id}": {"get": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}}}}},
              "components": {
                "schemas": {
                  "S": {"$ref": "REFERENCE"},
                  "Named": {"$anchor": "named"},
                  "Identified": {"$id": "https://example.com/identified", "properties": {"p": {}}}
                },
                "parameters": {"P": {"name": "p", "in": "query", "schema": {}}},
                "x-other": {"X": {}}
              },
              "$defs": {"D": {}}
            }
            """.Replace("REFERENCE", reference));

        Assert.Empty(reading.Findings);
        Assert.Equal(pointer, reading["S"].Target!.Schema.Pointer);
    }

    [Fact]
    public void A_pointer_may_count_from_the_schema_around_it()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {"properties": {"p": {"$ref": "#/$defs/D"}}, "$defs": {"D": {"title": "local"}}}
            """);

        Assert.Equal("local", reading["S"].Properties[0].Schema.Target!.Schema.Title);
        Assert.Equal("D", reading["S"].Properties[0].Schema.Target!.Name[2..]);
    }

    [Fact]
    public void Properties_by_reference_are_those_of_the_target()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {"properties": {"$ref": "#/components/schemas/T/properties"}}, "T": {"properties": {"p": {"title": "P"}}}
            """);

        Assert.Same(reading["T"].Properties[0].Schema, Assert.Single(reading["S"].Properties).Schema);
        Assert.Equal(
            new Finding(
                "DBXAPP0105",
                "/components/schemas/S/properties/$ref",
                "'properties' is no place for a reference; it is read as what '#/components/schemas/T/properties' holds"),
            Assert.Single(reading.Findings));
    }

    [Fact]
    public void The_schemas_cannot_be_a_reference()
    {
        Reading reading = Reading.OfSchemas("""
            "$ref": "schemas.yaml", "S": {}
            """);

        Assert.Equal("S", Assert.Single(reading.Document.Schemas).Name);
        Assert.Equal(
            new Finding(
                "DBXAPP0103",
                "/components/schemas/$ref",
                "the schemas cannot be the reference 'schemas.yaml': 'schemas.yaml' of 'schemas.yaml' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; they have to stand here"),
            Assert.Single(reading.Findings));
    }

    [Theory]
    [InlineData("#/components/schemas/No", "'#/components/schemas/No' is not in the document; any value is allowed")]
    [InlineData("#", "'#' is not in the document; any value is allowed")]
    [InlineData("", "'' is not in the document; any value is allowed")]
    [InlineData("#no", "'#no' is not in the document; any value is allowed")]
    [InlineData("other.json#/X", "'other.json' of 'other.json#/X' is no file of the project; add it as a DatabricksApp or AdditionalFiles item; any value is allowed")]
    [InlineData("https://example.com/x", "'https://example.com/x' is at another address; give a document that holds all it refers to, or the file in the project; any value is allowed")]
    public void A_reference_to_nothing_is_found(string reference, string message)
    {
        Reading reading = Reading.OfSchemas($"\"S\": {{\"$ref\": \"{reference}\"}}");

        Assert.Equal(reference, reading["S"].ReferenceError);
        Assert.Null(reading["S"].Target);
        Assert.Equal(new Finding("DBXAPP0103", "/components/schemas/S/$ref", message), Assert.Single(reading.Findings));
    }

    [Fact]
    public void A_discriminators_mapping_names_components_by_reference_or_by_name()
    {
        Reading reading = Reading.OfSchemas("""
            "S": {
              "oneOf": [{"$ref": "#/components/schemas/B"}, {"$ref": "#/components/schemas/A"}],
              "discriminator": {"propertyName": "kind", "mapping": {"b": "#/components/schemas/B", "a": "A", "no": "No", "d": "#/$defs/D"}},
              "$defs": {"D": {}}
            },
            "A": {}, "B": {}
            """);

        ApiDiscriminator discriminator = reading["S"].Discriminator!;
        Assert.Equal("kind", discriminator.PropertyName);
        Assert.Equal([("b", "B"), ("a", "A"), ("d", "S_D")], discriminator.Mapping.Select(entry => (entry.Key, entry.Value.Name)));
        Assert.Equal(
            new Finding(
                "DBXAPP0103",
                "/components/schemas/S/discriminator/mapping/no",
                "the discriminator's value 'no' names 'No', which is not in the document"),
            Assert.Single(reading.Findings));
    }
}
