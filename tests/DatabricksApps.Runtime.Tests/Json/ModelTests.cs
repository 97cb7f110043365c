using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

public sealed class ModelTests
{
    [Fact]
    public void What_was_not_assigned_is_not_sent() => Assert.Equal("{\"id\":1}", Write(new Order { Id = 1 }));

    [Fact]
    public void Null_is_sent_where_the_document_allows_it_and_means_unset_elsewhere() =>
        Assert.Equal("{\"id\":1,\"comment\":null}", Write(new Order { Id = 1, Note = null, Comment = null }));

    [Fact]
    public void A_default_is_sent_when_assigned()
    {
        Assert.Equal(10, new Order { Id = 1 }.Limit);
        Assert.Equal("{\"id\":1,\"limit\":10}", Write(new Order { Id = 1, Limit = 10 }));
    }

    [Fact]
    public void A_copy_keeps_what_was_assigned()
    {
        Order original = new() { Id = 1, Comment = null };
        Order copy = new(original) { Limit = 3 };
        Assert.Equal("{\"id\":1,\"comment\":null,\"limit\":3}", Write(copy));
        Assert.Equal("{\"id\":1,\"comment\":null}", Write(original));
    }

    [Fact]
    public void A_copy_keeps_unknown_properties() =>
        Assert.Equal("{\"id\":2,\"new\":[1]}", Write(new Order(Read("{\"id\":1,\"new\":[1]}")) { Id = 2 }));

    [Fact]
    public void There_is_no_copy_of_null() =>
        Assert.Equal("original", Assert.Throws<ArgumentNullException>(() => new Order(null!)).ParamName);

    [Fact]
    public void What_was_read_is_sent_again()
    {
        const string Json = "{\"id\":1,\"comment\":null,\"limit\":10,\"parent\":{\"id\":2},\"new\":{\"a\":[1.0]},\"other\":\"x\"}";
        Order order = Read(Json);
        Assert.Equal(2, order.Parent!.Id);
        Assert.Equal("x", order.AdditionalProperties["other"].GetString());
        Assert.Equal(Json, Write(order));
    }

    [Fact]
    public void Members_read_in_any_order_and_spelling_and_the_last_of_two_counts()
    {
        Order order = Read("{\"limit\":1,\"i\\u0064\":5,\"note\":\"a\",\"id\":6}");
        Assert.Equal("{\"id\":6,\"note\":\"a\",\"limit\":1}", Write(order));
    }

    [Fact]
    public void An_unknown_property_that_has_a_members_name_is_not_sent_twice()
    {
        Order order = new()
        {
            Id = 1,
            AdditionalProperties = new Dictionary<string, JsonElement>
            {
                ["id"] = JsonSerializer.SerializeToElement(2),
                ["x"] = JsonSerializer.SerializeToElement(3),
            },
        };
        Assert.Equal("{\"id\":1,\"x\":3}", Write(order));
    }

    [Fact]
    public void All_missing_members_are_named_with_the_likely_cause()
    {
        string message = JsonOf.Fault<Order, ModelJson<Order>>("{\"parent\":{}}");
        Assert.StartsWith("Order.parent: Order lacks 'id', which the document requires.", message, StringComparison.Ordinal);
        Assert.Contains("response_model_exclude_unset", message, StringComparison.Ordinal);
        Assert.EndsWith("(at $.parent)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_value_is_named_by_its_innermost_member_and_its_path() => Assert.Equal(
        "Order.limit: null cannot be read as an integer of 64 bits. (at $.parent.limit)",
        JsonOf.Fault<Order, ModelJson<Order>>("{\"id\":1,\"parent\":{\"id\":2,\"limit\":null}}"));

    [Fact]
    public void What_is_no_object_says_so() => Assert.Equal(
        "An array cannot be read as the object Order.", JsonOf.Fault<Order, ModelJson<Order>>("[]"));

    [Fact]
    public void Models_are_equal_if_they_write_the_same_JSON()
    {
        Order left = Read("{\"id\":1,\"a\":{\"x\":1,\"y\":2},\"b\":2}");
        Order right = Read("{\"b\":2,\"a\":{\"y\":2,\"x\":1},\"id\":1}");
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left == right);
        Assert.False(left != right);
        Assert.True((Order?)null == null);
        Assert.True(left != null);
        Assert.False(left.Equals((object?)null));
        Assert.Single(new HashSet<Order> { left, right });
        Assert.NotEqual(left, new Order(right) { Limit = 10 });
        Assert.NotEqual(left, Read("{\"id\":1,\"a\":{\"x\":2,\"y\":1},\"b\":2}"));
    }

