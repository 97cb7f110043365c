using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Where an operation lies, and how its path is put together.</summary>
public sealed class PathRules
{
    [Theory]
    [InlineData("", "/a", "/a")]
    [InlineData("/", "/a", "/a")]
    [InlineData("/v1", "/a", "/v1/a")]
    [InlineData("/v1//", "/a", "/v1/a")]
    [InlineData("v1", "/a", "/v1/a")]
    [InlineData("/v1", "a", "/v1/a")]
    [InlineData("", "a", "/a")]
    public void A_prefix_and_a_path_meet_at_one_slash(string prefix, string path, string expected) =>
        Assert.Equal(expected, PathTemplate.Join(prefix, path));

    [Theory]
    [InlineData("https://host.example/v1", "/v1")]
    [InlineData("https://host.example", "")]
    [InlineData("https://host.example/", "/")]
    [InlineData("//host.example/v1", "/v1")]
    [InlineData("//host.example", "")]
    [InlineData("/v1", "/v1")]
    [InlineData("v1", "v1")]
    [InlineData("", "")]
    [InlineData("/v1?x=1", "/v1")]
    [InlineData("/v1#x", "/v1")]
    [InlineData("?x=1", "")]
    [InlineData("https://host.example/v1?to=/x#y", "/v1")]
    [InlineData("://a/b", "/b")]
    public void Of_a_server_the_path_counts(string server, string expected) => Assert.Equal(expected, PathTemplate.PathOf(server));

    [Theory]
    [InlineData("/a/{b}/c", "/a/ {B} /c")]
    [InlineData("{b}", "{B}")]
    [InlineData("{b}{b}", "{B} {B}")]
    [InlineData("/{b:path}", "/ {B}")]
    [InlineData("/{b", "/%7Bb")]
    [InlineData("/b}", "/b%7D")]
    [InlineData("/}{b}", "/%7D {B}")]

    // What may stand in a path or query stays, the rest is encoded as UTF-8.
    [InlineData("/aZ09-._~!$&'()*+,;=:@/?%25", "/aZ09-._~!$&'()*+,;=:@/?%25")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/\u007f#[]\"", "/%7F%23%5B%5D%22")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/\n", "/%0A")]
    public void A_path_is_cut_at_its_parameters_and_encoded_between(string template, string expected)
    {
        EquatableArray<PathPartModel> parts = PathTemplate.Bind(template, new Dictionary<string, string> { ["b"] = "B" });

        Assert.Equal(expected, string.Join(' ', parts.Select(part => part.IsParameter ? $"{{{part.Text}}}" : part.Text)));
    }

    [Theory]

    // Inside /api/ a token is taken; elsewhere the first one is named, and how many they are.
    [InlineData("\"/api/a\"", null)]
    [InlineData("\"/api\"", null)]
    [InlineData("\"/apis\"", "1 of 1 operations lie elsewhere, such as '/apis':")]
    [InlineData("\"/a\"", "1 of 1 operations lie elsewhere, such as '/a':")]
    [InlineData("\"/API/a\"", "1 of 1 operations lie elsewhere, such as '/API/a':")]
    [InlineData("\"/api/a\",\"/b\",\"/c\"", "2 of 3 operations lie elsewhere, such as '/b':")]
    public void Operations_outside_of_api_are_told(string paths, string? said)
    {
        BoundDocument bound = BoundDocument.OfPaths(Paths(paths));

        Assert.Equal(said is null ? 0 : 1, bound.Findings.Count);
        Assert.All(bound.Findings, finding => Assert.Contains(said!, finding.Message, StringComparison.Ordinal));
    }

    [Theory]

    // By its name at the end, or by what a framework's own spelling shows.
    [InlineData("/api/{file_path}", "file_path", true)]
    [InlineData("/api/{file_path}/x", "file_path", false)]
    [InlineData("/api/{file}", "file", false)]
    [InlineData("/api/{file:path}", "file", true)]
    [InlineData("/api/{*file}", "file", true)]
    [InlineData("/api/{**file}", "file", true)]
    [InlineData("/api/{file*}", "file", true)]
    [InlineData("/api/{file+}", "file", true)]
    [InlineData("/api/*", "*", true)]
    public void A_parameter_is_the_rest_of_a_path(string path, string name, bool isRest)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$"""{"{{{{{path}}}}}":{"get":{"operationId":"a","parameters":[{"name":"{{{{{name}}}}}","in":"path","required":true,"schema":{"type":"string"}}],"responses":{}}}}""");

