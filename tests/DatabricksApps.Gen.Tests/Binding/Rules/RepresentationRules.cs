using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which methods an operation has whose answers can be of several kinds, and what each asks for.</summary>
public sealed class RepresentationRules
{
    private const string Any = "*/*;q=0.1";
    private const string Item = """{"$ref":"#/components/schemas/Item"}""";
    private const string Text = """{"type":"string"}""";

    [Theory]

    // JSON with a type has the plain name, and each further kind a method.
    [InlineData("application/json:I|application/x-ndjson:I", "LoadAsync Json application/json", "LoadStreamAsync Lines application/x-ndjson")]
    [InlineData("application/json; charset=utf-8:I|text/event-stream;charset=utf-8:I", "LoadAsync Json application/json", "LoadStreamAsync Events text/event-stream")]
    [InlineData("application/json:I|application/pdf:", "LoadAsync Json application/json", "LoadFileAsync File application/pdf")]
    [InlineData("application/json:I|text/csv:S", "LoadAsync Json application/json", "LoadTextAsync Text text/csv")]
    [InlineData("application/json:I|text/html:S", "LoadAsync Json application/json", "LoadTextAsync Text text/html")]
    [InlineData("application/vnd.shop+json:I|application/octet-stream:B", "LoadAsync Json application/vnd.shop+json", "LoadFileAsync File application/octet-stream")]
    [InlineData(
        "text/csv:S|application/json:I|application/json-seq:I|application/zip:", "LoadAsync Json application/json",
        "LoadStreamAsync Lines application/json-seq", "LoadTextAsync Text text/csv", "LoadFileAsync File application/zip")]

    // JSON without a type says nothing beside another kind, which then has the plain name.
    [InlineData("application/json:{}|image/png:", "LoadAsync File image/png")]
    [InlineData("application/json:|image/png:B", "LoadAsync File image/png")]
    [InlineData("application/json:E|text/event-stream:I", "LoadAsync Events text/event-stream")]
    [InlineData("application/problem+json:{}|text/csv:S", "LoadAsync Text text/csv")]
    [InlineData("application/json:{}|text/csv:S|application/pdf:", "LoadAsync Text text/csv", "LoadFileAsync File application/pdf")]

    // Of several kinds of JSON one with a type, of streams too.
    [InlineData("application/json:{}|application/vnd.shop+json:I", "LoadAsync Json application/vnd.shop+json")]
    [InlineData("application/hal+json:I|application/json:I", "LoadAsync Json application/json")]
    [InlineData("text/event-stream:|application/jsonl:I", "LoadAsync Lines application/jsonl")]
    [InlineData("application/jsonl:I|text/event-stream:I", "LoadAsync Events text/event-stream")]

    // The same value in another notation is no further kind; nor is what ASP.NET Core lists for one that it writes as JSON.
    [InlineData("application/json:I|application/xml:I|text/xml:I", "LoadAsync Json application/json")]
    [InlineData("text/plain:I|application/json:I|text/json:I", "LoadAsync Json application/json")]
    [InlineData("text/plain:S|application/json:S|text/json:S", "LoadAsync Json application/json")]
    [InlineData("application/json:I|application/yaml:I|application/vnd.kubernetes.protobuf:I", "LoadAsync Json application/json")]
    [InlineData("application/json:{}|application/xml:I", "LoadAsync Text application/xml")]

    // A binary string is a file, whatever it is called; files need no reading, so that any of them is asked for.
    [InlineData("application/json:B", "LoadAsync File application/json")]
    [InlineData("application/pdf:|image/png:", "LoadAsync File application/pdf, image/png")]
    [InlineData("application/json:I|image/png:B|*/*:B", "LoadAsync Json application/json", "LoadFileAsync File image/png")]
    public void A_kind_of_content_is_a_method(string offered, params string[] methods)
    {
        foreach (string content in new[] { offered, string.Join('|', offered.Split('|').Reverse()) })
        {
            Assert.Equal(methods.Select(method => $"{method}, {Any}"), Methods(Load($$$""" "200":{{{Answer(content)}}} """)));
        }
    }

    [Fact]
    public void What_no_method_asks_for_is_told_at_its_place()
    {
        BoundDocument bound = Load($$$""" "200":{{{Answer("application/json:I|application/hal+json:I|application/xml:I|application/pdf:|application/zip:")}}} """);

        const string content = "/paths/~1api~1a/get/responses/200/content/";
        Assert.Equal([$"DBXAPP0108 {content}application~1hal+json", $"DBXAPP0108 {content}application~1xml"], bound.FindingPlaces);
        Assert.Equal(
            "no method asks for 'application/hal+json'; 'application/json' is asked for. MediaTypes of the item changes it", bound.Findings[0].Message);
        Assert.Equal(
            "no method asks for 'application/json', of which the document says nothing; 'image/png' says more",
            Load($$$""" "200":{{{Answer("application/json:{}|image/png:")}}} """).Findings[0].Message);
    }

