using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Passes;

/// <summary>Which schemas differ between requests and responses: by what they say themselves, not by their neighbours.</summary>
public sealed class DirectionTests
{
    private const string Secret = """ "Item":{"type":"object","properties":{"key":{"type":"string","writeOnly":true}}} """;
    private const string Kind = """ "Item":{"type":"object","properties":{"kind":{"type":"string","readOnly":true}}} """;

    [Theory]
    [InlineData(Secret, false)]
    [InlineData(Secret + ""","Other":{"type":"object","required":["key"],"properties":{"key":{"type":"string"}}} """, false)]
    [InlineData(""" "Item":{"type":"object","required":["key"],"properties":{"key":{"type":"string","writeOnly":true}}} """, true)]
    [InlineData(Kind, true)]
    [InlineData(Kind + ""","Other":{"type":"object","discriminator":{"propertyName":"kind"}} """, true)]
    [InlineData(Kind + ""","Other":{"oneOf":[{"$ref":"#/components/schemas/Item"}],"discriminator":{"propertyName":"kind"}} """, false)]
    [InlineData(Kind + ""","Other":{"oneOf":[{"$ref":"#/components/schemas/Item"}],"discriminator":{"propertyName":"sort"}} """, true)]
    public void A_request_has_another_model(string schemas, bool differs)
    {
        Reading reading = Reading.OfSchemas(schemas);
        ComponentTypes components = new(reading.Document.Schemas);

        Assert.Equal(differs, new SchemaDirections(reading.Document.Schemas, components.Families, [], []).Differs(reading["Item"]));
    }
}
