using System.Text.Json;
using System.Text.Json.Nodes;
using MyApp.UnionsApi;

namespace DatabricksApps.Generated.Tests;

public sealed class UnionsTests
{
    [Fact]
    public async Task A_case_is_sent_with_its_discriminator()
    {
        StubHandler app = StubHandler.Json("""{"pet":{"kind":"cat","name":"Tom"},"others":[{"kind":"dog","name":"Rex","tricks":[]},{"kind":"fish","fins":2}],"id":7}""");

        Owner owner = await new UnionsClient(app.Client()).AdoptAsync(
            new Dog { Name = "Rex", Tricks = ["sit"] }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("""{"kind":"dog","name":"Rex","tricks":["sit"]}""", app.Last.Text);
        Assert.Equal("Tom, 9 lives", Describe(owner.Pet));
        Assert.Equal(["Rex, 0 tricks", """unknown {"kind":"fish","fins":2}"""], owner.Others.Select(Describe));
        Assert.True(owner.Id.TryGetInteger(out long id));
        Assert.Equal(7, id);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("\"5\"", "\"5\"")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("""{"kind":"cat","name":"Tom"}""", """{"kind":"cat","name":"Tom"}""")]
    public async Task A_union_told_by_shape_goes_as_its_case(string json, string sent)
    {
        StubHandler app = StubHandler.Json("null");
        StoreValueBody value = JsonSerializer.Deserialize<StoreValueBody>(json);

        Assert.Null(await new UnionsClient(app.Client()).StoreValueAsync(value, cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(value.TryGetUnknown(out _));
        Assert.Equal(sent, app.Last.Text);
    }

    [Theory]
    [InlineData("""{"pet":{"kind":"cat","name":"Tom"},"others":[],"id":"a","shape":{"radius":1.5},"when":"2024-05-06","tags":"one","free":true}""")]
    [InlineData("""{"pet":{"kind":"cat","name":"Tom"},"others":[],"id":"a","shape":{"side":2},"when":"2024-05-06T07:08:09Z","tags":["one"],"free":[1]}""")]
    [InlineData("""{"pet":{"kind":"cat","name":"Tom"},"others":[],"id":"a","shape":null,"tags":{"one":"1"},"free":{"a":1}}""")]
    [InlineData("""{"pet":{"kind":"cat","name":"Tom"},"others":[],"id":"a","shape":{"neither":1},"tags":null}""")]
    public void Every_case_comes_back(string json) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize<Owner>(json)))),
        JsonSerializer.Serialize(JsonSerializer.Deserialize<Owner>(json)));

    private static string Describe(CatOrDog pet) => pet.Match(
        onCat: cat => $"{cat.Name}, {cat.Lives} lives",
        onDog: dog => $"{dog.Name}, {dog.Tricks.Count} tricks",
        onUnknown: json => $"unknown {json}");
}
