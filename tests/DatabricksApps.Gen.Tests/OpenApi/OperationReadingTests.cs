namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>What is read of paths, their servers and their security, case by case.</summary>
public sealed class OperationReadingTests
{
    [Theory]
    [InlineData("\"get\":{}", "GET", "")]
    [InlineData("\"Get\":{}", "GET", "")]
    [InlineData("\"put\":{},\"post\":{},\"delete\":{},\"options\":{},\"head\":{},\"patch\":{},\"trace\":{},\"query\":{}", "PUT,POST,DELETE,OPTIONS,HEAD,PATCH,TRACE,QUERY", "")]
    [InlineData("\"get\":[]", "", "DBXAPP0101 /get an operation is an object, not an array")]
    [InlineData("\"get\":null", "", "DBXAPP0101 /get an operation is an object, not null")]

    // What looks like an operation under a word that is none is told; what does not look like one is not.
    [InlineData("\"copy\":{\"responses\":{}}", "", "DBXAPP0101 /copy a path item has no 'copy'; other methods than its own stand in additionalOperations")]
    [InlineData("\"copy\":{}", "", "")]
    [InlineData("\"x-copy\":{\"responses\":{}}", "", "")]
    [InlineData("\"summary\":\"s\",\"parameters\":[]", "", "")]
    [InlineData("\"additionalOperations\":{\"copy\":{},\"M-SEARCH\":{}}", "COPY,M-SEARCH", "")]
    [InlineData("\"additionalOperations\":[]", "", "DBXAPP0101 /additionalOperations additionalOperations is an object, not an array")]
    [InlineData("\"additionalOperations\":{\"a b\":{},\"\":{},\"é\":{}}", "", "DBXAPP0101 /additionalOperations/a b 'a b' is no HTTP method|DBXAPP0101 /additionalOperations/ '' is no HTTP method|DBXAPP0101 /additionalOperations/é 'é' is no HTTP method")]
    [InlineData("\"additionalOperations\":{\"!#$%&'*+-.^_`|~9z\":{}}", "!#$%&'*+-.^_`|~9Z", "")]
    [InlineData("\"additionalOperations\":{\"a\u007f\":{}}", "", "DBXAPP0101 /additionalOperations/a\u007f 'a\ufffd' is no HTTP method")]

    // Twice the same method: the last one counts, in the place of the first.
    [InlineData("\"get\":{},\"put\":{},\"GET\":{}", "GET,PUT", "DBXAPP0101 /get the path has the method twice, and the last one counts: '/paths/~1a/GET'")]
    public void A_path_has_the_operations(string members, string methods, string findings)
    {
        Reading reading = Reading.Of($$$$"""{"openapi":"3.2.0","paths":{"/a":{{{{{members}}}}}}}""");

        Assert.Equal(methods, string.Join(',', reading.Document.Operations.Select(operation => operation.Method)));
        Assert.Equal(
            findings, string.Join('|', reading.Findings.Select(finding => $"{finding.Id} {finding.Pointer["/paths/~1a".Length..]} {finding.Message}")));
    }

    [Theory]
    [InlineData("\"paths\":[],", "DBXAPP0101 /paths 'paths' is an object, not an array")]
    [InlineData("\"paths\":null,", "")]
    [InlineData("", "")]
    [InlineData("\"paths\":{\"x-a\":{\"get\":{}}},", "")]
    [InlineData("\"paths\":{\"/x\":1},", "DBXAPP0105 /paths/~1x an object is due here, not a number; the path is left out")]
    public void Without_paths_there_are_no_operations(string paths, string findings)
    {
        Reading reading = Reading.Of($$$"""{"openapi":"3.2.0",{{{paths}}}"info":{}}""");

        Assert.Empty(reading.Document.Operations);
        Assert.Equal(findings, string.Join('|', reading.Findings.Select(finding => $"{finding.Id} {finding.Pointer} {finding.Message}")));
    }

    [Fact]
    public void A_path_with_and_without_its_slash_is_one()
    {
        Reading reading = Reading.Of("""{"openapi":"3.2.0","paths":{"/a":{"get":{"operationId":"1"},"put":{}},"/b":{"get":{}},"a":{"get":{"operationId":"2"}}}}""");

        Assert.Equal(["GET /a 2", "PUT /a ", "GET /b "], reading.Document.Operations.Select(operation => $"{operation.Method} {operation.Path} {operation.OperationId}"));
    }

    [Theory]

    // Of items on the way of a reference the nearest server counts, and the document's last.
    [InlineData("\"$ref\":\"#/components/pathItems/P\"", "/p")]
    [InlineData("\"$ref\":\"#/components/pathItems/P\",\"servers\":[{\"url\":\"/own\"}]", "/own")]
    [InlineData("\"$ref\":\"#/components/pathItems/Q\"", "/root")]
    [InlineData("\"$ref\":\"#/components/pathItems/Via\"", "/p")]
    public void A_path_by_reference_has_the_server(string members, string server)
    {
        Reading reading = Reading.Of(
            $$$$$"""{"openapi":"3.2.0","servers":[{"url":"/root"}],"paths":{"/a":{{{{{{members}}}}}}},"components":{"pathItems":{"P":{"servers":[{"url":"/p"}],"get":{}},"Q":{"get":{}},"Via":{"$ref":"#/components/pathItems/P"}}}}""");

        Assert.Equal(server, reading.Operation.ServerUrl);
    }

