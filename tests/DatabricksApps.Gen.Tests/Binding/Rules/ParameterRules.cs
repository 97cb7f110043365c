using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which parameters a method has, and what they may be.</summary>
public sealed class ParameterRules
{
    // Who requires a value and says what counts without one has it.
    [Theory]
    [InlineData("query", """{"type":"integer","default":5}""", "Query Int64? q")]
    [InlineData("query", """{"type":"integer","default":null}""", "Query Int64 q")]
    [InlineData("query", """{"$ref":"#/components/schemas/Size"}""", "Query Int64? q")]
    [InlineData("header", """{"type":"integer","default":5}""", "Header Int64? q")]
    [InlineData("path", """{"type":"integer","default":5}""", "Path Int64 q")]
    public void A_required_one_with_a_default_is_the_callers_choice(string place, string schema, string expected)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/{q}":{"get":{"operationId":"load","parameters":[{"name":"q","in":"{{{{{place}}}}}","required":true,"schema":{{{{{schema}}}}}}],"responses":{}}}}""".Replace("/api/{q}", place == "path" ? "/api/{q}" : "/api/a", StringComparison.Ordinal),
            """{"Size":{"type":"integer","default":5}}""");

        Assert.Equal([$"LoadAsync({expected}) -> None"], bound.Operations);
    }

    [Theory]

    // OpenAPI leaves these headers to others, and no header has a case.
    [InlineData("header", "Accept", "")]
    [InlineData("header", "accept", "")]
    [InlineData("header", "content-type", "")]
    [InlineData("header", "authorization", "")]
    [InlineData("header", "AUTHORIZATION", "")]

    // And these are HttpClient's or the address': where the app is, how long the body is, what the connection does.
    [InlineData("header", "Host", "")]
    [InlineData("header", "host", "")]
    [InlineData("header", "Content-Length", "")]
    [InlineData("header", "Transfer-Encoding", "")]
    [InlineData("header", "Trailer", "")]
    [InlineData("header", "Expect", "")]
    [InlineData("header", "connection", "")]
    [InlineData("header", "Keep-Alive", "")]
    [InlineData("header", "Proxy-Connection", "")]
    [InlineData("header", "Proxy-Authorization", "")]
    [InlineData("header", "TE", "")]
    [InlineData("header", "Upgrade", "")]
    [InlineData("header", "HTTP2-Settings", "")]

    // Others that begin or end so are the app's own, and so is what is no header.
    [InlineData("header", "X-Accept", "Header String? xAccept")]
    [InlineData("header", "Accept-Language", "Header String? acceptLanguage")]
    [InlineData("header", "X-Forwarded-Host", "Header String? xForwardedHost")]
    [InlineData("header", "Content-Language", "Header String? contentLanguage")]
    [InlineData("header", "Upgrade-Insecure-Requests", "Header String? upgradeInsecureRequests")]
    [InlineData("query", "host", "Query String? host")]
    [InlineData("query", "accept", "Query String? accept")]
    [InlineData("cookie", "Authorization", "Cookie String? authorization")]
    public void A_header_that_is_not_the_callers_is_no_parameter(string location, string name, string parameter)
    {
        BoundDocument bound = Rule.Operation($$$"""
            "parameters":[{"name":"{{{name}}}","in":"{{{location}}}","schema":{"type":"string"}}]
            """);

        Assert.Equal([$"SendAsync({parameter}) -> None"], bound.Operations);
        Assert.Equal(parameter.Length == 0 ? ["DBXAPP0108 /paths/~1api~1a/post/parameters/0"] : [], bound.FindingPlaces);
    }

    [Theory]
    [InlineData("Host", "the header Host is that of the client's address")]
    [InlineData("content-length", "the header content-length is HttpClient's, which knows how long the body is")]
    [InlineData("Connection", "the header Connection is HttpClient's, since it is about the connection and not the call (RFC 9110, 7.6.1)")]
    [InlineData("Accept", "the header Accept is not the caller's to set (OpenAPI, Parameter Object)")]
    public void Whose_it_is_is_told(string name, string reason)
    {
        BoundDocument bound = Rule.Operation($$$"""
            "parameters":[{"name":"{{{name}}}","in":"header","required":true,"schema":{"type":"string"}}]
            """);

        Assert.Equal($"parameter '{name}': {reason}", Assert.Single(bound.Findings).Message);
    }

    // A path has no spelling for null; a query that must be there may be null, and one that need not be there always is.
    [Theory]
    [InlineData("path", true, "Path String id")]
    [InlineData("path", false, "Path String id")]
    [InlineData("query", true, "Path String id, Query String? q")]
    [InlineData("query", false, "Path String id, Query String? q")]
    public void Null_is_a_value_where_it_can_be_sent(string location, bool isRequired, string parameters)
    {
        const string OrNull = """{"anyOf":[{"type":"string"},{"type":"null"}]}""";
        string id = location == "path" ? OrNull : """{"type":"string"}""";
        string query = location == "path" ? "" : $$""",{"name":"q","in":"query","required":{{(isRequired ? "true" : "false")}},"schema":{{OrNull}}}""";
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"/api/{id}":{"get":{"operationId":"load","parameters":[{"name":"id","in":"path","required":{{{{{(isRequired ? "true" : "false")}}}}},"schema":{{{{{id}}}}}}{{{{{query}}}}}],"responses":{}}}}""");

        Assert.Equal([$"LoadAsync({parameters}) -> None"], bound.Operations);
        Assert.Equal(
            location == "path" ? [true] : [true, isRequired],
            bound.TheOperation().Parameters.Select(parameter => parameter.IsRequired));
    }

    [Theory]
    [InlineData("query", "q", "Query Int64? q")]
    [InlineData("header", "q", "Query String? queryQ, Header Int64? headerQ")]
    [InlineData("query", "Q", "Query String? q0f3a2c38, Query Int64? Q")]
    public void A_parameter_is_one_by_its_name_and_place_and_the_last_counts(string location, string name, string parameters)
    {
        BoundDocument bound = Rule.Operation($$$"""
            "parameters":[{"name":"q","in":"query","schema":{"type":"string"}},{"name":"{{{name}}}","in":"{{{location}}}","schema":{"type":"integer"}}]
            """);

        Assert.Equal([$"SendAsync({parameters}) -> None"], bound.Operations);
    }

    [Theory]
    [InlineData("/x", "")]
    [InlineData("/x/{p}", "p")]
    [InlineData("/x/{p:path}", "p")]
    [InlineData("/x/{p:path}/{q}.{r:int}", "p,q,r")]
    [InlineData("/{p}/{q}/{p}", "p,q")]
    [InlineData("/x/{p", "")]
    [InlineData("/x/p}", "")]
    public void A_path_names_its_parameters_without_their_converters(string path, string names) =>
        Assert.Equal(names, string.Join(',', PathTemplate.ParameterNames(path)));

    [Fact]
    public void One_with_a_converter_is_declared_without_it()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/{file:path}":{"get":{"operationId":"load","parameters":[{"name":"file","in":"path","required":true,"schema":{"type":"string"}}],"responses":{}}}}""");

        Assert.Equal(["LoadAsync(Path String file) -> None"], bound.Operations);
        Assert.Empty(bound.FindingPlaces);
    }
}
