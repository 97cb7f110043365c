using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Tests.Binding;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>The method for all pages of a list is promised beside the one for a page.</summary>
public sealed class PagesTests
{
    private const string Place = """{ "name": "offset", "in": "query", "schema": { "type": "integer" } }, """;

    private const string Use = """
        static class Use
        {
            public static async Task RunAsync(DepotClient depot)
            {
                await foreach (Item one in depot.ListItemsAllAsync(limit: 5)) Console.WriteLine(one.Id);
            }
        }
        """;

    [Fact]
    public void A_lock_has_its_line() => Assert.Equal(
        """
        GET /api/items                                  ListItemsAsync
        GET /api/items ? limit                          limit integer optional @2
        GET /api/items ? offset                         offset integer optional @1
        GET /api/items ->                               Item[] status=200
        GET /api/items -> pages                         ListItemsAllAsync pages:Item

        """,
        string.Join('\n', LockFile.Write("depot.openapi.json", Facts(Document())).Split('\n').Skip(1).TakeWhile(line => line.Length > 0)) + "\n");

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        EquatableArray<Fact> facts = Facts(Document());

        EquatableArray<Fact> read = LockReader.Read(LockFile.Write("depot.openapi.json", facts), (_, problem) => Assert.Fail(problem));

        Assert.Equal(facts.Select(fact => fact with { Pointer = "" }), read);
        Assert.Empty(Difference.Of(read, facts));
    }

    // One that was written before there was such a method: nothing of the app has changed.
    [Fact]
    public void A_lock_without_it_is_no_change() =>
        Assert.Empty(Difference.Of(Facts(Document()).Where(fact => fact.Kind != FactKind.Method).ToEquatableArray(), Facts(Document())));

    [Fact]
    public void It_keeps_its_name()
    {
        EquatableArray<Fact> accepted = Facts(Document()).Select(fact => fact.Kind == FactKind.Method ? fact with { Name = "EachItemAsync" } : fact).ToEquatableArray();

        Assert.Equal(["ListItemsAsync(Query Int64? offset, Query Int64? limit) -> List<Item>", "EachItemAsync(Query Int64? limit) -> Pages Item"], Bind(Document(), accepted).Operations);
    }

    [Fact]
    public void An_operation_that_comes_later_does_not_take_it()
    {
        string after = Document().Replace(
            "\"paths\": {", """ "paths": { "/api/all": { "get": { "operationId": "list_items_all", "responses": { "204": { "description": "" } } } },""", StringComparison.Ordinal);

        Assert.Equal(
            ["ListItemsAllApiAsync() -> None", "ListItemsAllAsync(Query Int64? limit) -> Pages Item", "ListItemsAsync(Query Int64? offset, Query Int64? limit) -> List<Item>"],
            Bind(after, Facts(Document())).Operations.Order(StringComparer.Ordinal));
        Assert.Contains("ListItemsAllPagesAsync(Query Int64? limit) -> Pages Item", Bind(after, null).Operations);
    }

    [Fact]
    public void That_it_is_gone_is_told_where_it_is_called()
    {
        string accepted = LockFile.Write("depot.openapi.json", Facts(Document()));
        string after = Document().Replace(Place, "", StringComparison.Ordinal);

        Assert.DoesNotContain(Caller.Diagnose(Caller.Compile(Document(), accepted, Use)), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Contains(
            Difference.Of(Facts(Document()), Facts(after)),
            change => change is { Kind: "method.removed", Text: "GET /api/items gives no list of all pages any more" });
        string told = string.Join('|', Caller.Diagnose(Caller.Compile(after, accepted, Use)).Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage()}"));
        Assert.Contains("DBXAPP0302 'DepotClient.ListItemsAllAsync(", told, StringComparison.Ordinal);
        Assert.Contains("GET /api/items gives no list of all pages any more", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_of_its_items_is_told()
    {
        string after = Document().Replace("\"items\": { \"$ref\": \"#/components/schemas/Item\" }", "\"items\": { \"type\": \"string\" }", StringComparison.Ordinal);

        Assert.Contains(
            "response.type: the pages of GET /api/items gives pages:string now, was pages:Item",
            Difference.Of(Facts(Document()), Facts(after)).Select(change => $"{change.Kind}: {change.Text}"));
    }

    // What the method for a page sends if nobody gives a page, the one for all says at each.
    [Fact]
    public void What_changes_of_the_place_is_not_told_where_all_pages_are_read()
    {
        string Page(int first) => Document().Replace("\"offset\", \"in\": \"query\", \"schema\": { ", $"\"page\", \"in\": \"query\", \"schema\": {{ \"default\": {first}, ", StringComparison.Ordinal);
        string one = Use.Replace("await foreach (Item one in depot.ListItemsAllAsync(limit: 5)) Console.WriteLine(one.Id);", "await depot.ListItemsAsync(limit: 5);", StringComparison.Ordinal);

        Assert.Equal("", Told(Use));
        Assert.Equal("DBXAPP0301", Told(one));

        string Told(string use) => string.Join('|', Caller.Diagnose(Caller.Compile(Page(0), LockFile.Write("depot.openapi.json", Facts(Page(1))), use))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id));
    }

    private static EquatableArray<Fact> Facts(string document) => Surface.Of(Bind(document, null).Client);

    private static BoundDocument Bind(string document, EquatableArray<Fact>? kept) =>
        BoundDocument.Of(document, path: "depot.openapi.json", kept: kept is { } facts ? KeptNames.Of(facts) : null);

    private static string Document() => $$$"""
        {
          "openapi": "3.2.0", "info": { "title": "Depot", "version": "1" },
          "paths": { "/api/items": { "get": { "operationId": "list_items", "parameters": [{{{Place}}}{ "name": "limit", "in": "query", "schema": { "type": "integer" } }],
            "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } } } } } } },
          "components": { "schemas": { "Item": { "type": "object", "properties": { "id": { "type": "integer" } } } } }
        }
        """;
}