    // Of the same length, so that no shorter text tells them apart.
    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("{\"a\":[1],\"b\":[1,2]}", "{\"a\":[1,2],\"b\":[1]}")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1,\"c\":2}")]
    [InlineData("{\"a\":{},\"bb\":[]}", "{\"a\":[],\"bb\":{}}")]
    [InlineData("[{\"a\":1},{\"b\":1}]", "[{\"a\":1,\"b\":1},{}]")]
    public void Models_with_values_of_another_order_or_shape_are_not_equal(string left, string right) =>
        Assert.NotEqual(Read($"{{\"id\":1,\"x\":{left}}}"), Read($"{{\"id\":1,\"x\":{right}}}"));

    [Fact]
    public void Texts_for_people_mask_secrets_at_any_depth()
    {
        Order order = new() { Id = 1, Token = "s3cret", Parent = new Order { Id = 2, Token = "s3cret" } };
        Assert.Equal("{\"id\":1,\"token\":\"***\",\"parent\":{\"id\":2,\"token\":\"***\"}}", order.ToString());
        Assert.Equal("{\"id\":1,\"token\":\"s3cret\",\"parent\":{\"id\":2,\"token\":\"s3cret\"}}", Write(order));
    }

    [Fact]
    public void Texts_for_people_are_short()
    {
        string text = new Order { Id = 1, Note = new string('é', 5000) }.ToString();
        Assert.EndsWith("éé…", text, StringComparison.Ordinal);
        Assert.True(text.Length < 1000);
    }

    [Fact]
    public void A_serializer_of_the_users_own_reads_and_writes_models()
    {
        Order[] orders = JsonSerializer.Deserialize<Order[]>("[{\"id\":1},null]")!;
        Assert.Equal("[{\"id\":1},null]", JsonSerializer.Serialize(orders));
    }

    [Fact]
    public async Task A_serializer_that_reads_in_pieces_finds_every_member()
    {
        const string Json = "{\"id\":1,\"comment\":\"c\\u00e9\",\"limit\":12345,\"extra\":[1,2]}";
        Utf8JsonReader reader = new(Pieces.Of(Encoding.UTF8.GetBytes(Json)));
        reader.Read();
        Assert.Equal("{\"id\":1,\"comment\":\"cé\",\"limit\":12345,\"extra\":[1,2]}", Write(ModelJson<Order>.Read(ref reader)));

        Order[] many = [.. Enumerable.Range(0, 2000).Select(i => new Order { Id = i, Note = "n" })];
        using MemoryStream stream = new(JsonSerializer.SerializeToUtf8Bytes(many));
        Assert.Equal(many, await JsonSerializer.DeserializeAsync<Order[]>(stream, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_resolver_knows_models_and_lists_and_arrays_of_them()
    {
        JsonTypes types = new();
        types.Add<Order>();
        JsonSerializerOptions options = new() { TypeInfoResolver = types };
        Order order = new() { Id = 1 };
        Assert.Equal("{\"id\":1}", JsonSerializer.Serialize(order, options.GetTypeInfo(typeof(Order))));
        Assert.Equal("[{\"id\":1}]", JsonSerializer.Serialize(new List<Order> { order }, options.GetTypeInfo(typeof(List<Order>))));
        Assert.Equal("[{\"id\":1}]", JsonSerializer.Serialize(new[] { order }, options.GetTypeInfo(typeof(Order[]))));
        Assert.Equal("[{\"id\":1}]", JsonSerializer.Serialize<IReadOnlyList<Order>>([order], options));
        Assert.Equal([order], JsonSerializer.Deserialize<List<Order>>("[{\"id\":1}]", options)!);
        Assert.Equal([order], JsonSerializer.Deserialize<IReadOnlyList<Order>>("[{\"id\":1}]", options)!);
        Assert.Null(types.GetTypeInfo(typeof(List<string>), options));
        Assert.Null(types.GetTypeInfo(typeof(string[]), options));
    }

    [Fact]
    public void The_resolver_knows_maps_of_generated_types_and_other_types_by_their_codecs()
    {
        JsonTypes types = new();
        types.Add<Order>();
        types.Add<IReadOnlyDictionary<string, long?>, MapJson<long?, NullableJson<long, Int64Json>>>();
        types.Add<(string, long)?, NullableJson<(string, long), TupleJson<string, StringJson, long, Int64Json>>>();
        JsonSerializerOptions options = new() { TypeInfoResolver = types, DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper };
        Order order = new() { Id = 1 };
        const string map = "{\"aB\":{\"id\":1}}";

        Assert.Equal(map, JsonSerializer.Serialize(new Dictionary<string, Order> { ["aB"] = order }, options));
        Assert.Equal(map, JsonSerializer.Serialize<IReadOnlyDictionary<string, Order>>(new Dictionary<string, Order> { ["aB"] = order }, options));
        Assert.Equal(order, JsonSerializer.Deserialize<Dictionary<string, Order>>(map, options)!["aB"]);
        Assert.Equal(order, JsonSerializer.Deserialize<IReadOnlyDictionary<string, Order>>(map, options)!["aB"]);
        Assert.Equal("{\"a\":null}", JsonSerializer.Serialize<IReadOnlyDictionary<string, long?>>(new Dictionary<string, long?> { ["a"] = null }, options));
        Assert.Equal("[\"x\",1]", JsonSerializer.Serialize<(string, long)?>(("x", 1), options));
        Assert.Equal("null", JsonSerializer.Serialize<(string, long)?>(null, options));
        Assert.Null(JsonSerializer.Deserialize<(string, long)?>("null", options));
        Assert.Null(types.GetTypeInfo(typeof(Dictionary<int, Order>), options));
        Assert.Null(types.GetTypeInfo(typeof(Dictionary<string, int>), options));
        Assert.Null(types.GetTypeInfo(typeof(KeyValuePair<string, Order>), options));
    }

    [Fact]
    public async Task The_resolver_knows_streams_and_events()
    {
        JsonTypes types = new();
        types.Add<Order>();
        types.AddStream<Order>();
        types.AddEvents<Order, ModelJson<Order>>();
        JsonSerializerOptions options = new() { TypeInfoResolver = types };
        Order order = new() { Id = 1 };
        AppEvent<Order> told = new(order, "new", "7", TimeSpan.FromSeconds(3));
        const string json = "{\"Data\":{\"id\":1},\"EventType\":\"new\",\"Id\":\"7\",\"Retry\":\"00:00:03\"}";

        Assert.Equal("[{\"id\":1}]", await WriteAsync(ItemsAsync(order), options));
        Assert.Equal($"[{json}]", await WriteAsync(ItemsAsync(told), options));
        Assert.Equal(json, JsonSerializer.Serialize(told, options));
        Assert.Equal(told, JsonSerializer.Deserialize<AppEvent<Order>>(json, options));
        Assert.Equal(
            "{\"data\":{\"id\":1},\"eventType\":\"message\",\"id\":null,\"retry\":null}",
            JsonSerializer.Serialize(new AppEvent<Order>(order, "message", null, null), new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = types }));
        Assert.Equal(
            new AppEvent<Order>(order, "message", null, null),
            JsonSerializer.Deserialize<AppEvent<Order>>("{\"DATA\":{\"id\":1},\"x\":[1],\"id\":null,\"retry\":null}", new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = types }));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<AppEvent<Order>>("{\"Retry\":\"soon\"}", options));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<AppEvent<Order>>("[]", options));
    }

    private static async Task<string> WriteAsync<T>(IAsyncEnumerable<T> items, JsonSerializerOptions options)
    {
        MemoryStream stream = new();
        await JsonSerializer.SerializeAsync(stream, items, options, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async IAsyncEnumerable<T> ItemsAsync<T>(T item)
    {
        await Task.CompletedTask;
        yield return item;
    }

    private static Order Read(string json) => JsonOf.Read<Order, ModelJson<Order>>(json);

    private static string Write(Order order) => JsonOf.Write<Order, ModelJson<Order>>(order);
}
