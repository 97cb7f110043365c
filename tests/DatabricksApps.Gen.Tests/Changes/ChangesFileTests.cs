using System.Text.Json.Nodes;
using DatabricksApps.Contract.Mutations;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Tests.Contract;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>The file that stands beside a client while changes are pending.</summary>
public sealed class ChangesFileTests
{
    private const string Name = "DepotClient/DepotClient.Changes.g.cs";

    [Fact]
    public void An_accepted_document_has_no_such_file_and_the_client_of_a_pending_one_is_the_same()
    {
        string[] accepted = [.. Sources(DepotDocument.Json, ChangedDepot.Lock).Select(file => file.Key)];
        Dictionary<string, string> without = Sources(Changed(), null), pending = Sources(Changed(), ChangedDepot.Lock);

        Assert.DoesNotContain(Name, accepted);
        Assert.Equal(without.Keys.Append(Name).Order(StringComparer.Ordinal), pending.Keys.Order(StringComparer.Ordinal));
        Assert.All(without, file => Assert.Equal(file.Value, pending[file.Key]));
    }

    [Fact]
    public void What_is_gone_is_declared_as_it_was_and_what_changed_is_marked() => Assert.Equal(
        """
        [assembly: global::DatabricksApps.Generated.AppChanged(typeof(global::MyApp.DepotApi.ItemsOperations), "ListItemsAsync", "limit=20", "Omitted", "DBXAPP0301", "depot.openapi.json:1: 'limit' of GET /api/items left out means 50 now, was 20. Give it here if the old value is meant")]

        namespace MyApp.DepotApi
        {
            using dbApps = global::DatabricksApps.Generated;

            partial class ItemsOperations
            {
                [global::System.Obsolete("depot.openapi.json:1: DELETE /api/items/{item_id} is gone. The app does not have it any more", error: true, DiagnosticId = "DBXAPP0302", UrlFormat = "https://github.com/DatabricksApps/DatabricksApps.Gen#dbxapp0302")]
                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public global::System.Threading.Tasks.Task DeleteItemAsync(long itemId, global::DatabricksApps.AppRequestOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default) => throw new global::System.NotSupportedException();
            }

            partial class Item
            {
                [global::System.Obsolete("depot.openapi.json:1: 'note' of Item is gone, was string?, optional. The app does not have it any more", error: true, DiagnosticId = "DBXAPP0302", UrlFormat = "https://github.com/DatabricksApps/DatabricksApps.Gen#dbxapp0302")]
                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                public string? Note { get => throw new global::System.NotSupportedException(); init { } }
            }
        }

        """,
        Sources(Changed(), ChangedDepot.Lock)[Name] is var text ? text[text.IndexOf("[assembly", StringComparison.Ordinal)..] : "");

    [Fact]
    public void All_that_a_document_had_can_be_gone()
    {
        GeneratedCode code = Generation.RunAndCompile(
            new Document("depot.openapi.json", """{"openapi":"3.1.0","info":{},"paths":{}}"""), new Document("depot.openapi.lock", ChangedDepot.Lock, isMarked: false));

        string text = code.Trees.Single(tree => tree.FilePath.EndsWith(".Changes.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("public ItemsOperations Items =>", text, StringComparison.Ordinal);
        Assert.Contains("public sealed class NewItem", text, StringComparison.Ordinal);
        Assert.Contains("public readonly record struct Part", text, StringComparison.Ordinal);
        Assert.Contains("public enum Known { Unknown, Blue, Green, Red }", text, StringComparison.Ordinal);
    }

    // The compiler reads the file whether or not code names what stands in it.
    [Theory]
    [MemberData(nameof(MutationTests.Names), MemberType = typeof(MutationTests))]
    public void The_file_of_every_kind_of_change_compiles(string name)
    {
        MutationCheck depot = MutationCheck.Of("depot.openapi.json", DepotDocument.Json)!;
        Mutation mutation = MutationCheck.Mutations.Single(one => one.Name == name);

        if (depot.Change(mutation, 0) is var (changed, _))
        {
            Sources(changed.ToJsonString(), ChangedDepot.Lock);
        }
    }

    [Fact]
    public void A_case_that_is_gone_together_with_its_type_is_converted_in_the_type()
    {
        JsonNode root = JsonNode.Parse(DepotDocument.With("/components/schemas/Part", """{ "oneOf": [ { "$ref": "#/components/schemas/Bolt" }, { "$ref": "#/components/schemas/Item" } ] }"""))!;
        root["components"]!["schemas"]!.AsObject().Remove("Nut");

        string text = Sources(root.ToJsonString(), ChangedDepot.Lock)[Name];

        int type = text.IndexOf("public sealed class Nut", StringComparison.Ordinal), conversion = text.IndexOf("public static implicit operator Part(Nut value)", StringComparison.Ordinal);
        Assert.InRange(type, 1, conversion);
        Assert.Equal(conversion, text.LastIndexOf("implicit operator Part(Nut", StringComparison.Ordinal) - "public static ".Length);
    }

    // What a lock says of types and names may be anything.
    [Theory]
    [InlineData("ItemsOperations", "Evil")]
    [InlineData("Item.note  Note string? optional", "Item.note  ToString string? optional")]
    [InlineData("Item.note  Note string? optional", "Item.note  Item string? optional")]
    [InlineData("Item.note  Note string? optional", "Item.note  A;B string? optional")]
    [InlineData("Item.note  Note string? optional", "Item.note  Note \"\\u000a; optional")]
    [InlineData("Color = blue  Blue", "Color = blue  Known")]
    [InlineData("Color = blue  Blue", "Color = blue  9")]
    [InlineData("item_id integer", "options integer")]
    public void An_edited_lock_still_gives_code_that_compiles(string was, string edited)
    {
        string squeezed = System.Text.RegularExpressions.Regex.Replace(ChangedDepot.Lock, " {2,}", "  ");
        string deep = squeezed.Replace(was, edited, StringComparison.Ordinal) + $"GET /api/deep  DeepAsync\nGET /api/deep ->  {new string('{', 10_000)}\n";

        foreach (string json in new[] { Changed(), """{"openapi":"3.1.0","info":{},"paths":{}}""" })
        {
            Generation.RunAndCompile(new Document("depot.openapi.json", json), new Document("depot.openapi.lock", deep, isMarked: false));
        }
    }

    private static string Changed()
    {
        string json = DepotDocument.With("/components/schemas/Item/properties/note", null);
        return json.Replace("\"default\":20", "\"default\":50", StringComparison.Ordinal).Replace("\"/api/items/{item_id}\":{\"delete\"", "\"/api/items/{item_id}\":{\"x-delete\"", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Sources(string json, string? accepted)
    {
        List<Document> documents = [new Document("depot.openapi.json", json)];
        if (accepted is not null)
        {
            documents.Add(new Document("depot.openapi.lock", accepted, isMarked: false));
        }

        GeneratedCode code = Generation.RunAndCompile([.. documents]);
        return code.Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }
}
