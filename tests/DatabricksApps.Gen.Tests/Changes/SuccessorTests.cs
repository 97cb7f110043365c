using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Contract.Marks;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;
using DatabricksApps.Gen.Tests.Contract;

namespace DatabricksApps.Gen.Tests.Changes;

/// <summary>What has the place of a name that a lock had and could not keep is marked for the fixes of an editor.</summary>
public sealed class SuccessorTests
{
    [Theory]
    [InlineData("GET /api/items", "Stock.FindItemsAsync", "Successor ItemsOperations.ListItemsAsync <- StockOperations.FindItemsAsync")]
    [InlineData("GET /api/report", "Log.ReadReportAsync", "Successor DepotClient.ReadReportAsync <- LogOperations.ReadReportAsync")]
    [InlineData("GET /api/items ? q", "text", "Order ItemsOperations.ListItemsAsync <- xTeam=xTeam, text=q, limit=limit")]
    [InlineData("POST /api/items <-", "item", "Order ItemsOperations.CreateItemAsync <- item=body")]
    [InlineData("Item.note", "Remark", "Successor Item.Note <- Remark")]
    [InlineData("Color = blue", "Azure", "Successor Color.Blue <- Azure|Successor Color.Known.Blue <- Azure")]
    [InlineData("Part | Bolt", "Screw", "Successor Part.TryGetBolt <- TryGetScrew|Successor Part.FromBolt <- FromScrew")]
    public void Another_name_has_a_mark(string key, string former, string marks)
    {
        EquatableArray<Fact> now = DepotDocument.Facts();
        EquatableArray<Fact> was = new(now.Select(fact => fact.Key == key ? fact with { Name = former } : fact));
        MarkContext context = new(BoundDocument.Of(DepotDocument.Json, path: "depot.openapi.json").Client, was, now, _ => "depot.openapi.json:1");

        ChangesModel changes = PendingMarks.Of(context, Difference.Of(was, now))!;

        Assert.Equal(
            marks.Split('|'),
            changes.Marks.Where(mark => mark.Use is MarkUse.Successor or MarkUse.Order).Select(mark => $"{mark.Use} {mark.Type}.{mark.Member} <- {mark.Part}"));
    }

    [Fact]
    public void A_parameter_that_comes_last_moves_the_options_alone() => Assert.Contains(
        "\"xTeam=xTeam, q=q, limit=limit\", \"Order\"", Told(DepotDocument.With("/paths/~1api~1items/get/parameters/-", """{ "name": "page", "in": "query", "schema": { "type": "integer" } }""")), StringComparison.Ordinal);

    private static string Told(string json) => string.Concat(Generation.RunAndCompile(
        new Document("depot.openapi.json", json.Replace("\"default\":20", "\"default\":50", StringComparison.Ordinal)), new Document("depot.openapi.lock", ChangedDepot.Lock, isMarked: false))
        .Trees.Where(tree => tree.FilePath.EndsWith(".Changes.g.cs", StringComparison.Ordinal)));
}
