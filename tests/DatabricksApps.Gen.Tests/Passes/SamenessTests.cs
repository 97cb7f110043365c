using DatabricksApps.Gen.Binding.Sameness;

namespace DatabricksApps.Gen.Tests.Passes;

/// <summary>Which shapes are one type: those that say the same and hold the same.</summary>
public sealed class SamenessTests
{
    [Theory]

    // Inline types of one meaning that say the same are one, however deep that is.
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a","b"]}""", 1)]
    [InlineData("""{"enum":["a","b"]}""", """{"enum":["a","c"]}""", 2)]
    [InlineData("""{"properties":{"x":{"type":"string"},"y":{}}}""", """{"properties":{"y":{},"x":{"type":"string"}}}""", 1)]
    [InlineData("""{"properties":{"x":{"enum":["a","b"]}}}""", """{"properties":{"x":{"enum":["a","b"]}}}""", 2)]
    [InlineData("""{"properties":{"x":{"enum":["a","b"]}}}""", """{"properties":{"x":{"enum":["a","c"]}}}""", 4)]
    [InlineData("""{"properties":{"x":{"type":"string"}}}""", """{"required":["x"],"properties":{"x":{"type":"string"}}}""", 2)]
    [InlineData("""{"properties":{"x":{"type":"string"}}}""", """{"description":"Another.","properties":{"x":{"type":"string"}}}""", 2)]

    // Also those that hold what holds them, and those that lead to different components are not.
    [InlineData("""{"properties":{"up":{"$ref":"#/components/schemas/A"}}}""", """{"properties":{"up":{"$ref":"#/components/schemas/A"}}}""", 1)]
    [InlineData("""{"properties":{"up":{"$ref":"#/components/schemas/A"}}}""", """{"properties":{"up":{"$ref":"#/components/schemas/B"}}}""", 2)]

    // Scalars are one union in any order, and a union of named cases is one wherever it stands.
    [InlineData("""{"type":["string","integer"]}""", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""", 1)]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]}""", """{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}]}""", 1)]

    // What is one case is no union.
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/A"}]}""", """{"type":"string"}""", 0)]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/A"},{}]}""", """{"type":"string"}""", 0)]
    public void Two_members_of_one_name_have_types_beside_their_owners(string first, string second, int count)
    {
        NamedTypes types = ReadShapes.Of($"\"A\":{{\"properties\":{{\"p\":{first}}}}},\"B\":{{\"properties\":{{\"p\":{second}}}}}").Types();

        Assert.Equal(count + 2, types.All.Count());
    }

    [Fact]
    public void Types_come_in_the_order_of_their_places_whatever_the_order_of_the_document()
    {
        const string A = "\"A\":{\"properties\":{\"p\":{\"enum\":[\"a\",\"b\"]}}}", B = "\"B\":{\"properties\":{\"p\":{\"enum\":[\"a\",\"b\"]}}}";
        string[] expected = ["/components/schemas/A", "/components/schemas/A/properties/p /components/schemas/B/properties/p", "/components/schemas/B"];

        Assert.Equal(expected, Places(A + "," + B));
        Assert.Equal(expected, Places(B + "," + A));
    }

    [Theory]
    [InlineData("0>1 1>2", "2 1 0")]
    [InlineData("0>1 1>0", "0+1")]
    [InlineData("0>0", "0 1 2")]
    [InlineData("2>0 0>2 1>2", "0+2 1")]
    public void What_a_set_leads_to_comes_before_it(string edges, string expected)
    {
        ILookup<int, int> byNode = edges.Split(' ').ToLookup(edge => edge[0] - '0', edge => edge[2] - '0');
        List<string> sets = [];
        StronglyConnected.Visit(3, node => [.. byNode[node]], set => sets.Add(string.Join('+', set.Order())));

        Assert.Equal(expected, string.Join(' ', sets.Where(set => expected.Contains(set, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_chain_of_any_length_is_visited_without_a_stack()
    {
        const int Length = 1_000_000;
        int last = -1;
        StronglyConnected.Visit(Length, node => node + 1 < Length ? [node + 1] : [], set => last = set[0]);

        Assert.Equal(0, last);
    }

    private static IEnumerable<string> Places(string schemas) =>
        ReadShapes.Of(schemas).Types().All.Select(type => string.Join(' ', type.Shapes.Select(shape => shape.Schema.Pointer)));
}