    [Theory]
    [InlineData("application/json:I|application/hal+json:I", "application/hal+json", "LoadAsync Json application/hal+json")]
    [InlineData("application/json:I|text/csv:S", "text/csv", "LoadAsync Text text/csv", "LoadJsonAsync Json application/json")]
    [InlineData("application/json:I|text/plain:I", "TEXT/PLAIN", "LoadAsync Text text/plain", "LoadJsonAsync Json application/json")]
    [InlineData("application/json; v=1:I|application/json; v=2:I", "application/json; v=2", "LoadAsync Json application/json; v=2")]
    [InlineData("application/json; v=1:I|application/xml:I", "application/yaml;application/json", "LoadAsync Json application/json; v=1")]
    [InlineData("application/json:{}|image/png:", "application/json", "LoadAsync Json application/json", "LoadFileAsync File image/png")]
    public void The_item_says_which(string offered, string preferred, params string[] methods)
    {
        DocumentOptions options = DocumentOptions.Default with { MediaTypes = preferred.Contains("v=", StringComparison.Ordinal) ? EquatableArray.Create(preferred) : EquatableArray.Create(preferred.Split(';')) };

        Assert.Equal(methods.Select(method => $"{method}, {Any}"), Methods(Load($$$""" "200":{{{Answer(offered)}}} """, options)));
    }

    [Fact]
    public void Successes_of_several_kinds_are_methods_that_know_of_each_other()
    {
        BoundDocument bound = Load($$$""" "200":{{{Answer("application/pdf:")}}},"202":{{{Answer("application/json:I")}}},"204":{"description":""} """);

        Assert.Equal([$"LoadAsync File application/pdf, {Any}", $"LoadJsonAsync Json application/json, {Any}"], Methods(bound));
        Assert.Equal(
            ["202-202 LoadJsonAsync", "200-200 LoadAsync"],
            Operations(bound).SelectMany(operation => operation.Response.Elsewhere).Select(other => $"{other.FirstStatus}-{other.LastStatus} {other.MethodName}"));
        Assert.Empty(bound.Findings);
    }

    [Fact]
    public void A_range_around_a_code_is_read_where_the_code_is_not()
    {
        BoundDocument bound = Load($$$""" "2XX":{{{Answer("application/pdf:")}}},"202":{{{Answer("application/json:I")}}} """);

        Assert.Equal([$"LoadAsync Json application/json, {Any}", $"LoadFileAsync File application/pdf, {Any}"], Methods(bound));
        Assert.Equal(
            ["200-201 LoadFileAsync", "203-299 LoadFileAsync", "202-202 LoadAsync"],
            Operations(bound).SelectMany(operation => operation.Response.Elsewhere).Select(other => $"{other.FirstStatus}-{other.LastStatus} {other.MethodName}"));
    }

    // The exact code counts first, wherever it stands (OpenAPI, "Responses Object").
    [Fact]
    public void A_code_is_read_before_the_range_around_it()
    {
        BoundDocument bound = Load($$$""" "2XX":{{{Answer("application/json:S")}}},"202":{{{Answer("application/json:I")}}} """);

        Assert.Equal(["202 Item", "200 String"], Operations(bound).Single().Response.Cases.Select(one => $"{one.FirstStatus} {one.Type}"));
    }

    [Fact]
    public void A_text_beside_JSON_of_another_status_is_part_of_one_result()
    {
        BoundDocument bound = Load($$$""" "200":{{{Answer("application/json:I")}}},"202":{{{Answer("text/plain:S")}}} """);

        Assert.Equal([$"LoadAsync Union application/json, text/plain, {Any}"], Methods(bound));
    }

