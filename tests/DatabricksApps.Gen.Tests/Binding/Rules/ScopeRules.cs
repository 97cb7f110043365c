using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Input;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Names that nobody else has, and the names of clients.</summary>
public sealed class ScopeRules
{
    [Fact]
    public void What_one_alone_wants_it_gets_and_what_two_want_neither_gets()
    {
        Assert.Equal(["A", "B"], Names([], ["A"], ["B"]));
        Assert.Equal(["B", "C"], Names([], ["A", "B"], ["A", "C"]));
        Assert.Equal(["C", "D"], Names(["A"], ["A", "C"], ["A", "D"]));
    }

    [Fact]
    public void What_two_wanted_nobody_gets_later()
    {
        Assert.Equal(["B", "C", "D"], Names([], ["A", "B"], ["A", "C"], ["", "A", "D"]));
        Assert.Equal(["A", "C"], Names([], ["A"], ["", "A", "C"]));
    }

    [Fact]
    public void Names_do_not_hang_on_the_order_of_those_who_want_them()
    {
        string[][] wanted = [["A", "B"], ["A", "C"], ["C", "D"], ["", "B", "E"], ["A"], ["A"]];
        string[] places = ["p", "q", "r", "s", "t", "u"];
        IReadOnlyDictionary<string, string> first = Named(places, wanted);

        Assert.Equal(first, Named([.. places.Reverse()], [.. wanted.Reverse()]));
        Assert.Equal(first, Named([.. places.Skip(3), .. places.Take(3)], [.. wanted.Skip(3), .. wanted.Take(3)]));
        Assert.Equal(places.Length, first.Values.Distinct().Count());
    }

    [Fact]
    public void Who_is_left_without_a_candidate_has_the_first_with_a_hash_of_its_place()
    {
        Assert.Equal(["A" + Words.Hash("0"), "A" + Words.Hash("1")], Names([], ["A"], ["A"]));
        Assert.Equal(["Value" + Words.Hash("0")], Names([], [""]));
    }

    [Fact]
    public void A_later_call_takes_no_name_of_an_earlier_one()
    {
        NameScope scope = new();

        Assert.Equal(["A"], Assign(scope, [new NameClaim("p", ["A"])]));
        Assert.Equal(["B"], Assign(scope, [new NameClaim("q", ["A", "B"])]));
    }

    private static IReadOnlyList<string> Names(string[] reserved, params string[][] wanted) => Assign(
        new NameScope(reserved),
        wanted.Select((candidates, i) => new NameClaim(i.ToString(System.Globalization.CultureInfo.InvariantCulture), candidates)));

    private static IReadOnlyList<string> Assign(NameScope scope, IEnumerable<NameClaim> claims)
    {
        NameClaim[] all = [.. claims];
        scope.Assign(all);
        return [.. all.Select(claim => claim.Name)];
    }

    private static Dictionary<string, string> Named(string[] places, string[][] wanted) =>
        places.Zip(Assign(new NameScope(), places.Zip(wanted, (place, names) => new NameClaim(place, names)))).ToDictionary(pair => pair.First, pair => pair.Second);

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
        Assert.Equal(expected, ClientNaming.Of(file, title, DocumentOptions.Default with { ClientName = clientName }).BaseName);

    [Theory]
    [InlineData(null, null, "ShopApi")]
    [InlineData(null, "", "ShopApi")]
    [InlineData(null, "My.App", "My.App.ShopApi")]
    [InlineData("", "My.App", "My.App.ShopApi")]
    [InlineData("Other", "My.App", "Other")]
    public void Its_namespace_is(string? given, string? root, string expected) =>
        Assert.Equal(expected, ClientNaming.Of("shop.json", null, DocumentOptions.Default with { Namespace = given, RootNamespace = root }).Namespace);

    [Theory]
    [InlineData("/items/{item_id}/parts", "Items,ByItemId,Parts")]
    [InlineData("//items//-/x/", "Items,Minus,X")]
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
    public void Methods_that_share_all_their_words_are_told_by_a_slash_at_the_end_and_then_by_a_hash()
    {
        const string Same = """{"operationId":"same","responses":{}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            $$$"""{"/a/b":{"get":{{{Same}}}},"/b/a":{"get":{{{Same}}}},"/a/b/":{"get":{{{Same}}}},"/b/a/":{"get":{{{Same}}}},"/a//b":{"get":{{{Same}}}}}""");

        Assert.Equal(
            ["Same0b194d2dAsync", "SameBAAsync", "SameABSlashAsync", "SameBASlashAsync", "Same2d702896Async"],
            bound.Client.Groups.Single().Operations.Select(operation => operation.MethodName));
    }
}
