using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Operations.Models;

namespace DatabricksApps.Gen.Tests.Emit.Operations;

/// <summary>Generated methods, compiled, called, and held to the bytes that they send.</summary>
public class WireTests
{
    [Fact]
    public async Task Parameters_of_every_place_and_style()
    {
        ParameterModel path = Query("item_id", Int64Type, true) with { Name = "itemId", Location = ParameterLocation.Path, Style = ParameterStyle.Simple, Explode = false };
        OperationModel operation = Operation(
            "GetAsync", "GET", "/api/items/{item_id}/{date}/{rest}",
            path,
            Query("date", DateType, true) with { Location = ParameterLocation.Path, Style = ParameterStyle.Matrix, Explode = false },
            Query("rest", StringType, true) with { Location = ParameterLocation.Path, Style = ParameterStyle.Simple, Explode = false, AllowReserved = true },
            Query("q", StringType),
            Query("tag", ListType),
            Query("csv", ListType) with { Explode = false },
            Query("pipe", ListType) with { Style = ParameterStyle.PipeDelimited, Explode = false },
            Query("deep", TypeRef.MapOf(Int64Type)) with { Style = ParameterStyle.DeepObject },
            Query("json", ListType) with { IsJson = true },
            Query("since", DateType),
            Query("raw", StringType) with { AllowReserved = true },
            Query("flag", TypeRef.Of(TypeKind.Boolean)),
            Query("small", TypeRef.Of(TypeKind.Int32)),
            Query("float", TypeRef.Of(TypeKind.Single)) with { Name = "single" },
            Query("none", StringType),
            Query("X-Token", StringType) with { Name = "xToken", Location = ParameterLocation.Header, Style = ParameterStyle.Simple, Explode = false },
            Query("X-List", ListType) with { Name = "xList", Location = ParameterLocation.Header, Style = ParameterStyle.Simple, Explode = false },
            Query("session", StringType) with { Location = ParameterLocation.Cookie }) with
        {
            Call = new RouteModel("GET", "/api/items/{item_id}/{date}/{rest}", EquatableArray.Create(
                new PathPartModel(false, "/api/items/"), new PathPartModel(true, "itemId"), new PathPartModel(false, "/"),
                new PathPartModel(true, "date"), new PathPartModel(false, "/"), new PathPartModel(true, "rest"))),
        };
        EmittedClient client = EmittedClient.Load(Client(operation));

        await client.CallAsync(
            "GetAsync", ("itemId", 5L), ("date", new DateOnly(2024, 1, 2)), ("rest", "a/b c"), ("q", "x y"), ("tag", new[] { "1", "2" }),
            ("csv", new[] { "1", "2" }), ("pipe", new[] { "1", "2" }), ("deep", new Dictionary<string, long> { ["k"] = 1 }), ("json", new[] { "1" }),
            ("since", new DateOnly(2024, 5, 6)), ("raw", "a/b"), ("flag", true), ("small", 3), ("single", 0.1f), ("xToken", "t"), ("xList", new[] { "1", "2" }), ("session", "s"));

        Assert.Equal(
            """
            GET /api/items/5/;date=2024-01-02/a/b%20c?q=x%20y&tag=1&tag=2&csv=1,2&pipe=1%7C2&deep%5Bk%5D=1&json=%5B%221%22%5D&since=2024-05-06&raw=a/b&flag=true&small=3&float=0.1
            X-Token: t
            X-List: 1,2
            Cookie: session=s

            """,
            client.Sent);
    }

