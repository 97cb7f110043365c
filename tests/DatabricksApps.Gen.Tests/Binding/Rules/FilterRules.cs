using System.Globalization;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What a filter of an item is compared with, and that one which matches nothing is told.</summary>
public sealed class FilterRules
{
    private const string Routes = "route, which begins with BasePath or the path of the document's server";

    [Theory]

    // The route is compared, as it is called: whatever part of it the document's server, or BasePath, says.
    [InlineData("/api/v1", null, "/api/**", "A,B", null)]
    [InlineData("https://h.example/api/v1/", null, "/api/v1/a", "A", null)]
    [InlineData("/api/v1", null, "/a", "", "IncludePaths '/a' matches no " + Routes + "; the routes are '/api/v1/a', '/api/v1/b'")]
    [InlineData("/x", "/api", "/api/*", "A,B", null)]
    [InlineData("/x", "api", "/api/b", "B", null)]
    [InlineData("/x", "/api", "/x/**", "", "IncludePaths '/x/**' matches no " + Routes + "; the routes are '/api/a', '/api/b'")]
    [InlineData("", null, "/a", "A", null)]
    public void IncludePaths_is_compared_with_the_route(string server, string? basePath, string pattern, string methods, string? told)
    {
        BoundDocument bound = BoundDocument.Of(
            """
            {"openapi":"3.1.0","info":{},"servers":[{"url":"SERVER"}],
            "paths":{"/a":{"get":{"operationId":"a","responses":{}}},"/b":{"get":{"operationId":"b","responses":{}}}}}
            """.Replace("SERVER", server, StringComparison.Ordinal),
            DocumentOptions.Default with { BasePath = basePath, IncludePaths = EquatableArray.Create(pattern) });

        Assert.Equal(methods, Methods(bound));
        Assert.Equal(told is null ? [] : [told], Told(bound));
    }

    [Theory]

    // In 2.0 and in a server of the path or operation too.
    [InlineData("""{"swagger":"2.0","info":{},"basePath":"/api","paths":{"/a":{"get":{"operationId":"a","responses":{}}}}}""")]
    [InlineData("""{"openapi":"3.0.0","info":{},"paths":{"/a":{"servers":[{"url":"/api"}],"get":{"operationId":"a","responses":{}}}}}""")]
    [InlineData("""{"openapi":"3.2.0","info":{},"servers":[{"url":"/x"}],"paths":{"/a":{"get":{"servers":[{"url":"/{v}","variables":{"v":{"default":"api"}}}],"operationId":"a","responses":{}}}}}""")]
    public void A_route_has_its_server_wherever_the_document_says_it(string document)
    {
        BoundDocument bound = BoundDocument.Of(document, DocumentOptions.Default with { IncludePaths = EquatableArray.Create("/api/**") });

        Assert.Equal("A", Methods(bound));
        Assert.Empty(Told(bound));
    }

    [Theory]
    [InlineData("x", "", "", "A", null)]
    [InlineData("X|z", "", "", "A", "IncludeTags 'z' is the tag of no operation; the tags are 'x', 'y'")]
    [InlineData("", "/api/a|/apy/**", "", "A", "IncludePaths '/apy/**' matches no " + Routes + "; the routes are '/api/a', '/api/b'")]
    [InlineData("", "", "/api/c", "A,B", "ExcludePaths '/api/c' matches no " + Routes + "; the routes are '/api/a', '/api/b'")]
    [InlineData("x", "/api/b", "", "", "IncludeOperations, IncludeTags, IncludePaths and ExcludePaths together leave nothing, so that the client has no method")]
    [InlineData("", "", "/api/**", "", "IncludeOperations, IncludeTags, IncludePaths and ExcludePaths together leave nothing, so that the client has no method")]

