using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Pipeline;

/// <summary>The names of the generated files: what a reader looks for.</summary>
public sealed class FileNamesTests
{
    [Fact]
    public void A_type_an_operation_and_the_client_stand_in_files_of_their_names()
    {
        GeneratedCode code = Generation.RunAndCompile(new Document("shop.openapi.json", """
            {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},
             "paths":{
              "/api/items":{"get":{"operationId":"read_items","tags":["items"],"parameters":[{"name":"sort","in":"query","schema":{"type":"string","enum":["a","b"]}}],"responses":{"204":{"description":""}}}},
              "/api/health":{"get":{"operationId":"health","responses":{"204":{"description":""}}}}},
             "components":{"schemas":{
              "Item":{"type":"object","properties":{"size":{"type":"string","enum":["s","m"]},"parts":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}}}}}}
            """));

        Assert.Equal(
            [
                "ShopClient/Item.g.cs", "ShopClient/ReadItemsSort.g.cs", "ShopClient/ShopClient.Items.g.cs", "ShopClient/ShopClient.Operations.g.cs",
                "ShopClient/ShopClient.g.cs", "ShopClient/ShopJson.g.cs",
            ],
            NamesOf(code));
        string item = code.Result.GeneratedSources.Single(source => source.HintName == "ShopClient/Item.g.cs").SourceText.ToString();
        Assert.Contains("partial class Item ", item);
        Assert.Contains("partial struct ItemSize ", item);
    }

    [Fact]
    public void Files_whose_names_differ_in_case_alone_are_numbered()
    {
        ClientModel client = new(
            "shop.openapi.json", "My.ShopApi", "Shop", "ShopClient", "ShopJson", true, DocModel.None,
            EquatableArray<string>.Empty, EquatableArray<GroupModel>.Empty, EquatableArray<TypeModel>.Empty);

        Assert.Equal(["Item-2", "ITEM", "SHOPCLIENT-2", "shopjson-2"], FileNames.TellApart(["Item", "ITEM", "SHOPCLIENT", "shopjson"], client));
    }

    [Fact]
    public void No_file_has_the_name_of_a_device_of_Windows() =>
        Assert.Contains("ShopClient/Aux_.g.cs", NamesOf(Generation.RunAndCompile(new Document("shop.openapi.json", TextOf("Aux")))));

    [Fact]
    public void Long_names_are_cut_and_told_apart()
    {
        string word = new('漢', 100);

        IReadOnlyList<string> names = NamesOf(Generation.RunAndCompile(new Document("shop.openapi.json", TextOf(word + "A", word + "B")), new Document(word + ".json", TextOf("Item"))));

        Assert.All(names, name => Assert.All(name.Split('/'), part => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(part), 1, 140)));
        Assert.Equal(4, names.Count(name => name.StartsWith("ShopClient/", StringComparison.Ordinal)));
        Assert.Equal(3, names.Count(name => name.StartsWith(new string('漢', 40) + "-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_clients_of_one_namespace_have_a_folder_each()
    {
        GeneratedCode code = Generation.RunAndCompile(
            new Document("a.openapi.json", TextOf("Item"), metadata: ("Namespace", "My.Apis")),
            new Document("b.openapi.json", TextOf("Itém"), metadata: ("Namespace", "My.Apis")));

        Assert.Equal(["AClient/AClient.g.cs", "AClient/AJson.g.cs", "AClient/Item.g.cs", "BClient/BClient.g.cs", "BClient/BJson.g.cs", "BClient/Itém.g.cs"], NamesOf(code));
    }

    private static string TextOf(params string[] schemas) =>
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{},\"components\":{\"schemas\":{"
        + string.Join(",", schemas.Select(name => $$$"""  "{{{name}}}":{"type":"object","properties":{"a":{"type":"string"} } } """)) + "}}}";

    private static IReadOnlyList<string> NamesOf(GeneratedCode code) =>
        [.. code.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal)];
}
