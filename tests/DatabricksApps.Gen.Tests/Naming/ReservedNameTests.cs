using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Names;
using Microsoft.CodeAnalysis;

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

    [Fact]
    public void Enums_and_unions_have_these_names_too() => Generation.RunAndCompile(Document(
    [
        .. s_names.Select(name => (name, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b") })),
        .. s_names.Select(name => ("x-" + name, new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [name] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "integer" }) } },
        })),
    ]));

    [Theory]
    [InlineData("Match")]
    [InlineData("Value")]
    [InlineData("FromString")]
    [InlineData("TryGetString")]
    [InlineData("TryGetValue")]
    public void A_union_may_be_called_as_one_of_its_members(string name) => Generation.RunAndCompile(Document(
        (name, new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "integer" }) })));

    [Theory]
    [InlineData("Item1")]
    [InlineData("Rest")]
    public void So_may_a_tuple(string name) => Generation.RunAndCompile(new Document("names.openapi.json", $$$"""
        {"openapi":"3.1.0","info":{"title":"Names","version":"1"},"paths":{},"components":{"schemas":{"{{{name}}}":{"type":"array",
         "prefixItems":[{"$ref":"#/components/schemas/{{{name}}}"},{"type":"string"}],"items":{"type":"integer"},"minItems":2} } } }
        """));

    // What the types have that are emitted, as the compiler sees them: the lists hold all of it, and little besides. No member
    // of a record may be called Clone, an enum's field is value__, and clients of Gradio apps have sessions.
    [Theory]
    [InlineData("Item", "A,B,C,D,E,F,G", "Clone")]
    [InlineData("State", "Open,Closed", "Clone,Unknown,value__")]
    [InlineData("Level", "Value1,Value2", "Clone,Unknown,value__")]
    [InlineData("Pair", "Item1,Item2,Rest", "Clone,JsonMembers,ReadMember,TryGetUnknown,WriteMembers")]
    [InlineData("NamesClient", "Things", "App,Clone,Dispose,StartSession")]
    public void The_names_that_are_kept_are_those_that_types_have(string type, string ofDocument, string more)
    {
        string[] kept = type switch
        {
            "Item" => ReservedNames.ObjectMembers,
            "State" or "Level" => ReservedNames.EnumMembers,
            "Pair" => ReservedNames.Types,
            _ => ReservedNames.ClientMembers,
        };

        string[] names = [.. NamesOf(type).Except(ofDocument.Split(','))];

        Assert.Empty(names.Except(kept));
        Assert.Equal(more, string.Join(',', kept.Except(names).Order(StringComparer.Ordinal)));
    }

    // A type may not have the name of a member of its own.
    [Theory]
    [InlineData("Item", "A,B,C,D,E,F,G")]
    [InlineData("State", "Open,Closed,IsKnown,Kind,Known,Value")]
    [InlineData("Either", "FromItem,FromString,TryGetItem,TryGetString,TryGetValue,Match,Value")]
    [InlineData("Pair", "Item1,Item2,Rest")]
    public void Types_avoid_the_names_of_what_they_declare_themselves(string type, string chosenApart) =>
        Assert.Empty(NamesOf(type, withBase: false).Except(chosenApart.Split(',')).Except(ReservedNames.Types));

    private static IEnumerable<string> NamesOf(string type, bool withBase = true)
    {
        GeneratedCode code = Generation.Run(new Document("names.openapi.json", """
            {"openapi":"3.1.0","info":{"title":"Names","version":"1"},
             "paths":{"/api/a":{"get":{"operationId":"load","tags":["things"],"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}}},
             "components":{"schemas":{
              "Item":{"type":"object","required":["a"],"additionalProperties":true,"properties":{"a":{"type":"string"},"b":{"type":"integer","default":1},"c":{"type":"string","format":"password"},
                "d":{"$ref":"#/components/schemas/State"},"e":{"$ref":"#/components/schemas/Level"},"f":{"$ref":"#/components/schemas/Either"},"g":{"$ref":"#/components/schemas/Pair"}}},
              "State":{"type":"string","enum":["open","closed"]},
              "Level":{"type":"integer","enum":[1,2]},
              "Either":{"oneOf":[{"$ref":"#/components/schemas/Item"},{"type":"string"}]},
              "Pair":{"type":"array","prefixItems":[{"$ref":"#/components/schemas/Pair"},{"type":"string"}],"items":{"type":"integer"},"minItems":2}}}}
            """));
        INamedTypeSymbol symbol = code.Compilation.GetSymbolsWithName(type, SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>().Single();

        return NamesOf(symbol, withBase);
    }

    private static IEnumerable<string> NamesOf(INamedTypeSymbol type, bool withBase)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = withBase ? current.BaseType : null)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                // What another assembly keeps to itself clashes with nothing.
                bool isSeen = ReferenceEquals(current, type)
                    || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
                if (isSeen && char.IsUpper(member.Name[0]) && !member.Name.Contains('.', StringComparison.Ordinal))
                {
                    yield return member.Name;
                }
            }
        }
    }

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