    // Of three kinds, of which the text is part of the value: the file's method names the one that reads it.
    [Fact]
    public void A_text_that_is_part_of_the_value_is_read_by_its_method()
    {
        BoundDocument bound = Load($$$""" "200":{{{Answer("application/json:I")}}},"202":{{{Answer("text/plain:S")}}},"203":{{{Answer("application/pdf:")}}} """);

        Assert.Equal([$"LoadAsync Union application/json, text/plain, {Any}", $"LoadFileAsync File application/pdf, {Any}"], Methods(bound));
        Assert.Equal(
            ["203-203 LoadFileAsync", "200-200 LoadAsync", "202-202 LoadAsync"],
            Operations(bound).SelectMany(operation => operation.Response.Elsewhere).Select(other => $"{other.FirstStatus}-{other.LastStatus} {other.MethodName}"));
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json;text/csv", "text/csv")]
    [InlineData("application/jsn", "application/jsn")]
    public void A_media_type_that_the_document_does_not_offer_is_told(string preferred, string? told)
    {
        BoundDocument bound = Load(
            $$$""" "200":{{{Answer("application/json:I")}}} """, DocumentOptions.Default with { MediaTypes = EquatableArray.Create(preferred.Split(';')) });

        Assert.Equal(told is null ? [] : [$"MediaTypes '{told}' is in no body and no answer of the document"], bound.Findings.Select(finding => finding.Message));
    }

    // Nothing tells which of the two an event is.
    [Theory]
    [InlineData("""{"type":"integer"}""", "Any")]
    [InlineData("""{"type":"string"}""", "String")]
    public void Alternatives_of_one_kind_of_event_are_told(string data, string expected)
    {
        BoundDocument bound = Load("""
            "200":{"description":"","content":{"text/event-stream":{"itemSchema":{"oneOf":[
                {"properties":{"data":$}},
                {"properties":{"data":{"type":"object","properties":{"a":{"type":"integer"}}}}}]}}}}
            """.Replace("$", data, StringComparison.Ordinal));

        Assert.Equal(expected, Operations(bound).Single().Response.Type!.ToString());
        Assert.Equal(["DBXAPP0102 /paths/~1api~1a/get/responses/200/content/text~1event-stream"], bound.FindingPlaces);
    }

    [Fact]
    public void A_stream_whose_events_differ_by_their_kind_is_a_union_of_what_they_hold()
    {
        BoundDocument bound = Load("""
            "200":{"description":"","content":{"text/event-stream":{"itemSchema":{"type":"object","properties":{"event":{"type":"string"},"data":{"type":"string"}},"oneOf":[
                {"properties":{"event":{"const":"token"}}},
                {"properties":{"event":{"enum":["final","last"]},"data":{"contentMediaType":"application/json","contentSchema":{"$ref":"#/components/schemas/Item"}}}},
                {"properties":{"event":{"const":"usage"},"data":{"type":"object","properties":{"tokens":{"type":"integer"}}}}},
                {"properties":{"data":{"type":"integer"}}}]}}}}
            """);

        ResponseModel response = Operations(bound).Single().Response;
        Assert.Equal((ResponseKind.Events, "LoadEvent"), (response.Kind, response.Type!.ToString()));
        Assert.Equal(
            ["token String String", "final Item Item", "last Item Item", "usage LoadEventUsage LoadEventUsage", "message Integer Int64"],
            response.Events.Select(one => $"{one.Event} {one.CaseName} {one.Type}"));
        Assert.Equal("union LoadEvent(String: String, Item: Item, LoadEventUsage: LoadEventUsage, Integer: Int64)", bound.TypeOf("LoadEvent"));
    }

    // Two names at once: neither a method nor an operation takes what the other's callers know.
    [Fact]
    public void An_operation_that_has_the_name_of_a_further_method_shares_it_with_none()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"load","responses":{"200":$}}},"/api/b":{"get":{"operationId":"loadText","responses":{}}}}"""
                .Replace("$", Answer("application/json:I|text/csv:S"), StringComparison.Ordinal),
            Schemas);

        Assert.Equal(["LoadAsync", "LoadApiTextAsync", "LoadTextApiAsync"], Operations(bound).Select(operation => operation.MethodName));
    }

    private const string Schemas = """{"Item":{"properties":{"a":{"type":"string"}}},"Empty":{"description":"Anything."}}""";

    private static BoundDocument Load(string answers, DocumentOptions? options = null) => BoundDocument.OfPaths(
        """{"/api/a":{"get":{"operationId":"load","responses":{$}}}}""".Replace("$", answers, StringComparison.Ordinal), Schemas, options);

    private static IEnumerable<OperationModel> Operations(BoundDocument bound) => bound.Client.Groups.SelectMany(group => group.Operations);

    private static IEnumerable<string> Methods(BoundDocument bound) =>
        Operations(bound).Select(operation => $"{operation.MethodName} {operation.Response.Kind} {operation.Response.Accept}");

    private static string Answer(string offered) =>
        """{"description":"","content":{$}}""".Replace("$", string.Join(',', offered.Split('|').Select(Media)), StringComparison.Ordinal);

    private static string Media(string offered)
    {
        int end = offered.LastIndexOf(':');
        string schema = offered[(end + 1)..] switch
        {
            "I" => Item,
            "S" => Text,
            "B" => """{"type":"string","format":"binary"}""",
            "E" => """{"$ref":"#/components/schemas/Empty"}""",
            string other => other,
        };
        return $"\"{offered[..end]}\":{{{(schema.Length == 0 ? "" : "\"schema\":" + schema)}}}";
    }
}
