using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which lists have a method for all their pages, and what it goes by.</summary>
public sealed partial class PagingRules
{
    [Theory]

    // FastAPI's tutorial, with a list as it is.
    [InlineData("skip=0 limit=100", "[]", "LimitOffset skip limit 100/ : ")]
    [InlineData("offset limit", "[]", "LimitOffset offset limit / : ")]
    [InlineData("offset=0 limit=20<=50", "[]", "LimitOffset offset limit 20/50 : ")]
    [InlineData("q! offset limit", "[]", "LimitOffset offset limit / : ")]

    // In an object: by the names that such lists have, or the one list among counts.
    [InlineData("offset limit", "items:I total:W", "LimitOffset offset limit / : Items total=Total")]
    [InlineData("offset limit", "data:I count:W", "LimitOffset offset limit / : Data total=Count")]
    [InlineData("offset limit", "items:I total_count:W count:W", "LimitOffset offset limit / : Items total=TotalCount")]
    [InlineData("offset limit", "dags:I total_entries:W", "LimitOffset offset limit / : Dags total=TotalEntries")]
    [InlineData("offset limit", "items:I errors:I", "LimitOffset offset limit / : Items")]
    [InlineData("start=0 count", "data:I total:W", "LimitOffset start count / : Data total=Total")]

    // One object further in.
    [InlineData("offset limit", "data:I meta:{total:W}", "LimitOffset offset limit / : Data total=Meta?.Total")]
    [InlineData("offset limit", "code:W data:{items:I total:W}", "LimitOffset offset limit / : Data?.Items total=Data?.Total")]

    // The first page is 0 or 1, as the default says, or the least.
    [InlineData("page=1 size=50<=100", "items:I total:W page:W size:W pages:W", "PageSize page size 50/100 from 1: Items total=Total pages=Pages")]
    [InlineData("page=0 page_size", "results:I", "PageSize page pageSize / from 0: Results")]
    [InlineData("page>=1 per_page", "[]", "PageSize page perPage / from 1: ")]
    [InlineData("page>=0 limit", "[]", "PageSize page limit / from 0: ")]
    [InlineData("page=1>=0 limit", "[]", "PageSize page limit / from 1: ")]

    // The text that the page before has: by pairs of names.
    [InlineData("cursor:N limit", "items:I next_cursor:N", "Cursor cursor: Items next=NextCursor")]
    [InlineData("cursor:S limit", "data:I nextCursor:S hasMore:B", "Cursor cursor: Data next=NextCursor more=HasMore")]
    [InlineData("page_token:N page_size", "voices:I next_page_token:N", "Cursor pageToken: Voices next=NextPageToken")]
    [InlineData("pageToken:S", "items:I next-page-token:N", "Cursor pageToken: Items next=NextPageToken")]
    [InlineData("page:S limit", "data:I next_page:N", "Cursor page: Data next=NextPage")]
    [InlineData("pagination_token:S", "data:I meta:{next_token:S}", "Cursor paginationToken: Data next=Meta?.NextToken")]
    [InlineData("continue:S limit", "items:I metadata:{continue:S}", "Cursor continue: Items next=Metadata?.Continue")]
    [InlineData("after:S limit", "data:I last_id:N has_more:B", "Cursor after: Data next=LastId more=HasMore")]
    [InlineData("cursor:S", "deployments:I workspace:S next_cursor:N", "Cursor cursor: Deployments next=NextCursor")]
    [InlineData("pageToken:S", "operations:I unreachable:I nextPageToken:S", "Cursor pageToken: Operations next=NextPageToken")]
    [InlineData("cursor:N size=50<=100", "items:I total:N current_page:N previous_page:N next_page:N", "Cursor cursor: Items next=NextPage")]
    [InlineData("cursor:S page=1 size", "items:I next_cursor:N", "Cursor cursor: Items next=NextCursor")]

    // Django REST framework's three: by page, by offset, by cursor.
    [InlineData("page page_size", "count:W next:U previous:U results:I", "Link page: Results next=Next")]
    [InlineData("limit offset", "count:W next:U previous:U results:I", "LimitOffset offset limit / : Results total=Count next=Next")]
    [InlineData("cursor:S page_size", "next:U previous:U results:I", "Link cursor: Results next=Next")]
    [InlineData("cursor:S'The pagination cursor value.'", "next:N previous:N results:I", "Link cursor: Results next=Next")]
    [InlineData("q", "value:I nextLink:S", "Link : Value next=NextLink")]
    [InlineData("q", "items:I links:{next:U}", "Link : Items next=Links?.Next")]

