using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Input;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Names that nobody else has, and the names of clients.</summary>
public sealed class ScopeRules
{
    [Fact]
    public void The_first_free_candidate_is_taken()
    {
        NameScope scope = new(["A"], ["B"]);

        Assert.Equal("C", scope.Take("A", "B", "C", "D"));
        Assert.Equal("D", scope.Take("A", "B", "C", "D"));
    }

    [Fact]
    public void Without_a_free_one_the_first_is_numbered()
    {
        NameScope scope = new(["A", "B"]);

        Assert.Equal("A2", scope.Take("A", "B"));
        Assert.Equal("A3", scope.Take("A", "B"));
        Assert.Equal("B2", scope.Take("", "B"));
    }

    [Fact]
    public void What_has_no_name_is_a_value()
    {
        NameScope scope = new();

        Assert.Equal("Value", scope.Take("", ""));
        Assert.Equal("Value2", scope.Take(""));
        Assert.False(scope.TryTake(""));
    }

    [Fact]
    public void A_number_that_another_name_has_is_skipped_and_one_that_is_free_again_is_taken()
    {
        NameScope scope = new(["A", "A2"]);

        Assert.Equal("A3", scope.TakeNumbered("A"));
        Assert.Equal("A4", scope.TakeNumbered("A"));
        Assert.Equal("A2End", scope.TakeNumbered("A", "End"));
        scope.Release("A3");
        Assert.Equal("A3", scope.TakeNumbered("A"));
    }

    [Fact]
    public void Names_with_and_without_an_ending_are_counted_apart()
    {
        NameScope scope = new();

        Assert.Equal("AB2", scope.TakeNumbered("AB"));
        Assert.Equal("A2B", scope.TakeNumbered("A", "B"));
        Assert.Equal("A3B", scope.TakeNumbered("A", "B"));
    }

    [Theory]

    // The item's word, of which the end may be there or not.
    [InlineData("x.json", null, "Shop", "Shop")]
    [InlineData("x.json", null, "ShopClient", "Shop")]
    [InlineData("x.json", null, "Client", "Client")]
    [InlineData("x.json", null, "AClient", "A")]
    [InlineData("x.json", null, "Clients", "Clients")]
    [InlineData("x.json", null, "", "X")]

    // Else the file's name without what all have.
    [InlineData("shop.json", "T", null, "Shop")]
    [InlineData("shop.yaml", "T", null, "Shop")]
    [InlineData("shop.yml", "T", null, "Shop")]
    [InlineData("shop.YML", "T", null, "Shop")]
    [InlineData("shop.OpenApi.json", "T", null, "Shop")]
    [InlineData("shop.gradio.json", "T", null, "Shop")]
    [InlineData("shop.v2.json", "T", null, "ShopV2")]

    // A name that every app's document has says nothing, so the title does.
    [InlineData("openapi.json", "the shop", null, "TheShop")]
    [InlineData("OpenAPI.yaml", "the shop", null, "TheShop")]
    [InlineData("gradio.json", "the shop", null, "TheShop")]
    [InlineData("Gradio.json", "the shop", null, "TheShop")]
    [InlineData(".json", "the shop", null, "TheShop")]
    [InlineData("openapi.json", null, null, "App")]
    [InlineData("openapi.json", "---", null, "App")]
    [InlineData("---.json", "the shop", null, "App")]
    public void A_client_is_named_after(string file, string? title, string? clientName, string expected) =>
        Assert.Equal(expected, ClientNaming.BaseName(file, title, DocumentOptions.Default with { ClientName = clientName }));

    [Theory]
    [InlineData(null, null, "ShopApi")]
    [InlineData(null, "", "ShopApi")]
    [InlineData(null, "My.App", "My.App.ShopApi")]
    [InlineData("", "My.App", "My.App.ShopApi")]
    [InlineData("Other", "My.App", "Other")]
    public void Its_namespace_is(string? given, string? root, string expected) =>
        Assert.Equal(expected, ClientNaming.Namespace("Shop", DocumentOptions.Default with { Namespace = given, RootNamespace = root }));

    [Theory]
    [InlineData("/items/{item_id}/parts", "Items,ByItemId,Parts")]
    [InlineData("//items//-/x/", "Items,X")]
    [InlineData("/{}", "By")]
    [InlineData("/a-{b}.json", "ByABJson")]
    [InlineData("/", "")]
    public void The_words_of_a_path(string path, string words) => Assert.Equal(words, string.Join(',', PathWords.Of(path)));

    [Theory]

    // Whoever writes Async means the method, which has it anyway.
    [InlineData("\"loadAsync\"", "LoadAsync")]
    [InlineData("\"load\"", "LoadAsync")]
    [InlineData("\"async\"", "AsyncAsync")]
    [InlineData("\"aasync\"", "AasyncAsync")]
    [InlineData("\"AAsync\"", "AAsync")]

    // What has no name has that of its method and path.
    [InlineData("\"\"", "PostApiAAsync")]
    [InlineData("\" \"", "PostApiAAsync")]
    [InlineData("\"---\"", "PostApiAAsync")]
    [InlineData("null", "PostApiAAsync")]
    public void A_method_is_named_after(string operationId, string expected)
    {
        BoundDocument bound = BoundDocument.OfPaths($$$$$"""{"/api/a":{"post":{"operationId":{{{{{operationId}}}}},"responses":{}}}}""");

        Assert.Equal(expected, bound.TheOperation().MethodName);
    }

    [Fact]
    public void Methods_that_share_all_their_words_are_numbered()
    {
        const string Same = """{"operationId":"same","responses":{}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            $$$"""{"/a/b":{"get":{{{Same}}}},"/b/a":{"get":{{{Same}}}},"/a/b/":{"get":{{{Same}}}},"/b/a/":{"get":{{{Same}}}},"/a//b":{"get":{{{Same}}}}}""");

        Assert.Equal(
            ["SameAsync", "SameGetAsync", "SameABGetAsync", "SameBAGetAsync", "SameABGet2Async"],
            bound.Client.Groups.Single().Operations.Select(operation => operation.MethodName));
    }
}
