using DatabricksApps.Gen.Tests.Emit;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>
/// Every row and column of the table "Style Examples" (OpenAPI 3.0.4 §4.7.12.4, 3.1.1 §4.8.12.4, 3.2.0 §4.12.6), through
/// generated code: <c>color</c> is <c>blue</c>, <c>blue, black, brown</c>, or <c>R=100, G=200, B=150</c>.
/// </summary>
public sealed class StyleTableTests
{
    private static readonly string[] s_styles = ["matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"];
    private static readonly string[] s_array = ["blue", "black", "brown"];
    private static readonly Dictionary<string, long> s_object = new() { ["R"] = 100, ["G"] = 200, ["B"] = 150 };

    private static readonly EmittedClient s_client = EmittedClient.Load(BoundDocument.Of(Document(), path: "styles.openapi.yaml").Client);

    /// <remarks>
    /// An empty label (<c>.</c>) and an empty simple value (nothing) would call another route: they are refused, see below.
    /// </remarks>
    [Theory]
    [InlineData("matrix", false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData("matrix", true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    [InlineData("label", false, null, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData("label", true, null, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData("simple", false, null, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData("simple", true, null, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public async Task In_a_path(string style, bool explode, string? empty, string text, string array, string @object)
    {
        Assert.Equal($"GET /{text}", await SendAsync(style, explode, "String", "blue"));
        Assert.Equal($"GET /{array}", await SendAsync(style, explode, "Array", s_array));
        Assert.Equal($"GET /{@object}", await SendAsync(style, explode, "Object", s_object));
        if (empty is null)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(style, explode, "String", ""));
        }
        else
        {
            Assert.Equal($"GET /{empty}", await SendAsync(style, explode, "String", ""));
        }
    }

    [Theory]
    [InlineData("form", false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData("form", true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    public async Task In_a_query(string style, bool explode, string empty, string text, string array, string @object)
    {
        Assert.Equal($"GET /?{empty}", await SendAsync(style, explode, "String", ""));
        Assert.Equal($"GET /?{text}", await SendAsync(style, explode, "String", "blue"));
        Assert.Equal($"GET /?{array}", await SendAsync(style, explode, "Array", s_array));
        Assert.Equal($"GET /?{@object}", await SendAsync(style, explode, "Object", s_object));
        Assert.Equal("GET /", await SendAsync(style, explode, "String", null));
    }

    [Theory]
    [InlineData("spaceDelimited", false, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData("pipeDelimited", false, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData("deepObject", true, null, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public async Task In_a_query_where_the_table_has_lists_or_objects_alone(string style, bool explode, string? array, string @object)
    {
        if (array is not null)
        {
            Assert.Equal($"GET /?{array}", await SendAsync(style, explode, "Array", s_array));
        }

        Assert.Equal($"GET /?{@object}", await SendAsync(style, explode, "Object", s_object));
        Assert.Equal("GET /", await SendAsync(style, explode, "Object", new Dictionary<string, long>()));
    }

    [Theory]
    [InlineData(false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150")]
    public async Task In_a_cookie(bool explode, string empty, string text, string array, string @object)
    {
        Assert.Equal($"GET /\nCookie: {empty}", await SendAsync("cookie", explode, "String", ""));
        Assert.Equal($"GET /\nCookie: {text}", await SendAsync("cookie", explode, "String", "blue"));
        Assert.Equal($"GET /\nCookie: {array}", await SendAsync("cookie", explode, "Array", s_array));
        Assert.Equal($"GET /\nCookie: {@object}", await SendAsync("cookie", explode, "Object", s_object));
    }

    /// <summary>RFC 3986 §2.3: what is not unreserved is percent-encoded, unless <c>allowReserved</c> lets the reserved through.</summary>
    [Theory]
    [InlineData("form", true, "String", ":/?#[]@!$&'()*+,;= %é", "color=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%20%25%C3%A9")]
    [InlineData("form", true, "Reserved", ":/?#[]@!$&'()*+,;= %é", "color=:/?%23%5B%5D@!$%26'()*%2B,;=%20%25%C3%A9")]
    public async Task Reserved_characters_of_a_query(string style, bool explode, string type, string value, string query) =>
        Assert.Equal($"GET /?{query}", await SendAsync(style, explode, type, value));

    [Fact]
    public async Task A_delimiter_in_an_item_is_encoded()
    {
        string[] items = ["a,b", "c;d", "e|f", "g h", "i&j"];

        Assert.Equal("GET /a%2Cb,c%3Bd,e%7Cf,g%20h,i%26j", await SendAsync("simple", false, "Array", items));
        Assert.Equal("GET /;color=a%2Cb;color=c%3Bd;color=e%7Cf;color=g%20h;color=i%26j", await SendAsync("matrix", true, "Array", items));
        Assert.Equal("GET /?color=a%2Cb,c%3Bd,e%7Cf,g%20h,i%26j", await SendAsync("form", false, "Array", items));
        Assert.Equal("GET /?color=a%2Cb&color=c%3Bd&color=e%7Cf&color=g%20h&color=i%26j", await SendAsync("form", true, "Array", items));
    }

    [Fact]
    public async Task A_path_that_ends_in_a_question_mark_has_one()
    {
        await s_client.CallAsync("QuestionAsync", ("a", "1"), ("b", "2"));

        Assert.Equal("GET /rate?a=1&b=2", s_client.Sent.TrimEnd('\n'));
    }

    [Fact]
    public async Task A_path_with_a_query_goes_on_with_it()
    {
        await s_client.CallAsync("ActionAsync", ("a", "1"));

        Assert.Equal("GET /?action=list&a=1", s_client.Sent.TrimEnd('\n'));
    }

    private static async Task<string> SendAsync(string style, bool explode, string type, object? value)
    {
        string id = IdOf(style, explode, type);
        await s_client.CallAsync(char.ToUpperInvariant(id[0]) + id[1..] + "Async", ("color", value));
        return s_client.Sent.TrimEnd('\n').Replace($"/{id}/", "/");
    }

    private static string IdOf(string style, bool explode, string type) => $"{style}{(explode ? "Exploded" : "Joined")}{type}";

    private static string Document()
    {
        List<string> paths =
        [
            """  "/rate?": {get: {operationId: question, responses: {}, parameters: [{name: a, in: query, schema: {type: string}}, {name: b, in: query, schema: {type: string}}]}}""",
            """  "/?action=list": {get: {operationId: action, responses: {}, parameters: [{name: a, in: query, schema: {type: string}}]}}""",
        ];
        foreach (string style in s_styles)
        {
            string place = style switch { "matrix" or "label" or "simple" => "path", "cookie" => "cookie", _ => "query" };
            foreach (bool explode in new[] { false, true })
            {
                paths.AddRange(new[]
                {
                    ("String", "{type: string}", ""),
                    ("Reserved", "{type: string}", ", allowReserved: true"),
                    ("Array", "{type: array, items: {type: string}}", ""),
                    ("Object", "{type: object, additionalProperties: {type: integer}}", ""),
                }.Select(type => Path(style, place, explode, type)));
            }
        }

        return $"openapi: 3.2.0\ninfo: {{title: T, version: '1'}}\npaths:\n{string.Join('\n', paths)}\n";
    }

    private static string Path(string style, string place, bool explode, (string Name, string Schema, string More) type)
    {
        string id = IdOf(style, explode, type.Name);
        string parameter = $"{{name: color, in: {place}, required: {(place == "path" ? "true" : "false")}, style: {style}, explode: {(explode ? "true" : "false")}, schema: {type.Schema}{type.More}}}";
        return $"  '/{id}/{(place == "path" ? "{color}" : "")}': {{get: {{operationId: {id}, responses: {{}}, parameters: [{parameter}]}}}}";
    }
}