    [Theory]
    [InlineData("\"$ref\":\"#/no\",\"get\":{}", 1, "the operations beside it are kept")]
    [InlineData("\"$ref\":\"#/no\",\"additionalOperations\":{\"copy\":{}}", 1, "the operations beside it are kept")]
    [InlineData("\"$ref\":\"#/no\",\"summary\":\"x\"", 0, "the path is left out")]
    [InlineData("\"$ref\":\"#/paths/~1a\",\"get\":{}", 1, "'/paths/~1a'")]
    public void A_path_whose_reference_dangles(string members, int operations, string said)
    {
        Reading reading = Reading.Of($$$$"""{"openapi":"3.2.0","paths":{"/a":{{{{{members}}}}}}}""");

        Assert.Equal(operations, reading.Document.Operations.Count);
        if (said[0] != '\'')
        {
            Assert.EndsWith(said, Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""[{"url":"/a"},{"url":"/b"}]""", "/a", 0)]
    [InlineData("""[{},1,{"url":"/b"}]""", "/b", 1)]
    [InlineData("[]", null, 0)]
    [InlineData("{}", null, 1)]

    // Variables at their default, or at the first that they can have.
    [InlineData("""[{"url":"/{v}","variables":{"v":{"default":"x","enum":["y"]}}}]""", "/x", 0)]
    [InlineData("""[{"url":"/{v}/{v}","variables":{"v":{"enum":["y","z"]}}}]""", "/y/y", 0)]
    [InlineData("""[{"url":"/{v}-{w}","variables":{"v":{"default":1},"w":{"default":"2"}}}]""", "/1-2", 1)]

    // One without a value goes, and with it the slash of a segment.
    [InlineData("""[{"url":"/a/{v}/b","variables":{"v":{"enum":[]}}}]""", "/a/b", 1)]
    [InlineData("""[{"url":"/a/{v}","variables":{"v":[]}}]""", "/a/", 2)]
    [InlineData("""[{"url":"/a/x{v}/b"}]""", "/a/x/b", 1)]
    [InlineData("""[{"url":"/a/{v}x/b"}]""", "/a/x/b", 1)]
    [InlineData("""[{"url":"{v}/b"}]""", "/b", 1)]
    [InlineData("""[{"url":"/a/{v"}]""", "/a/", 1)]
    [InlineData("""[{"url":"/{v}/{w}/"}]""", "/", 2)]
    [InlineData("""[{"url":"/a"},{"url":"/{v}"}]""", "/a", 1)]
    public void A_server_is(string servers, string? url, int findings)
    {
        Reading reading = Reading.Of($$$$$"""{"openapi":"3.2.0","servers":{{{{{servers}}}}},"paths":{"/a":{"get":{}}}}""");

        Assert.Equal((url, findings), (reading.Operation.ServerUrl, reading.Findings.Count));
        Assert.All(reading.Findings, finding => Assert.StartsWith("DBXAPP0105 /servers", finding.Id + " " + finding.Pointer, StringComparison.Ordinal));
    }

    [Fact]
    public void A_variable_without_a_value_is_told_by_its_name_at_its_server()
    {
        Reading reading = Reading.Of("""{"openapi":"3.2.0","paths":{"/a":{"servers":[{"url":"/x"},{"url":"/{v}/y{w"}],"get":{}}}}""");

        Assert.Equal(
            [
                "/paths/~1a/servers/1 the server's variable '{v}' has no default and is left out; BasePath gives the path",
                "/paths/~1a/servers/1 the server's variable '{w' has no default and is left out; BasePath gives the path",
            ],
            reading.Findings.Select(finding => finding.Pointer + " " + finding.Message));
    }

    [Theory]
    [InlineData("\"tags\":[\"a\",\"b\",\"a\",\" \",\"\",1]", "a,b,1")]
    [InlineData("\"tags\":\"a\"", "a")]
    [InlineData("\"tags\":{}", "")]
    public void Tags_are(string members, string tags) => Assert.Equal(tags, string.Join(',', Reading.OfOperation(members).Operation.Tags));

    [Theory]
    [InlineData("\"security\":[{\"A\":[\"x\"],\"\":[],\" \":[]},1,{}]", "A:x|")]
    [InlineData("\"security\":[]", "")]
    [InlineData("\"summary\":\"x\"", "Root:")]
    [InlineData("\"security\":{}", "")]
    public void Security_is(string members, string expected)
    {
        Reading reading = Reading.OfOperation(members, ",\"security\":[{\"Root\":[]}]");

        Assert.Equal(expected, string.Join('|', reading.Operation.Security.Select(
            alternative => string.Join('&', alternative.Select(scheme => scheme.Key + ":" + string.Join(' ', scheme.Value))))));
    }

    [Theory]
    [InlineData("""{"type":"apiKey","in":"query","name":"k"}""", "apiKey query k ")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", "http   bearer")]
    [InlineData("""{"type":"oauth2"}""", "oauth2   ")]
    [InlineData("""{"type":"openIdConnect"}""", "openIdConnect   ")]
    [InlineData("""{"type":"mutualTLS"}""", "mutualTLS   ")]
    [InlineData("""{"type":"basic"}""", null)]
    [InlineData("""{"description":"x"}""", null)]
    [InlineData("""[]""", null)]
    public void A_security_scheme_is(string scheme, string? expected)
    {
        Reading reading = Reading.Of($$$$"""{"openapi":"3.2.0","paths":{},"components":{"securitySchemes":{"K":{{{{scheme}}}}}}}""");

        Assert.Equal(
            expected is null ? [] : [expected],
            reading.Document.SecuritySchemes.Select(s => $"{s.Type} {s.In} {s.ParameterName} {s.HttpScheme}"));
        Assert.Equal(
            expected is null ? ["DBXAPP0105 /components/securitySchemes/K"] : [],
            reading.Findings.Select(finding => finding.Id + " " + finding.Pointer));
    }
}