    [Fact]
    public async Task A_method_that_HTTP_has_no_name_for_is_sent_as_it_is()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("SearchAsync", "QUERY")));

        await client.CallAsync("SearchAsync");

        Assert.Equal("QUERY /api/x\n", client.Sent);
    }

    [Theory]
    [InlineData("/api/items", "/api/items", false)]
    [InlineData("/api/items?kind=x", "/api/items?kind=x", false)]
    [InlineData("/api/a%20b", "/api/a%20b", false)]
    [InlineData("/api/a b", "/api/a%20b", true)]
    [InlineData("/api/Zürich", "/api/Z%C3%BCrich", true)]
    [InlineData("/api/{a", "/api/%7Ba", true)]
    [InlineData("/api/#a", "/api/%23a", true)]
    public async Task A_route_without_parameters_is_said_once_unless_it_is_sent_in_other_letters(string route, string sent, bool isSaidTwice)
    {
        ClientModel model = Client(Operation("GetAsync", "GET", route, Query("q", StringType)) with
        {
            Call = new RouteModel("GET", route, PathTemplate.Bind(route, new Dictionary<string, string>())),
        });
        EmittedClient client = EmittedClient.Load(model);

        await client.CallAsync("GetAsync", ("q", "x"));

        Assert.Equal($"GET {sent}{(route.Contains('?') ? "&" : "?")}q=x\n", client.Sent);
        Assert.Equal(isSaidTwice, EmittedClient.Write(model).Any(file => file.Contains($"request.AddPath(\"{sent}\");")));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/merge-patch+json")]
    public async Task A_JSON_body(string mediaType)
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("PatchAsync", "PATCH") with { Body = Body(BodyKind.Json, mediaType, Field("body", ListType)) }));

        await client.CallAsync("PatchAsync", ("body", new[] { "a" }));

        Assert.Equal($"PATCH /api/x\nContent-Type: {mediaType}\nContent-Length: 5\n\n[\"a\"]", client.Sent);
    }

    [Fact]
    public async Task A_JSON_body_that_may_be_null_or_left_out()
    {
        EmittedClient client = EmittedClient.Load(Client(
            Operation("NullAsync", "POST") with { Body = Body(BodyKind.Json, "application/json", Field("body", ListType.AsNullable())) },
            Operation("OptionalAsync", "POST") with
            {
                Body = Body(BodyKind.Json, "application/json", Field("body", ListType, false)) with { IsRequired = false },
            }));

        await client.CallAsync("NullAsync", ("body", null));
        Assert.Equal("POST /api/x\nContent-Type: application/json\nContent-Length: 4\n\nnull", client.Sent);
        await client.CallAsync("OptionalAsync");
        Assert.Equal("POST /api/x\n", client.Sent);
    }

    [Fact]
    public async Task Fields_of_a_JSON_body_are_sent_when_given()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("PutAsync", "PUT") with
        {
            Body = Body(
                BodyKind.JsonFields, "application/json",
                Field("name", StringType), Field("null", Int64Type.AsNullable()) with { Name = "nothing" }, Field("count", Int64Type, false), Field("tags", ListType, false)),
        }));

        await client.CallAsync("PutAsync", ("name", "n"), ("nothing", null), ("tags", new[] { "t" }));

        Assert.EndsWith("\n\n{\"name\":\"n\",\"null\":null,\"tags\":[\"t\"]}", client.Sent);
    }

    [Fact]
    public async Task A_form()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("LoginAsync", "POST") with
        {
            Body = Body(
                BodyKind.Form, "application/x-www-form-urlencoded",
                Field("user", StringType), Field("scope", ListType, false), Field("since", DateType, false), Field("json", TypeRef.MapOf(Int64Type), false) with { IsJson = true }),
        }));

        await client.CallAsync("LoginAsync", ("user", "a b"), ("scope", new[] { "x", "y" }), ("since", new DateOnly(2024, 1, 2)), ("json", new Dictionary<string, long> { ["k"] = 1 }));

        Assert.EndsWith("\n\nuser=a+b&scope=x&scope=y&since=2024-01-02&json=%7B%22k%22%3A1%7D", client.Sent);
    }

    [Fact]
    public async Task Multipart()
    {
        EmittedClient client = EmittedClient.Load(Client(Operation("UploadAsync", "POST") with
        {
            Body = Body(
                BodyKind.Multipart, "multipart/form-data",
                Field("file", FileType), Field("files", TypeRef.ListOf(FileType), false), Field("note", StringType, false),
                Field("xml", StringType, false) with { ContentType = "text/xml" },
                Field("json", ListType, false) with { IsJson = true, ContentType = "application/json" }),
        }));

        await client.CallAsync(
            "UploadAsync", ("file", AppFile.FromBytes("1"u8.ToArray(), "a.txt", "text/plain")), ("files", new[] { AppFile.FromBytes("2"u8.ToArray(), "b") }),
            ("note", "n"), ("xml", "<x/>"), ("json", new[] { "j" }));

        string boundary = client.Sent.Split("boundary=")[1].Split('\n')[0];
        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="file"; filename="a.txt"
            Content-Type: text/plain

            1
            --B
            Content-Disposition: form-data; name="files"; filename="b"
            Content-Type: application/octet-stream

            2
            --B
            Content-Disposition: form-data; name="note"

            n
            --B
            Content-Disposition: form-data; name="xml"
            Content-Type: text/xml

            <x/>
            --B
            Content-Disposition: form-data; name="json"
            Content-Type: application/json

            ["j"]
            --B--

            """,
            client.Sent[(client.Sent.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Replace("\r\n", "\n").Replace(boundary, "B"));
    }

    [Fact]
    public async Task Text_and_bytes()
    {
        EmittedClient client = EmittedClient.Load(Client(
            Operation("TextAsync", "POST") with { Body = Body(BodyKind.Text, "text/plain", Field("body", StringType)) },
            Operation("BytesAsync", "POST") with { Body = Body(BodyKind.Bytes, "application/octet-stream", Field("body", FileType)) }));

        await client.CallAsync("TextAsync", ("body", "é"));
        Assert.Equal("POST /api/x\nContent-Type: text/plain; charset=utf-8\nContent-Length: 2\n\né", client.Sent);
        await client.CallAsync("BytesAsync", ("body", AppFile.FromBytes("abc"u8.ToArray())));
        Assert.Equal("POST /api/x\nContent-Type: application/octet-stream\nContent-Length: 3\n\nabc", client.Sent);
    }
}
