using System.Text.Json;
using System.Text.Json.Nodes;
using MyApp.StructuresApi;

namespace DatabricksApps.Generated.Tests;

public sealed class StructuresTests
{
    [Fact]
    public async Task A_generic_page_of_recursive_nodes_is_read()
    {
        StubHandler app = StubHandler.Json("""{"items":[{"name":"a","children":[{"name":"b","children":[],"parent":null}]}],"total":1,"next":null}""");

        PageNode page = await new StructuresClient(app.Client()).ReadPagesAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("GET /api/pages", app.Last.Line);
        Assert.Equal("b", page.Items[0].Children[0].Name);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Twins_that_differ_only_in_what_is_required_are_one_type()
    {
        StubHandler app = StubHandler.Json("""{"name":"a","children":[]}""");

        Node node = await new StructuresClient(app.Client()).SaveNodeAsync(
            new Node { Name = "a" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""{"name":"a"}""", app.Last.Text);
        Assert.Equal("a", node.Name);
    }

    [Fact]
    public async Task Names_that_clash_are_told_apart()
    {
        StubHandler app = StubHandler.Json("""{"a":{"id":1}}""");
        Box box = new()
        {
            BoxValue = "b",
            Class = "c",
            item_id = 1,
            itemId = 2,
            Win = 0.5,
            Schema = "s",
            _1st = true,
            Point = (1, 2.5),
            Scores = new Dictionary<string, double> { ["a"] = 1 },
            Matrix = [[1, 2], []],
            Sum = new BoxSum { Id = 1, Extra = "x" },
        };

        var parts = await new StructuresClient(app.Client()).BoxAsync(box, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"Box":"b","class":"c","item_id":1,"itemId":2,"win_%":0.5,"$schema":"s","1st":true,"sum":{"id":1,"extra":"x"},"point":[1,2.5],"scores":{"a":1},"matrix":[[1,2],[]]}""",
            app.Last.Text);
        Assert.Equal(1, parts["a"].Id);
    }

    [Theory]
    [InlineData("""{"Box":"b","class":"c","item_id":1,"options":null}""")]
    [InlineData("""{"Box":"b","class":"c","item_id":1,"options":{},"flags":{"size":1}}""")]
    [InlineData("""{"Box":"b","class":"c","item_id":1,"one":["a"],"point":[0,1],"free":{"a":null},"any_list":[1,"a",null],"base":{"id":2}}""")]
    public void A_box_comes_back(string json) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize<Box>(json)))),
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Box>(json)));

    [Fact]
    public void A_member_that_starts_at_an_empty_object_can_be_null()
    {
        Box box = JsonSerializer.Deserialize<Box>("""{"Box":"b","class":"c","item_id":1}""")!;

        Assert.NotNull(box.Options);
        Assert.Null(new Box(box) { Options = null }.Options);
        Assert.Equal("""{"Box":"b","class":"c","item_id":1}""", JsonSerializer.Serialize(box));
    }

    [Fact]
    public void The_resolver_knows_every_type_without_reflection()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = StructuresJson.TypeInfoResolver };

        Assert.Equal("""[{"id":1}]""", JsonSerializer.Serialize(new List<Base> { new() { Id = 1 } }, options));
        Assert.Equal(2, JsonSerializer.Deserialize<Base[]>("""[{"id":1},{"id":2}]""", options)![1].Id);
    }
}
