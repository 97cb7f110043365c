using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>What each style makes of values within values, of what is empty, and of what stood before.</summary>
public sealed class StyleDetailTests
{
    private const ParameterStyle Form = ParameterStyle.Form;
    private const ParameterStyle Deep = ParameterStyle.DeepObject;

    [Theory]
    [InlineData("null", Form, true, "")]
    [InlineData("[]", Form, true, "")]
    [InlineData("{}", Form, false, "")]
    [InlineData("{}", Deep, true, "")]
    [InlineData("[null]", Form, false, "")]
    [InlineData("\"\"", Form, true, "?q=")]
    [InlineData("[\"\",\"a\"]", Form, true, "?q=&q=a")]
    [InlineData("[\"\",\"a\"]", Form, false, "?q=,a")]
    [InlineData("true", Form, true, "?q=true")]
    [InlineData("\"a:b/c\"", Form, true, "?q=a%3Ab%2Fc")]
    [InlineData("\"a\\n\\u00e9\\\"\"", Form, true, "?q=a%0A%C3%A9%22")]
    [InlineData("[[1,2],{\"a\":\"b\"}]", Form, true, "?q=%5B1%2C2%5D&q=%7B%22a%22%3A%22b%22%7D")]
    [InlineData("[[1,2],3]", Form, false, "?q=%5B1%2C2%5D,3")]
    [InlineData("{\"a\":null,\"b\":[1,null,2],\"c\":{\"d\":1}}", Form, true, "?b=1&b=2&c=%7B%22d%22%3A1%7D")]
    [InlineData("{\"a\":null,\"b\":[1,2]}", Form, false, "?q=b,%5B1%2C2%5D")]
    [InlineData("{\"a b\":\"c d\"}", Form, true, "?a%20b=c%20d")]
    [InlineData("{\"a b\":\"c d\",\"e\":1}", Form, false, "?q=a%20b,c%20d,e,1")]
    [InlineData("{\"a\":{\"b\":{\"c\":[1,2]}},\"d\":null,\"e\":\"\"}", Deep, true, "?q%5Ba%5D%5Bb%5D%5Bc%5D=1&q%5Ba%5D%5Bb%5D%5Bc%5D=2&q%5Be%5D=")]
    [InlineData("{\"a\":1}", Deep, false, "?q%5Ba%5D=1")]
    [InlineData("[1,2]", Deep, false, "?q=1,2")]
    [InlineData("[1,2]", ParameterStyle.SpaceDelimited, false, "?q=1%202")]
    [InlineData("[1,2]", ParameterStyle.PipeDelimited, false, "?q=1%7C2")]
    [InlineData("[1,2]", ParameterStyle.TabDelimited, false, "?q=1%092")]
    [InlineData("[1,2]", ParameterStyle.TabDelimited, true, "?q=1&q=2")]
    public async Task In_a_query(string json, ParameterStyle style, bool explode, string expected)
    {
        AppRequest alone = Calls.Get("/c");
        alone.AddQuery<JsonElement, AnyJson>("q", Parse(json), style, explode);
        AppRequest behind = Calls.Get("/c");
        behind.AddQuery("a", "1");
        behind.AddQuery<JsonElement, AnyJson>("q", Parse(json), style, explode);
        behind.AddQuery("z", "2");

        Assert.Equal("GET /c" + expected, (await Calls.SendAsync(alone)).Line);
        Assert.Equal("GET /c?a=1" + expected.Replace('?', '&') + "&z=2", (await Calls.SendAsync(behind)).Line);
    }

    [Theory]
    [InlineData("{\"a\":[1,2]}", true, "a=%5B1%2C2%5D")]
    [InlineData("{\"a\":[1,2]}", false, "a,%5B1%2C2%5D")]
    [InlineData("[1,null,2]", false, "1,2")]
    [InlineData("[\"a b\"]", false, "a%20b")]
    [InlineData("[\"a/b\",\"c:d\"]", false, "a%2Fb,c%3Ad")]
    public async Task In_a_path_nothing_is_named(string json, bool explode, string expected)
    {
        AppRequest request = Calls.Get("/c/");
        request.AddPathValue<JsonElement, AnyJson>("p", Parse(json), ParameterStyle.Simple, explode);

        Assert.Equal("GET /c/" + expected, (await Calls.SendAsync(request)).Line);
    }

    [Theory]
    [InlineData("[\"\",\"a\"]", true, ";p;p=a")]
    [InlineData("[\"\",\"a\"]", false, ";p=,a")]
    [InlineData("{\"a\":[1,2],\"b\":\"\"}", true, ";a=1;a=2;b=")]
    public async Task In_a_matrix_what_is_empty_has_no_sign(string json, bool explode, string expected)
    {
        AppRequest request = Calls.Get("/c/");
        request.AddPathValue<JsonElement, AnyJson>("p", Parse(json), ParameterStyle.Matrix, explode);

        Assert.Equal("GET /c/" + expected, (await Calls.SendAsync(request)).Line);
    }

    [Theory]
    [InlineData("[\"a b\",\"c/d\"]", ParameterStyle.Simple, "a b,c/d")]
    [InlineData("[1,2]", ParameterStyle.SpaceDelimited, "1 2")]
    [InlineData("[1,2]", ParameterStyle.PipeDelimited, "1|2")]
    [InlineData("{\"a b\":1}", ParameterStyle.Simple, "a b,1")]
    public async Task In_a_header_nothing_is_escaped(string json, ParameterStyle style, string expected)
    {
        AppRequest request = Calls.Get();
        request.AddHeader<JsonElement, AnyJson>("X-P", Parse(json), style);

        Assert.Equal(expected, (await Calls.SendAsync(request))["X-P"]);
    }

