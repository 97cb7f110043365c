using System.Text.Json.Nodes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Shuffle;

namespace DatabricksApps.Gen.Tests.Order;

/// <summary>What the comparison of two orders must notice: a check that finds nothing proves nothing.</summary>
public sealed class DifferenceTests
{
    private const string Shop = """
        {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},
        "paths":{"/api/items":{"get":{"operationId":"list","parameters":[{"in":"query","name":"q","schema":{"type":"string"}}],
        "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}}},
        "components":{"schemas":{"Item":{"type":"object","properties":{"id":{"type":"integer"},
        "color":{"type":"string","enum":["red","green"]},"shape":{"anyOf":[{"type":"integer"},{"type":"string"}]}}}}}}
        """;

    [Theory]
    [InlineData("\"list\"", "\"find\"", "OperationName /paths/~1api~1items/get: .ListAsync -> .FindAsync")]
    [InlineData("\"type\":\"string\"}}]", "\"type\":\"integer\"}}]", "ParameterType /paths/~1api~1items/get Query q: String? -> Int64?")]
    [InlineData("\"id\":{\"type\":\"integer\"}", "\"id\":{\"type\":\"number\"}", "MemberType Item 'id': Optional Int64? -> Optional Double?")]
    [InlineData("[\"red\",", "[\"red\",\"blue\",", "EnumValue ItemColor 'blue': nothing -> Blue")]
    [InlineData("\"type\":\"object\"", "\"additionalProperties\":{\"type\":\"integer\"}", "TypeShape Item: object  -> object Int64")]
    [InlineData("\"properties\"", "\"title\":\"Thing\",\"properties\"", null)]
    public void A_difference_is_told_with_both_texts(string before, string after, string? difference)
    {
        IReadOnlyList<Difference> differences =
            ClientFacts.Compare(Bind(Shop), Bind(Shop.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(difference is null ? [] : [difference], differences.Select(found => found.ToString()));
    }

    [Fact]
    public void Another_name_is_one_difference_however_often_it_is_used()
    {
        ClientModel one = Bind(Shop);
        ClientModel other = one with
        {
            Types = one.Types.Select(type => type.Name == "ItemColor" ? type with { Name = "Color" } : type).ToEquatableArray(),
        };

        Difference difference = Assert.Single(ClientFacts.Compare(one, other), found => found.Fact.Kind != DifferenceKind.MemberType);

        Assert.Equal("TypeName #/components/schemas/Item/properties/color: ItemColor -> Color", difference.ToString());
    }

    [Fact]
    public void An_order_changes_no_array_and_no_value_of_the_app()
    {
        JsonNode document = JsonNode.Parse("""
            {"properties":{"default":{"default":{"b":1,"a":2},"enum":["b","a"],"required":["y","x"]},"example":{"type":"string"}},
            "x-order":{"b":1,"a":2},"const":{"b":1,"a":2}}
            """)!;

        string[] orders = [.. Enumerable.Range(1, 50).Select(seed => DocumentOrder.Shuffle(document, seed).ToJsonString()).Distinct()];

        Assert.True(orders.Length > 10);
        Assert.All(orders, order => Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(order))));
        Assert.All(orders, order => Assert.Equal(3, order.Split("""{"b":1,"a":2}""").Length - 1));
        Assert.Contains(orders, order => order.Contains("""{"example":""", StringComparison.Ordinal));
    }

    [Fact]
    public void A_newcomer_is_the_only_difference_to_the_document()
    {
        DocumentFile file = Read(Shop);
        foreach (int seed in Enumerable.Range(1, 20))
        {
            Neighbour neighbour = Neighbour.Add(file.Root, seed);
            JsonObject root = (JsonObject)neighbour.Root.DeepClone();
            string[] path = [.. neighbour.Pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal))];
            JsonObject parent = (JsonObject)path.SkipLast(1).Aggregate((JsonNode)root, (node, part) => node[part]!);

            Assert.True(parent.Remove(path[^1]));
            Assert.True(JsonNode.DeepEquals(file.Root, root));
        }
    }

    private static ClientModel Bind(string text)
    {
        DocumentFile file = Read(text);
        return file.Bind(file.Root)!;
    }

    private static DocumentFile Read(string text) => DocumentFile.Read("shop.openapi.json", text)!;
}
