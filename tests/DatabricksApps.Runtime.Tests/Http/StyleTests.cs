using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>The examples of OpenAPI 3.1.1, "Style Examples", and what lies beside them.</summary>
public class StyleTests
{
    private static readonly string[] s_array = ["blue", "black", "brown"];

    private static readonly Dictionary<string, int> s_object = new() { ["R"] = 100, ["G"] = 200, ["B"] = 150 };

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, null, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, null, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, null, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, null, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public async Task Path(ParameterStyle style, bool explode, string? empty, string text, string array, string @object)
    {
        Assert.Equal($"GET /c/{text}/", await PathAsync<string, StringJson>("blue", style, explode));
        Assert.Equal($"GET /c/{array}/", await PathAsync<IReadOnlyList<string>, ListJson<string, StringJson>>(s_array, style, explode));
        Assert.Equal($"GET /c/{@object}/", await PathAsync<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>(s_object, style, explode));
        if (empty is not null)
        {
            Assert.Equal($"GET /c/{empty}/", await PathAsync<string, StringJson>("", style, explode));
        }
        else
        {
            // OpenAPI's table has "." and nothing here, and either would call another route.
            await Assert.ThrowsAsync<ArgumentException>(() => PathAsync<string, StringJson>("", style, explode));
        }
    }

    [Theory]
    [InlineData(ParameterStyle.Form, false, "?color=", "?color=blue", "?color=blue,black,brown", "?color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "?color=", "?color=blue", "?color=blue&color=black&color=brown", "?R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "?color=", "?color=blue", "?color=blue%20black%20brown", "?color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "?color=", "?color=blue", "?color=blue%7Cblack%7Cbrown", "?color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.DeepObject, true, "?color=", "?color=blue", "?color=blue&color=black&color=brown", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public async Task Query(ParameterStyle style, bool explode, string empty, string text, string array, string @object)
    {
        Assert.Equal("GET /c" + empty, await QueryAsync<string, StringJson>("", style, explode));
        Assert.Equal("GET /c" + text, await QueryAsync<string, StringJson>("blue", style, explode));
        Assert.Equal("GET /c" + array, await QueryAsync<IReadOnlyList<string>, ListJson<string, StringJson>>(s_array, style, explode));
        Assert.Equal("GET /c" + @object, await QueryAsync<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>(s_object, style, explode));
    }

    [Theory]
    [InlineData(false, "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(true, "blue,black,brown", "R=100,G=200,B=150")]
    public async Task Header(bool explode, string array, string @object)
    {
        AppRequest request = Calls.Get();
        request.AddHeader<IReadOnlyList<string>, ListJson<string, StringJson>>("X-Array", s_array, explode: explode);
        request.AddHeader<IReadOnlyDictionary<string, int>, MapJson<int, Int32Json>>("X-Object", s_object, explode: explode);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal(array, sent["X-Array"]);
        Assert.Equal(@object, sent["X-Object"]);
    }

    [Theory]
    [InlineData(false, "a=1; color=blue,black,brown; z=x y")]
    [InlineData(true, "a=1; color=blue; color=black; color=brown; z=x y")]
    public async Task Cookie(bool explode, string expected)
    {
        AppRequest request = Calls.Get();
        request.AddCookie("a", 1);
        request.AddCookie<IReadOnlyList<string>, ListJson<string, StringJson>>("color", s_array, explode: explode);
        request.AddCookie("n", (string?)null);
        request.AddCookie("z", "x y");

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal(expected.Replace("x y", "x%20y"), sent["Cookie"]);
    }

    [Fact]
    public async Task Nothing_of_null_null_items_and_empty_lists()
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery("a", (string?)null);
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("b", null);
        request.AddQuery<IReadOnlyList<string>, ListJson<string, StringJson>>("c", []);
        request.AddQuery<IReadOnlyList<int?>, ListJson<int?, NullableJson<int, Int32Json>>>("d", [1, null, 2]);
        request.AddQuery<IReadOnlyDictionary<string, string?>, MapJson<string?, ReferenceOrNullJson<string, StringJson>>>(
            "e", new Dictionary<string, string?> { ["x"] = null, ["y"] = "1" });

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /c?d=1&d=2&y=1", sent.Line);
    }

    [Fact]
    public async Task An_objects_list_repeats_its_name_and_what_lies_deeper_is_JSON()
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery<System.Text.Json.JsonElement, AnyJson>(
            "filter", System.Text.Json.JsonDocument.Parse("""{"tags":["a","b"],"size":{"w":1}}""").RootElement);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /c?tags=a&tags=b&size=%7B%22w%22%3A1%7D", sent.Line);
    }

    [Fact]
    public async Task Deep_objects_nest_and_their_lists_repeat()
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery<System.Text.Json.JsonElement, AnyJson>(
            "f", System.Text.Json.JsonDocument.Parse("""{"a":{"b":"x y"},"t":[1,2]}""").RootElement, ParameterStyle.DeepObject);

        SentRequest sent = await Calls.SendAsync(request);

        Assert.Equal("GET /c?f%5Ba%5D%5Bb%5D=x%20y&f%5Bt%5D=1&f%5Bt%5D=2", sent.Line);
    }

    private static async Task<string> PathAsync<T, TJson>(T value, ParameterStyle style, bool explode)
        where TJson : IJson<T>
    {
        AppRequest request = Calls.Get("/c/");
        request.AddPathValue<T, TJson>("color", value, style, explode);
        request.AddPath("/");
        return (await Calls.SendAsync(request)).Line;
    }

    private static async Task<string> QueryAsync<T, TJson>(T value, ParameterStyle style, bool explode)
        where TJson : IJson<T>
    {
        AppRequest request = Calls.Get("/c");
        request.AddQuery<T, TJson>("color", value, style, explode);
        return (await Calls.SendAsync(request)).Line;
    }
}