    // What is left out by one pattern still counts as matched by another.
    [InlineData("", "/api/*", "/api/b", "A", null)]
    [InlineData("y", "", "/api/a", "B", null)]
    public void A_filter_that_matches_nothing_is_told(string tags, string include, string exclude, string methods, string? told)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"a","tags":["x"],"responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["y"],"responses":{}}}}""",
            "{}",
            DocumentOptions.Default with { IncludeTags = Split(tags), IncludePaths = Split(include), ExcludePaths = Split(exclude) });

        Assert.Equal(methods, Methods(bound));
        Assert.Equal(told is null ? [] : [told], Told(bound));
    }

    [Theory]

    // The operationId as the document writes it, and the function that FastAPI made it of.
    [InlineData("read_item_api_items__item_id__get", "ReadItem", null)]
    [InlineData("read_item", "ReadItem", null)]
    [InlineData("read_item|list_*", "ListItems,ListParts,ReadItem", null)]
    [InlineData("list_*_get", "ListItems", null)]
    [InlineData("parts-list_parts", "ListParts", null)]
    [InlineData("Ping", "Ping", null)]
    [InlineData("*", "ListItems,ListParts,Ping,ReadItem", null)]

    // A name of Python is told from another by its case too; and what has no name is chosen by nothing.
    [InlineData("ping|Ping", "Ping", "IncludeOperations 'ping' is the name of no operation; the names are 'list_items', 'read_item', 'list_parts', 'Ping'")]
    [InlineData("item", "", "IncludeOperations 'item' is the name of no operation; the names are 'list_items', 'read_item', 'list_parts', 'Ping'")]
    [InlineData("GetApiNameless", "", "IncludeOperations 'GetApiNameless' is the name of no operation; the names are 'list_items', 'read_item', 'list_parts', 'Ping'")]
    public void IncludeOperations_is_compared_with_the_names_of_an_operation(string include, string methods, string? told)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/items":{"get":{"operationId":"list_items_api_items_get","responses":{}}},
            "/api/items/{item_id}":{"get":{"operationId":"read_item_api_items__item_id__get","parameters":[{"name":"item_id","in":"path","required":true}],"responses":{}}},
            "/api/parts":{"get":{"operationId":"parts-list_parts","tags":["parts"],"responses":{}}},
            "/api/ping":{"get":{"operationId":"Ping","responses":{}}},
            "/api/nameless":{"get":{"responses":{}}}}
            """,
            "{}",
            DocumentOptions.Default with { IncludeOperations = Split(include) });

        Assert.Equal(methods, Methods(bound));
        Assert.Equal(told is null ? [] : [told], Told(bound));
    }

    [Fact]
    public void What_is_asked_for_by_name_has_to_pass_the_other_filters()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"a","tags":["x"],"responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["y"],"responses":{}}}}""",
            """{"Unused":{"type":"object"}}""",
            DocumentOptions.Default with { IncludeOperations = Split("a|b"), IncludeTags = Split("y") });

        Assert.Equal("B", Methods(bound));
        Assert.Empty(Told(bound));
        Assert.Empty(bound.Client.Types);
    }

    [Fact]
    public void Of_a_document_without_operations_every_filter_is_told()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            "{}", """{"A":{"type":"object"}}""", DocumentOptions.Default with { IncludeOperations = Split("a"), IncludeTags = Split("x"), ExcludePaths = Split("/a") });

        Assert.Equal(
            ["IncludeOperations 'a' is the name of no operation; there is no name", "ExcludePaths '/a' matches no " + Routes + "; there is no route", "IncludeTags 'x' is the tag of no operation; there is no tag"],
            Told(bound));
    }

    [Fact]
    public void Of_many_routes_ten_are_named()
    {
        string paths = string.Join(',', Enumerable.Range(10, 12).Select(i =>
            """ "/N":{"get":{"operationId":"oN","responses":{}}} """.Replace("N", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        BoundDocument bound = BoundDocument.OfPaths("{" + paths + "}", "{}", DocumentOptions.Default with { ExcludePaths = Split("/x") });

        Assert.EndsWith("the routes are '/10', '/11', '/12', '/13', '/14', '/15', '/16', '/17', '/18', '/19', others", Assert.Single(Told(bound)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "keep the others out with IncludePaths=\"/api/**\"")]
    [InlineData(true, "")]
    public void IncludePaths_is_recommended_where_it_leaves_something(bool areAllOutside, string recommended)
    {
        string other = areAllOutside ? "" : ""","/api/b":{"get":{"operationId":"b","responses":{}}}""";
        BoundDocument bound = BoundDocument.OfPaths("""{"/a":{"get":{"operationId":"a","responses":{}}}""" + other + "}");

        string message = Assert.Single(bound.Findings, finding => finding.Id == "DBXAPP0201").Message;
        Assert.Equal(!areAllOutside, message.Contains("IncludePaths", StringComparison.Ordinal));
        Assert.Contains(recommended, message, StringComparison.Ordinal);
    }

    private static EquatableArray<string> Split(string text) =>
        text.Split('|', StringSplitOptions.RemoveEmptyEntries).ToEquatableArray();

    private static string Methods(BoundDocument bound) =>
        string.Join(',', bound.Client.Groups.SelectMany(group => group.Operations).Select(operation => operation.MethodName[..^5]).Order());

    private static string[] Told(BoundDocument bound) =>
        [.. bound.Findings.Where(finding => finding.Id == "DBXAPP0109").Select(finding => finding.Message)];
}
