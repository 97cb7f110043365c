using DatabricksApps.Contract.Mutations;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>A document that is changed in one way has one finding; <c>tests/Contract -- --mutations</c> does it to many documents.</summary>
public sealed class MutationTests
{
    private static readonly MutationCheck s_depot = MutationCheck.Of("depot.openapi.json", DepotDocument.Json)!;

    public static TheoryData<string> Names => [.. MutationCheck.Mutations.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutation_is_found_once(string name)
    {
        Mutation mutation = MutationCheck.Mutations.Single(one => one.Name == name);
        for (int turn = 0; turn < 5; turn++)
        {
            Assert.True(s_depot.Run(mutation, turn, out string why) != Outcome.Wrong, why);
        }
    }

    [Fact]
    public void The_depot_has_places_for_most() =>
        Assert.InRange(MutationCheck.Mutations.Count(mutation => s_depot.Run(mutation, 0, out _) == Outcome.Alone), 40, MutationCheck.Mutations.Count);

    // FastAPI writes what may be null as anyOf, and authors of other tools refer to a component: the bound is the same.
    [Theory]
    [InlineData("""{"anyOf":[{"type":"integer","maximum":9},{"type":"null"}]}""")]
    [InlineData("""{"$ref":"#/components/schemas/Limit"}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Limit"}]}""")]
    public void A_bound_counts_however_it_is_spelled(string schema)
    {
        string json = DepotDocument.With("/paths/~1api~1items/get/parameters/1/schema", schema)
            .Replace("\"schemas\":{", "\"schemas\":{\"Limit\":{\"type\":\"integer\",\"maximum\":9},", StringComparison.Ordinal);

        Assert.Equal("9", DepotDocument.Facts(json).Single(fact => fact.Key == "GET /api/items ? limit").Get("maximum"));
    }

    [Fact]
    public void A_bound_of_items_is_told() => Assert.Equal(
        ["'q' of GET /api/items has items.maxLength 5 now, had none"],
        Difference.Of(
            DepotDocument.Facts(DepotDocument.With("/paths/~1api~1items/get/parameters/0/schema", """{"type":"array","items":{"type":"string"}}""")),
            DepotDocument.Facts(DepotDocument.With("/paths/~1api~1items/get/parameters/0/schema", """{"type":"array","items":{"type":"string","maxLength":5}}"""))).Select(change => change.Text));

    // Their places in the list are others then.
    [Fact]
    public void A_type_of_a_parameter_keeps_its_name_when_a_parameter_before_it_goes()
    {
        const string Two = """
            [{"name":"q","in":"query","schema":{"type":"string"}},
             {"name":"sort","in":"query","schema":{"type":"string","enum":["name","age"]}},
             {"name":"state","in":"query","schema":{"type":"string","enum":["on","off"]}}]
            """;
        EquatableArray<Fact> before = DepotDocument.Facts(DepotDocument.With("/paths/~1api~1items/get/parameters", Two));
        string[] lines = Two.Split('\n');
        string after = DepotDocument.With("/paths/~1api~1items/get/parameters", "[" + lines[1] + lines[2]);

        EquatableArray<Fact> now = Surface.Of(Binding.BoundDocument.Of(after, path: "depot.openapi.json", kept: KeptNames.Of(before)).Client);

        Assert.Equal(["parameter.removed: 'q' of GET /api/items is gone: the app ignores it, or refuses the call"], Difference.Of(before, now).Select(change => $"{change.Kind}: {change.Text}"));
    }
}