    [Fact]
    public async Task Cookies_stand_one_behind_the_other()
    {
        AppRequest request = Calls.Get();
        request.AddCookie<JsonElement, AnyJson>("a", Parse("[1,2]"));
        request.AddCookie<JsonElement, AnyJson>("b", Parse("{\"c\":3}"), Form, explode: false);
        request.AddCookie("d", true);
        request.AddCookie("e", 1.5);
        request.AddCookie("f", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        request.AddCookie("g", (bool?)null);
        request.AddCookie("h", false);
        request.AddCookieJson<JsonElement, AnyJson>("i", Parse("{\"x\":[1]}"));

        Assert.Equal(
            "a=1; a=2; b=c,3; d=true; e=1.5; f=0f8fad5b-d9cb-469f-a165-70867728950e; h=false; i={%22x%22:[1]}",
            (await Calls.SendAsync(request))["Cookie"]);
    }

    [Fact]
    public async Task Headers_are_spelled_as_their_types_are()
    {
        AppRequest request = Calls.Get();
        request.AddHeader("X-Bool", false);
        request.AddHeader("X-No-Bool", (bool?)null);
        request.AddHeader("X-Double", 1.5);
        request.AddHeader("X-Guid", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        request.AddHeader<JsonElement?, NullableJson<JsonElement, AnyJson>>("X-None", null);
        request.AddHeaderJson<string, StringJson>("X-No-Json", null);
        request.AddCookie<string, StringJson>("none", null);
        request.AddCookieJson<string, StringJson>("none", null);

        Assert.Equal("X-Bool: false\nX-Double: 1.5\nX-Guid: 0f8fad5b-d9cb-469f-a165-70867728950e\n", (await Calls.SendAsync(request)).Headers);
    }

    [Theory]
    [InlineData("/c", "?q=1&r=2")]
    [InlineData("/c?", "?q=1&r=2")]
    [InlineData("/c?a=b", "?a=b&q=1&r=2")]
    [InlineData("/c?a=b&", "?a=b&&q=1&r=2")]
    public async Task A_query_in_the_path_is_gone_on_with(string path, string expected)
    {
        AppRequest plain = Calls.Get(path);
        plain.AddQuery("q", 1);
        plain.AddQuery("r", 2);
        AppRequest any = Calls.Get(path);
        any.AddQuery<JsonElement, AnyJson>("q", Parse("1"));
        any.AddQuery<JsonElement, AnyJson>("none", Parse("[]"));
        any.AddQuery<JsonElement, AnyJson>("r", Parse("2"));

        Assert.Equal("GET /c" + expected, (await Calls.SendAsync(plain)).Line);
        Assert.Equal("GET /c" + expected, (await Calls.SendAsync(any)).Line);
    }

    [Fact]
    public async Task A_whole_query_is_text_or_JSON()
    {
        AppRequest text = Calls.Get("/c");
        text.AddQueryString(null);
        text.AddQueryString("a b&c");
        AppRequest json = Calls.Get("/c");
        json.AddQueryStringJson<string, StringJson>(null);
        json.AddQueryStringJson<JsonElement, AnyJson>(Parse("{\"a\":1}"));
        AppRequest member = Calls.Get("/c");
        member.AddQueryJson<string, StringJson>("a", null);
        member.AddQuery<string, StringJson>("a", null);
        member.AddQuery("n", (long?)null);
        member.AddQuery("n", (double?)null);
        member.AddQuery("n", (bool?)null);
        member.AddQuery("n", (Guid?)null);
        member.AddQuery("g", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        member.AddQueryJson<string, StringJson>("b", "x y");
        member.AddQuery("t", true);

        Assert.Equal("GET /c?a%20b%26c", (await Calls.SendAsync(text)).Line);
        Assert.Equal("GET /c?%7B%22a%22%3A1%7D", (await Calls.SendAsync(json)).Line);
        Assert.Equal("GET /c?g=0f8fad5b-d9cb-469f-a165-70867728950e&b=%22x%20y%22&t=true", (await Calls.SendAsync(member)).Line);
    }

    [Theory]
    [InlineData("a/./b", false)]
    [InlineData("./a", false)]
    [InlineData("a/..", false)]
    [InlineData("a//..", false)]
    [InlineData("//b", true)]
    [InlineData("a//b", true)]
    [InlineData("a/.b/c..", true)]
    [InlineData("/", true)]
    [InlineData("/..", false)]
    public async Task A_rest_of_a_path_leaves_the_route_if_a_segment_does(string value, bool isSent)
    {
        AppRequest request = Calls.Get("/files/");

        Exception? seen = Record.Exception(() => request.AddPathValue<string, StringJson>("path", value, keepsSlashes: true));

        Assert.Equal(!isSent, seen is ArgumentException { ParamName: "path" });
        if (isSent)
        {
            Assert.Equal("GET /files/" + value, (await Calls.SendAsync(request)).Line);
        }
    }

    [Fact]
    public async Task A_path_holds_JSON_where_the_document_says_so_and_no_null()
    {
        AppRequest request = Calls.Get("/c/");
        request.AddPathJson<JsonElement, AnyJson>("p", Parse("{\"a\":1}"));
        request.AddPath("/");
        request.AddPathValue("b", false);

        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => request.AddPathValue<string, StringJson>("name", null!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => request.AddPathValue("name", (string)null!)).ParamName);
        Assert.Equal("GET /c/%7B%22a%22%3A1%7D/false", (await Calls.SendAsync(request)).Line);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