    // What says by itself whether another page follows, and numbers that are of something else.
    [InlineData("offset limit", "items:I has_more:B", "LimitOffset offset limit / : Items more=HasMore")]
    [InlineData("page=1 size", "content:I last:B totalPages:W", "PageSize page size / from 1: Content pages=TotalPages last=Last")]
    [InlineData("page=1 size", "items:I next_page:N", "PageSize page size / from 1: Items next=NextPage")]
    [InlineData("page=1 size", "items:I next_page:W", "PageSize page size / from 1: Items next=NextPage")]
    [InlineData("page=1 size", "items:I document:{pages:W}", "PageSize page size / from 1: Items")]
    [InlineData("page=1 size", "items:I quota:{total:W} count:W", "PageSize page size / from 1: Items total=Count")]
    [InlineData("page=1 size", "items:I summary:{total:W} account_info:{total:W}", "PageSize page size / from 1: Items")]
    [InlineData("page=1 size", "items:I page_count:W", "PageSize page size / from 1: Items")]
    [InlineData("page=1 size", "items:I last_page:W", "PageSize page size / from 1: Items pages=LastPage")]
    [InlineData("page=0 size", "items:I last_page:W", "PageSize page size / from 0: Items")]
    [InlineData("offset'How many items to skip.' limit", "[]", "LimitOffset offset limit / : ")]
    [InlineData("q", "value:I @odata.nextLink:S", "Link : Value next=OdataNextLink")]
    public void A_list_in_pages_has_a_method_for_all_of_them(string query, string answer, string expected) =>
        Assert.Equal(expected, Describe(Load(query, answer)));

    [Theory]

    // One number alone says no place; of two nobody knows which.
    [InlineData("limit", "[]")]
    [InlineData("offset", "[]")]
    [InlineData("offset skip limit", "[]")]
    [InlineData("offset limit size", "[]")]
    [InlineData("offset:S limit", "[]")]

    // An offset that begins elsewhere, or counts pages.
    [InlineData("offset=1 limit", "[]")]
    [InlineData("offset>=1 limit", "[]")]
    [InlineData("start count", "[]")]
    [InlineData("offset'The page of records.' limit", "[]")]
    [InlineData("skip'How many pages to skip.' limit", "[]")]
    [InlineData("offset'Page offset, 0 is the first one.' limit", "[]")]
    [InlineData("offset'Zero-based page to return.' limit", "[]")]
    [InlineData("offset>=0<=1 limit", "[]")]

    // A page whose first number is not said, or contradicts itself; a text; one beside a cursor; no size.
    [InlineData("page size", "items:I total:W")]
    [InlineData("page=2 size", "items:I")]
    [InlineData("page=0>=1 size", "items:I")]
    [InlineData("page:S size", "items:I")]
    [InlineData("page=1 size page_token:S", "items:I")]
    [InlineData("page=1", "items:I")]
    [InlineData("offset limit page", "items:I")]

    // A cursor without its pair, or with two; one that the last page has too; a link that may be a word.
    [InlineData("cursor:S limit", "items:I")]
    [InlineData("cursor:S limit", "items:I next:N")]
    [InlineData("cursor:S page_token:S", "items:I next_cursor:N next_page_token:N")]
    [InlineData("cursor!:S limit", "items:I next_cursor:N")]
    [InlineData("cursor limit", "items:I next_cursor:N")]
    [InlineData("after:S limit", "data:I last_id:N")]
    [InlineData("q", "items:I next:N")]
    [InlineData("q", "items:I")]

    // No list, two lists, a thing with a list of its own, a list of pages, a list of anything.
    [InlineData("offset limit", "total:W")]
    [InlineData("offset limit", "items:I others:I")]
    [InlineData("offset limit", "id:W name:S lines:I")]
    [InlineData("offset limit", "[page]")]
    [InlineData("offset limit", "S")]
    [InlineData("offset limit", "a:{items:I} b:{items:I}")]
    public void What_leaves_doubt_has_none(string query, string answer) => Assert.Equal("", Describe(Load(query, answer)));

    [Fact]
    public void The_header_is_followed_if_the_success_declares_it()
    {
        Assert.Equal("LinkHeader : ", Describe(Load("q", "[]", headers: "Link")));
        Assert.Equal("LinkHeader page: ", Describe(Load("page size", "[]", headers: "link")));
        Assert.Equal("PageSize page size / from 1: ", Describe(Load("page=1 size", "[]", headers: "Link")));
        Assert.Equal("", Describe(Load("q", "[]", headers: "X-Link")));
        Assert.Equal("", Describe(Load("q", "S", headers: "Link")));
    }

