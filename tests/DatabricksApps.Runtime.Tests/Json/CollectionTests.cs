using System.Globalization;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class CollectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void A_list_has_all_its_items_in_an_array_of_its_length(int count)
    {
        string json = "[" + string.Join(",", Enumerable.Range(0, count)) + "]";
        IReadOnlyList<int> list = JsonOf.Read<IReadOnlyList<int>, ListJson<int, Int32Json>>(json);
        Assert.Equal(Enumerable.Range(0, count), list);
        Assert.Equal(count, Assert.IsType<int[]>(list).Length);
        Assert.Equal(json, JsonOf.Write<IReadOnlyList<int>, ListJson<int, Int32Json>>(list));
    }

    [Fact]
    public void A_bad_item_is_named_by_its_place() => Assert.Equal(
        "$[1]['k'][0]: true cannot be read as an integer of 64 bits. (at $[1]['k'][0])",
        JsonOf.Fault<
            IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<long>>>,
            ListJson<IReadOnlyDictionary<string, IReadOnlyList<long>>, MapJson<IReadOnlyList<long>, ListJson<long, Int64Json>>>>(
            "[{},{\"k\":[true]}]"));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    public void A_map_finds_its_keys_whatever_its_size(int count)
    {
        string json = "{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"k{i}\":{i}")) + "}";
        IReadOnlyDictionary<string, int> map = JsonOf.Read<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>(json);
        Assert.Equal(count, map.Count);
        Assert.Equal(Enumerable.Range(0, count), map.Keys.Select(key => map[key]));
        Assert.Equal(Enumerable.Range(0, count), map.Values);
        Assert.False(map.ContainsKey("K0"));
        Assert.Throws<KeyNotFoundException>(() => map["none"]);
        Assert.Equal(json, JsonOf.Write<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>(map));
    }

    [Fact]
    public void Of_a_key_that_comes_twice_the_last_counts()
    {
        IReadOnlyDictionary<string, int> map =
            JsonOf.Read<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>("{\"a\":1,\"b\":2,\"a\":3}");
        Assert.Equal([new("a", 3), new("b", 2)], map.OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    // Where a union has several cases, these numbers decide between them.
    [Theory]
    [InlineData("{}", JsonFit.Kind)]
    [InlineData("{\"a\":1}", JsonFit.Kind - JsonFit.UnknownMember)]
    [InlineData("{\"a\":\"x\"}", JsonFit.None)]
    [InlineData("[]", JsonFit.None)]
    public void An_object_fits_a_map_as_its_first_value_does(string json, int fit) =>
        Assert.Equal(fit, JsonOf.Fit<IReadOnlyDictionary<string, long>, MapJson<long, Int64Json>>(json));

    [Fact]
    public void A_tuple_is_an_array_of_its_length()
    {
        (string, long?) tuple = JsonOf.Read<(string, long?), TupleJson<string, StringJson, long?, NullableJson<long, Int64Json>>>("[\"a\",null]");
        Assert.Equal(("a", null), tuple);
        Assert.Equal("[\"a\",7]", JsonOf.Write<(string, long?), TupleJson<string, StringJson, long?, NullableJson<long, Int64Json>>>(("a", 7)));
    }

    [Theory]
    [InlineData("[1]", "An array of 1 items cannot be read as an array of 2 items.")]
    [InlineData("[1,2,3]", "A longer array cannot be read as an array of 2 items.")]
    [InlineData("{}", "An object cannot be read as an array of 2 items.")]
    [InlineData("[1,\"b\"]", "$[1]: The string \"b\" cannot be read as an integer of 64 bits. (at $[1])")]
    public void A_tuple_of_another_shape_says_so(string json, string message) =>
        Assert.Equal(message, JsonOf.Fault<(long, long), TupleJson<long, Int64Json, long, Int64Json>>(json));

    [Fact]
    public void A_tuple_of_seven_keeps_the_order() => Assert.Equal(
        (1, 2, 3, 4, 5, 6, 7),
        JsonOf.Read<
            (int, int, int, int, int, int, int),
            TupleJson<int, Int32Json, int, Int32Json, int, Int32Json, int, Int32Json, int, Int32Json, int, Int32Json, int, Int32Json>>("[1,2,3,4,5,6,7]"));

    [Fact]
    public void Nulls_read_and_write_where_the_type_has_them()
    {
        IReadOnlyList<string?> list =
            JsonOf.Read<IReadOnlyList<string?>, ListJson<string?, ReferenceOrNullJson<string, StringJson>>>("[null,\"a\"]");
        Assert.Equal([null, "a"], list);
        Assert.Equal("[null,\"a\"]", JsonOf.Write<IReadOnlyList<string?>, ListJson<string?, ReferenceOrNullJson<string, StringJson>>>(list));
        Assert.Equal("null", JsonOf.Write<int?, NullableJson<int, Int32Json>>(null));
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        string json = string.Concat(Enumerable.Repeat("[", 65)) + string.Concat(Enumerable.Repeat("]", 65));
        JsonException exception = Assert.ThrowsAny<JsonException>(
            () => JsonText.Read<JsonElement, AnyJson>(Encoding.UTF8.GetBytes(json), maxDepth: 64));
        Assert.Contains(64.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }
}
