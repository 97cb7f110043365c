using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>Bounds and defaults are compared by what they let through, wherever in a value they stand.</summary>
public sealed class BoundChangeTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", """{"type":"string","minLength":0}""")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """{"type":"array","minItems":0,"items":{"type":"string"}}""")]
    [InlineData("""{"type":"integer"}""", """{"type":"integer","multipleOf":1}""")]
    [InlineData("""{"type":"integer","minimum":0}""", """{"type":"integer","exclusiveMinimum":-1}""")]
    [InlineData("""{"type":"integer","maximum":9}""", """{"type":"integer","exclusiveMaximum":10}""")]
    [InlineData("""{"type":"integer","minimum":1}""", """{"type":"integer","minimum":0.5}""")]
    [InlineData("""{"type":"number","minimum":10}""", """{"type":"number","minimum":1e1}""")]
    [InlineData("""{"type":"integer","default":20}""", """{"type":"integer","default":20.0}""")]
    public void What_takes_the_same_is_no_change(string was, string isNow) => Assert.Empty(Told(was, isNow));

    [Theory]
    [InlineData("""{"type":"integer","multipleOf":10}""", """{"type":"integer","multipleOf":5}""", "widened: 'q' of GET /api/items has multipleOf 5 now, was 10")]
    [InlineData("""{"type":"integer","multipleOf":5}""", """{"type":"integer","multipleOf":10}""", "narrowed: 'q' of GET /api/items has multipleOf 10 now, was 5")]
    [InlineData("""{"type":"integer","multipleOf":4}""", """{"type":"integer","multipleOf":6}""", "narrowed: 'q' of GET /api/items has multipleOf 6 now, was 4")]
    [InlineData("""{"type":"number","minimum":0}""", """{"type":"number","exclusiveMinimum":0}""", "narrowed: 'q' of GET /api/items has exclusiveMinimum 0 now, was minimum 0")]
    [InlineData("""{"type":"integer","exclusiveMaximum":9}""", """{"type":"integer","maximum":9}""", "widened: 'q' of GET /api/items has maximum 9 now, was exclusiveMaximum 9")]
    [InlineData("""{"type":"integer","maximum":9}""", """{"type":"integer","maximum":7}""", "narrowed: 'q' of GET /api/items has maximum 7 now, was 9")]
    [InlineData("""{"type":"integer","minimum":9}""", """{"type":"integer"}""", "widened: 'q' of GET /api/items has no minimum any more, was 9")]
    [InlineData("""{"type":"string"}""", """{"type":"string","minLength":2}""", "narrowed: 'q' of GET /api/items has minLength 2 now, had none")]
    [InlineData("""{"type":"string","pattern":"a"}""", """{"type":"string","pattern":"b"}""", "narrowed: 'q' of GET /api/items has pattern b now, was a")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"integer","maximum":9}}}""", """{"type":"array","items":{"type":"array","items":{"type":"integer","maximum":5}}}""", "narrowed: 'q' of GET /api/items has items.items.maximum 5 now, was 9")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer","maximum":9}}""", """{"type":"object","additionalProperties":{"type":"integer","maximum":5}}""", "narrowed: 'q' of GET /api/items has values.maximum 5 now, was 9")]
    [InlineData("""{"anyOf":[{"type":"integer","maximum":9},{"type":"string","maxLength":9}]}""", """{"anyOf":[{"type":"integer","maximum":5},{"type":"string","maxLength":9}]}""", "narrowed: 'q' of GET /api/items has integer.maximum 5 now, was 9")]
    [InlineData("""{"type":"array","items":{"type":"integer","exclusiveMinimum":-1}}""", """{"type":"array","items":{"type":"integer","minimum":1}}""", "narrowed: 'q' of GET /api/items has items.minimum 1 now, was items.exclusiveMinimum -1")]
    public void What_takes_more_or_less_is_told(string was, string isNow, string told) => Assert.Equal(["constraint." + told], Told(was, isNow));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void Members_that_must_be_there_are_counted_already(int count, int told)
    {
        string after = DepotDocument.With("/components/schemas/NewItem/minProperties", $"{count}");

        Assert.Equal(told, Difference.Of(DepotDocument.Facts(), DepotDocument.Facts(after)).Count);
    }

    private static IEnumerable<string> Told(string was, string isNow) => Difference.Of(Facts(was), Facts(isNow)).Select(change => $"{change.Kind}: {change.Text}");

    private static EquatableArray<Fact> Facts(string schema) => DepotDocument.Facts(DepotDocument.With("/paths/~1api~1items/get/parameters/0/schema", schema));
}