        ParameterModel parameter = Assert.Single(bound.TheOperation().Parameters);
        Assert.Equal((name, name == "*" ? "star" : name == "file" ? "file" : "filePath", isRest, false), (parameter.WireName, parameter.Name, parameter.KeepsSlashes, parameter.AllowReserved));
        Assert.Empty(bound.Findings);
    }

    [Fact]
    public void A_star_that_is_not_declared_is_a_parameter_too()
    {
        BoundDocument bound = BoundDocument.OfPaths("""{"/api/*":{"get":{"operationId":"a","responses":{}}},"/api/*/x":{"get":{"operationId":"b","responses":{}}}}""");

        Assert.Equal(["AAsync(Path String star) -> None", "BAsync() -> None"], bound.Operations);
        Assert.Equal(["DBXAPP0104 /paths/~1api~1*/get"], bound.FindingPlaces);
    }

    [Theory]
    [InlineData("/api", "\"/a\"", "/api/a", "")]
    [InlineData("/x", "\"/api/a\"", "/x/api/a", "DBXAPP0201 /paths/~1api~1a/get")]
    [InlineData("", "\"/api/a\"", "/api/a", "")]
    public void The_items_base_path_counts_for_that(string basePath, string paths, string route, string found)
    {
        BoundDocument bound = BoundDocument.OfPaths(Paths(paths), options: DocumentOptions.Default with { BasePath = basePath });

        Assert.Equal((route, found), (bound.TheOperation().Route().Template, string.Join(',', bound.FindingPlaces)));
    }

    [Theory]
    [InlineData("https://host.example/api", "/api/a", "DBXAPP0202 /servers")]
    [InlineData("//host.example/api", "/api/a", "DBXAPP0202 /servers")]
    [InlineData("/api", "/api/a", "")]
    [InlineData("/api//", "/api/a", "")]
    [InlineData("api/x//y", "/api/x//y/a", "")]
    public void A_server_with_a_host_is_told_since_the_caller_gives_the_host(string url, string route, string found)
    {
        BoundDocument bound = BoundDocument.Of(
            $$"""{"openapi":"3.1.0","servers":[{"url":"{{url}}"}],"paths":{{Paths("\"/a\"")}}}""");

        Assert.Equal((route, found), (bound.TheOperation().Route().Template, string.Join(',', bound.FindingPlaces)));
    }

    [Fact]
    public void Of_several_servers_the_first_with_a_host_is_told()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"servers":[{"url":"/x"}],"responses":{}}},"/api/b":{"get":{"servers":[{"url":"https://b"}],"responses":{}}},"/api/c":{"get":{"servers":[{"url":"https://c"}],"responses":{}}}}""",
            options: DocumentOptions.Default with { BasePath = "" });

        Assert.Equal("'https://b'", Assert.Single(bound.Findings).Message);
    }

    [Theory]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "[{\"K\":[]}]", true)]
    [InlineData("""{"type":"openIdConnect"}""", "[{\"K\":[]}]", true)]
    [InlineData("""{"type":"oauth2"}""", "[{},{\"A\":[],\"K\":[]}]", true)]
    [InlineData("""{"type":"apiKey","in":"header","name":"authorization"}""", "[{\"K\":[]}]", true)]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", "[{\"K\":[]}]", false)]
    [InlineData("""{"type":"mutualTLS"}""", "[{\"K\":[]}]", false)]

    // Nobody asks for it.
    [InlineData("""{"type":"http","scheme":"bearer"}""", "[]", false)]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "[{\"A\":[]}]", false)]
    public void A_scheme_that_needs_the_header_of_the_front_door_is_told(string scheme, string security, bool isTold)
    {
        BoundDocument bound = BoundDocument.Of(
            $$$$$"""{"openapi":"3.1.0","paths":{"/api/a":{"get":{"security":{{{{{security}}}}},"responses":{}}}},"components":{"securitySchemes":{"A":{"type":"apiKey","in":"query","name":"a"},"K":{{{{{scheme}}}}}}}}""");

        Assert.Equal(isTold ? ["DBXAPP0203 /components/securitySchemes/K"] : [], bound.FindingPlaces);
    }

    private static string Paths(string paths) =>
        "{" + string.Join(',', paths.Split(',').Select(path => path + """:{"get":{"responses":{}}}""")) + "}";
}
