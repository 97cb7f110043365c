namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which of the keys that an app asks for are sent.</summary>
public sealed class SecurityRules
{
    [Theory]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Key"}""", "Header X-Key")]
    [InlineData("""{"type":"apiKey","in":"query","name":"key"}""", "Query key")]
    [InlineData("""{"type":"apiKey","in":"cookie","name":"key"}""", "Cookie key")]

    // The header that carries the token to the front door has no room for another, however it is written.
    [InlineData("""{"type":"apiKey","in":"header","name":"Authorization"}""", null)]
    [InlineData("""{"type":"apiKey","in":"header","name":"authorization"}""", null)]
    [InlineData("""{"type":"apiKey","in":"header","name":"Host"}""", null)]
    [InlineData("""{"type":"apiKey","in":"query","name":"Host"}""", "Query Host")]
    [InlineData("""{"type":"apiKey","in":"header","name":"X-Authorization"}""", "Header X-Authorization")]
    [InlineData("""{"type":"apiKey","in":"query","name":"Authorization"}""", "Query Authorization")]
    [InlineData("""{"type":"http","scheme":"bearer"}""", null)]
    [InlineData("""{"type":"oauth2","flows":{}}""", null)]

    // Nothing that could be sent.
    [InlineData("""{"type":"apiKey","in":"header","name":""}""", null)]
    [InlineData("""{"type":"apiKey","in":"path","name":"key"}""", null)]
    public void A_key_is_sent_where_it_has_a_place(string scheme, string? key) =>
        Assert.Equal(key is null ? [] : ["K " + key], Keys($$"""{"K":{{scheme}}}""", """[{"K":[]}]"""));

    [Theory]

    // Of alternatives all are bound: which of them is sent is whose key the options have.
    [InlineData("""[{"A":[]},{"B":[]}]""", "A Header X-A,B Header X-B")]
    [InlineData("""[{"A":[],"B":[]}]""", "A Header X-A,B Header X-B")]
    [InlineData("""[{"A":[]},{"A":[],"B":[]}]""", "A Header X-A,B Header X-B")]
    [InlineData("""[{"A":[],"T":[]}]""", "A Header X-A")]
    [InlineData("""[{}]""", "")]
    [InlineData("""[{"Nobody":[]}]""", "")]
    public void Those_of_every_alternative_are_bound_once(string security, string keys) =>
        Assert.Equal(
            keys,
            string.Join(',', Keys(
                """{"A":{"type":"apiKey","in":"header","name":"X-A"},"B":{"type":"apiKey","in":"header","name":"X-B"},"T":{"type":"apiKey","in":"header","name":"Authorization"}}""",
                security)));

    // A parameter of the method says more than an option: of headers in whatever case, of the others in theirs.
    [Theory]
    [InlineData("header", "x-key", false)]
    [InlineData("header", "X-Key-2", true)]
    [InlineData("query", "X-Key", true)]
    public void One_that_the_method_has_a_parameter_for_is_the_callers(string location, string name, bool isSent) =>
        Assert.Equal(
            isSent ? ["K Header X-Key"] : [],
            Keys("""{"K":{"type":"apiKey","in":"header","name":"X-Key"}}""", """[{"K":[]}]""", Parameter(location, name)));

    [Theory]
    [InlineData("key", false)]
    [InlineData("Key", true)]
    public void A_key_in_the_query_is_told_by_its_case(string name, bool isSent) =>
        Assert.Equal(
            isSent ? ["K Query key"] : [],
            Keys("""{"K":{"type":"apiKey","in":"query","name":"key"}}""", """[{"K":[]}]""", Parameter("query", name)));

    private static string Parameter(string location, string name) => $$$"""{"name":"{{{name}}}","in":"{{{location}}}","schema":{"type":"string"}}""";

    private static IEnumerable<string> Keys(string schemes, string security, string parameter = "")
    {
        BoundDocument bound = BoundDocument.Of(
            $$$$$$"""{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"components":{"securitySchemes":{{{{{{schemes}}}}}}},"paths":{"/api/a":{"get":{"operationId":"a","security":{{{{{{security}}}}}},"parameters":[{{{{{{parameter}}}}}}],"responses":{}}}}}""");
        return bound.TheOperation().ApiKeys.Select(key => $"{key.Scheme} {key.Location} {key.WireName}");
    }
}