    // An address of the app need not have the key that the client adds.
    [Theory]
    [InlineData("query", "")]
    [InlineData("header", "Link : Items next=Next")]
    public void No_link_is_followed_where_a_key_goes_into_the_query(string place, string expected)
    {
        string schemes = """{"k":{"type":"apiKey","in":"PLACE","name":"key"}}""".Replace("PLACE", place, StringComparison.Ordinal);
        BoundDocument bound = BoundDocument.Of(
            "{\"openapi\":\"3.1.0\",\"info\":{},\"security\":[{\"k\":[]}],\"paths\":{\"/api/a\":" + Operation("load", "q", "items:I next:U", "get")
            + "},\"components\":{\"schemas\":" + Schemas + ",\"securitySchemes\":" + schemes + "}}");

        Assert.Equal(expected, Describe(bound));
    }

    [Theory]
    [InlineData("none", "offset limit", "[]", "")]
    [InlineData("load=none", "offset limit", "[]", "")]
    [InlineData("lo*=none", "offset limit", "[]", "")]
    [InlineData("other=none|load=none|cursor", "offset limit", "[]", "")]
    [InlineData("page-size", "page=1 size offset", "[]", "PageSize page size / from 1: ")]
    [InlineData("page-size", "offset limit", "[]", "")]
    [InlineData("load=page-size", "page size", "[]", "PageSize page size / from 1: ")]
    [InlineData("load=page-size", "page", "items:I", "PageSize page  / from 1: Items")]
    [InlineData("load=limit-offset", "start limit", "[]", "LimitOffset start limit / : ")]
    [InlineData("load=limit-offset", "offset", "id:W name:S lines:I", "LimitOffset offset  / : Lines")]
    [InlineData("load=cursor", "cursor:S", "items:I next:S", "Cursor cursor: Items next=Next")]
    [InlineData("GET /api/a=none", "offset limit", "[]", "")]
    [InlineData("load=link", "q", "items:I next:N", "Link : Items next=Next")]
    [InlineData("load=link", "page=1 size", "[]", "LinkHeader page: ")]
    public void What_the_user_says_counts(string paging, string query, string answer, string expected)
    {
        BoundDocument bound = Load(query, answer, options: DocumentOptions.Default with { Paging = paging.Split('|').ToEquatableArray() });

        Assert.Equal(expected, Describe(bound));
    }

    [Theory]
    [InlineData("pages", "DBXAPP0006 ", "Paging 'pages' is none of none, limit-offset, page-size, cursor, link, alone or behind the name of an operation and '='")]
    [InlineData("=cursor", "DBXAPP0006 ", "Paging '=cursor' is none of none, limit-offset, page-size, cursor, link, alone or behind the name of an operation and '='")]
    [InlineData("lode=cursor", "DBXAPP0109 ", "Paging 'lode=cursor' names no operation that the item takes, by its operationId, its function or its route, such as GET /api/items")]
    [InlineData("cursor", "DBXAPP0109 ", "Paging 'cursor' is the style of no list of the document")]
    [InlineData(
        "load=cursor", "DBXAPP0109 /paths/~1api~1a/get",
        "Paging 'load=cursor': the operation is no GET that answers with one list, or has not what this style goes by")]
    public void What_the_user_says_of_nothing_is_told(string paging, string place, string message)
    {
        BoundDocument bound = Load("offset limit", "[]", options: DocumentOptions.Default with { Paging = new[] { paging }.ToEquatableArray() });

        Finding told = Assert.Single(bound.Findings, finding => finding.Id is "DBXAPP0006" or "DBXAPP0109");
        Assert.Equal((place, message), ($"{told.Id} {told.Pointer}", told.Message));
    }

    [Fact]
    public void An_entry_that_loses_to_one_before_it_is_told_as_that()
    {
        BoundDocument bound = Load("offset limit", "[]", options: DocumentOptions.Default with { Paging = new[] { "l*=none", "load=limit-offset" }.ToEquatableArray() });

        Finding told = Assert.Single(bound.Findings, finding => finding.Id == "DBXAPP0109");
        Assert.Equal("Paging 'load=limit-offset' is about operations alone that an entry before it names", told.Message);
    }

