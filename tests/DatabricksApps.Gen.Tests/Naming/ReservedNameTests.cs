using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Naming;

/// <summary>A document may call things by the names that generated types need themselves.</summary>
public sealed class ReservedNameTests
{
    private static readonly string[] s_names =
    [
        .. ReservedNames.Types.Concat(ReservedNames.ObjectMembers).Concat(ReservedNames.EnumMembers).Concat(ReservedNames.UnionMembers)
            .Concat(ReservedNames.ClientMembers).Append("ReadFrom").Append("Converter").Distinct(StringComparer.Ordinal),
    ];

    [Fact]
    public void A_record_has_members_of_these_names()
    {
        JsonObject properties = new([.. s_names.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["type"] = "string" }))]);

        Generation.RunAndCompile(Document(("Item", new JsonObject { ["type"] = "object", ["properties"] = properties })));
    }

    [Fact]
    public void An_enum_has_values_of_these_names() => Generation.RunAndCompile(Document(
        ("State", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. s_names.Select(name => (JsonNode)name)]) })));

    [Fact]
    public void Types_have_these_names_and_are_cases_of_a_union() => Generation.RunAndCompile(Document(
    [
        .. s_names.Select(name => (name, new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["a"] = new JsonObject { ["type"] = "string" } } })),
        ("Any", new JsonObject { ["anyOf"] = new JsonArray([.. s_names.Select(name => (JsonNode)new JsonObject { ["$ref"] = "#/components/schemas/" + name })]) }),
    ]));

    private static Document Document(params (string Name, JsonObject Schema)[] schemas) => new("names.openapi.json", new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "Names", ["version"] = "1" },
        ["paths"] = new JsonObject(),
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject([.. schemas.Select(schema => KeyValuePair.Create<string, JsonNode?>(schema.Name, schema.Schema))]),
        },
    }.ToJsonString());
}