    [Theory]
    [InlineData("page size", "items:I", "whether 'page' begins at 0 or at 1 is not said: it has neither as its default or minimum, and would be read from 1 on", "page-size")]
    [InlineData("page=1", "items:I total:W", "'page' has no one parameter beside it that says how many items a page has", "page-size")]
    [InlineData("page=1", "items:I has_more:B", "'page' has no one parameter beside it that says how many items a page has", "page-size")]
    [InlineData("cursor:S limit", "items:I", "no member of a page is the 'cursor' of the next", null)]
    [InlineData("cursor:S limit", "items:I next:N", "that the 'next' of a page is the 'cursor' of the next, and what it is on the last, is not plain", "cursor")]
    [InlineData("offset=1 limit", "[]", "that 'offset' begins at 0 is not said", "limit-offset")]
    [InlineData("offset", "[]", "'offset' has no one parameter beside it that says how many items a page has", "limit-offset")]
    [InlineData("offset limit page", "[]", "beside 'offset' stands a page or a cursor", "limit-offset")]
    [InlineData("offset'Number of the page, or page number' limit", "[]", "'offset' seems to count pages, not items", "limit-offset")]
    [InlineData("offset limit", "id:W name:S lines:I", "which member of the answer is the list is not plain", "limit-offset")]
    [InlineData("q", "items:I next:N", "whether 'next' is an address is not said: it has no format uri", "link")]
    public void What_looks_so_and_leaves_doubt_is_told_at_the_operation(string query, string answer, string words, string? style)
    {
        BoundDocument bound = Load(query, answer);

        Finding told = Assert.Single(bound.Findings, finding => finding.Id == "DBXAPP0110");
        Assert.Equal(
            ("/paths/~1api~1a/get", $"{words}; Paging=\"load={style ?? "none"}\" of the item says that it is {(style is null ? "no such list" : "so, and none that it is not")}"),
            (told.Pointer, told.Message));

        // What is told is not refused.
        Assert.Equal(style is not null, Describe(Load(query, answer, options: DocumentOptions.Default with { Paging = new[] { $"load={style ?? "none"}" }.ToEquatableArray() })).Length > 0);
        Assert.Empty(Load(query, answer, options: DocumentOptions.Default with { Paging = new[] { "load=none" }.ToEquatableArray() }).Findings);
    }

    [Theory]
    [InlineData("limit", "[]")]
    [InlineData("q", "items:I")]
    [InlineData("offset limit", "S")]
    [InlineData("offset=0 limit", "[]")]
    public void What_does_not_look_so_is_not_told(string query, string answer) => Assert.Empty(Load(query, answer).Findings);

    [Theory]
    [InlineData("post")]
    [InlineData("delete")]
    public void Only_what_reads_has_one(string method) => Assert.Equal("", Describe(Load("offset limit", "[]", method)));

    [Fact]
    public void The_method_has_the_parameters_without_the_place()
    {
        BoundDocument bound = Load("q! offset=0 limit=20 sort:S", "items:I total:W");

        Assert.Equal(
            [
                "LoadAsync(Query String q, Query Int64? offset, Query Int64? limit, Query String? sort) -> LoadResponse",
                "LoadAllAsync(Query String q, Query Int64? limit, Query String? sort) -> Pages Item",
            ],
            bound.Operations);
        PagingModel paging = bound.Client.Groups[0].Operations[1].Paging!;
        Assert.Equal(("LoadAsync", "offset", "q limit sort"), (paging.MethodName, paging.Place, string.Join(' ', paging.Arguments)));
    }

    [Fact]
    public void Its_documentation_says_that_it_sends_a_request_for_each_page()
    {
        BoundDocument bound = Load("page=1 size", "items:I");

        Assert.Equal(
            "Reads all pages (page-size, by page from 1 on): each is a request of its own, which is sent when its items are asked for. size is then the size of a page.",
            bound.Client.Groups[0].Operations[1].Doc.Remarks);
    }

    [Theory]
    [InlineData("LoadAsync LoadAllAsync", "load")]
    [InlineData("LoadAsync LoadAllAsync LoadAllPagesAsync", "load", "load_all")]
    [InlineData("LoadAsync LoadAllAsync LoadAllPagesAsync ReadAsync ReadAllAsync", "load", "load_all", "read")]
    public void An_operation_of_its_name_keeps_it(string expected, params string[] operations)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            "{" + string.Join(',', operations.Select(id => $"\"/api/{id}\":" + Operation(id, id == "load_all" ? "" : "offset limit", "[]", "get"))) + "}",
            Schemas);

        Assert.Equal(expected.Split(' ').Order(), bound.Client.Groups[0].Operations.Select(operation => operation.MethodName).Order());
        Assert.Equal(
            [ResponseKind.Pages],
            bound.Client.Groups[0].Operations.Where(operation => operation.MethodName is "LoadAllAsync" or "LoadAllPagesAsync").Select(operation => operation.Response.Kind).Where(kind => kind == ResponseKind.Pages));
    }
}
