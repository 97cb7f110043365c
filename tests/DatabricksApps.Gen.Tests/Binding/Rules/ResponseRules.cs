using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What a method returns, of the answers that its operation has.</summary>
public sealed class ResponseRules
{
    private const string Text = """{"type":"string"}""";
    private const string Number = """{"type":"integer"}""";

    [Theory]

    // Only 2xx is a success.
    [InlineData("200", "String")]
    [InlineData("299", "String")]
    [InlineData("2XX", "String")]
    [InlineData("199", "None")]
    [InlineData("300", "None")]
    [InlineData("3XX", "None")]

    // An answer without content has none whatever the document says.
    [InlineData("204", "None")]
    [InlineData("205", "None")]
    [InlineData("206", "String")]
    public void A_success_is(string status, string expected) => Assert.Equal(expected, Returned(Answer(status, Text)));

    [Theory]
    [InlineData("default", "200", "Int64")]
    [InlineData("default", "404", "String")]
    public void The_default_is_a_success_where_there_is_no_other(string first, string second, string expected) =>
        Assert.Equal(expected, Returned(Answer(first, Text) + "," + Answer(second, Number)).Split(' ')[0]);

    [Fact]
    public void A_default_without_content_says_nothing()
    {
        BoundDocument bound = Load(""" "default":{"description":"Anything."},"404":{"description":"x"} """);

        Assert.Equal((ResponseKind.None, null), (bound.TheOperation().Response.Kind, bound.TheOperation().Response.Doc.Summary));
    }

    [Fact]
    public void A_success_without_content_has_its_words()
    {
        ResponseModel response = Load(""" "204":{"description":"Done."},"205":{"description":"Reset."} """).TheOperation().Response;

        Assert.Equal((ResponseKind.None, null, "", "Done."), (response.Kind, response.Type, response.Accept, response.Doc.Summary));
    }

    [Theory]
    [InlineData("get", "String")]
    [InlineData("head", "None")]
    public void A_HEAD_has_no_content(string method, string expected) => Assert.Equal(expected, Returned(Answer("200", Text), method));

    [Theory]

    // One type for all, which may be missing where an answer has no content.
    [InlineData("""{"type":"string"}""", """{"type":"string"}""", "", "Json String")]
    [InlineData("""{"type":"string"}""", """{"type":"string"}""", ",\"204\":{\"description\":\"\"}", "Json String?")]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""", "", "Union LoadResult")]
    [InlineData("""{"type":"string"}""", """{"type":"integer"}""", ",\"204\":{\"description\":\"\"}", "Union LoadResult?")]

    // Null of one of them is null of all.
    [InlineData("""{"type":"string"}""", """{"type":["string","null"]}""", "", "Json String?")]
    [InlineData("""{"type":["integer","null"]}""", """{"type":"integer"}""", "", "Json Int64?")]
    [InlineData("""{"type":"string"}""", """{"type":["integer","null"]}""", "", "Union LoadResult?")]
    [InlineData("""{"type":"string"}""", """{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "", "Union LoadResult?")]
    [InlineData("""{"type":"string","nullable":true}""", """{"type":"integer"}""", "", "Union LoadResult?")]
    [InlineData("""{"type":"string"}""", "{}", "", "Union LoadResult")]
    public void Several_successes_are_one_type_where_they_have_one(string first, string second, string more, string expected)
    {
        BoundDocument bound = Load(Answer("200", first) + "," + Answer("201", second) + more);

        ResponseModel response = bound.TheOperation().Response;
        Assert.Equal(expected, response.Kind + " " + response.Type);
        Assert.Equal("application/json, */*;q=0.1", response.Accept);
        Assert.Empty(bound.Findings);
    }

    [Fact]
    public void A_text_that_may_be_missing_is_empty()
    {
        ResponseModel response = Load(Answer("200", Text, "text/plain") + ",\"204\":{\"description\":\"\"}").TheOperation().Response;

        Assert.Equal((ResponseKind.Text, null), (response.Kind, response.Type));
    }

    [Fact]
    public void Answers_of_several_types_are_a_union_that_tells_them_by_their_status()
    {
        BoundDocument bound = Load(
            Answer("200", Text) + "," + Answer("201", Number) + "," + Answer("202", """{"type":["string","null"]}""") + ","
            + Answer("203", Text, "text/plain") + "," + Answer("2XX", """{"type":"boolean"}""") + ",\"204\":{\"description\":\"\"}");

        ResponseModel response = bound.TheOperation().Response;
        Assert.Equal(
            [
                "200-200 Json String String", "201-201 Json Integer Int64", "202-202 Json String String?", "203-203 Text String String",
                "204-204 None  ", "200-299 Json Boolean Boolean",
            ],
            response.Cases.Select(c => $"{c.FirstStatus}-{c.LastStatus} {c.Kind} {c.CaseName} {c.Type}"));
        Assert.Equal("application/json, text/plain, */*;q=0.1", response.Accept);
        Assert.Equal("About 200.", response.Doc.Summary);
        UnionTypeModel union = Assert.IsType<UnionTypeModel>(Assert.Single(bound.Client.Types));
        Assert.Equal("union LoadResult(String: String, Integer: Int64, Boolean: Boolean)", bound.TypeOf("LoadResult"));
        Assert.Equal((null, "shop.openapi.json#/paths/~1api~1a/get/responses"), (union.Doc.Summary, Assert.Single(union.Doc.Sources)));
        Assert.Equal("GET /api/a", union.Origin);
    }

    [Theory]

    // Any type that has a schema is JSON, unless it is a file.
    [InlineData("*/*", """{"type":"string"}""", "Json String", "application/json")]
    [InlineData("application/*", """{"type":"string"}""", "Json String", "application/json")]
    [InlineData("*/*", """{"type":"string","format":"binary"}""", "File ", "*/*")]
    [InlineData("application/json", """{"type":"string","format":"binary"}""", "File ", "application/json")]
    [InlineData("application/json", """{"type":"string","contentMediaType":"image/png"}""", "File ", "application/json")]
    [InlineData("text/csv", """{"type":"string","format":"binary"}""", "File ", "text/csv")]
    [InlineData("text/csv", """{"type":"string"}""", "Text ", "text/csv")]
    [InlineData("Text/CSV; charset=utf-8", """{"type":"string"}""", "Text ", "text/csv")]
    [InlineData("image/png", """{"type":"string"}""", "File ", "image/png")]
    [InlineData("application/json; version=2", """{"type":"string"}""", "Json String", "application/json; version=2")]
    public void Content_is_read_as(string mediaType, string schema, string expected, string accept)
    {
        ResponseModel response = Load(Answer("200", schema, mediaType)).TheOperation().Response;

        Assert.Equal((expected, accept == "*/*" ? accept : accept + ", */*;q=0.1"), (response.Kind + " " + response.Type, response.Accept));
    }

    [Theory]
    [InlineData("*/*", "File", "*/*")]
    [InlineData("text/plain", "Text", "text/plain")]
    [InlineData("application/json", "Json", "application/json")]
    public void Content_without_a_schema_is_read_as(string mediaType, string expected, string accept)
    {
        ResponseModel response = Load($$$$""" "200":{"description":"","content":{"{{{{mediaType}}}}":{}}} """).TheOperation().Response;

        Assert.Equal((expected, accept == "*/*" ? accept : accept + ", */*;q=0.1"), (response.Kind.ToString(), response.Accept));
    }

    [Theory]

    // An envelope has its value in data, as JSON of a schema, as JSON of none, or as text.
    [InlineData("itemSchema", """{"properties":{"data":{"type":"string","contentMediaType":"application/json","contentSchema":{"type":"integer"}}}}""", "Int64")]
    [InlineData("itemSchema", """{"properties":{"data":{"type":"string","contentSchema":{"type":"integer"}}}}""", "Int64")]
    [InlineData("itemSchema", """{"properties":{"data":{"type":"string","contentMediaType":"application/json"}}}""", "Any")]
    [InlineData("itemSchema", """{"properties":{"data":{"type":"string","contentMediaType":"text/plain"}}}""", "String")]
    [InlineData("itemSchema", """{"properties":{"event":{"type":"string"},"data":{"type":"string"}}}""", "String")]

    // Without data the item is the value itself.
    [InlineData("itemSchema", """{"properties":{"a":{"type":"string"}}}""", "LoadResponseItem")]
    [InlineData("itemSchema", """{"type":"integer"}""", "Int64")]
    [InlineData("itemSchema", """{"type":"string","format":"date"}""", "String")]

    // Before 3.2 authors have only a schema for it: of an event, of what it holds, or of all that are sent.
    [InlineData("schema", """{"type":"integer"}""", "Int64")]
    [InlineData("schema", """{"type":"string"}""", "String")]
    [InlineData("schema", """{"properties":{"a":{"type":"string"}}}""", "LoadResponseItem")]
    [InlineData("schema", """{"type":"array","items":{"type":"integer"}}""", "Int64")]
    [InlineData("schema", """{"properties":{"data":{"type":"string","contentMediaType":"application/json"}}}""", "Any")]
    [InlineData("schema", """{"type":"array","items":{"properties":{"event":{"type":"string"},"data":{"type":"integer"}}}}""", "Int64")]

    // ASP.NET Core's SseItem<T>.
    [InlineData("schema", """{"properties":{"data":{"type":"integer"},"eventType":{"type":["null","string"]},"eventId":{"type":["null","string"]},"reconnectionInterval":{"type":["null","string"]}}}""", "Int64")]

    [InlineData("schema", """{"properties":{"Data":{"type":"integer"},"EventType":{"type":["null","string"]},"EventId":{"type":["null","string"]},"ReconnectionInterval":{"type":["null","string"]}}}""", "Int64")]

    // Another member is none of an event: data is one of the value then.
    [InlineData("schema", """{"properties":{"data":{"type":"integer"},"total":{"type":"integer"}}}""", "LoadResponseItem")]
    [InlineData("schema", """{"properties":{"Data":{"type":"integer"},"EventType":{"type":"string"}}}""", "LoadResponseItem")]
    [InlineData("itemSchema", """{"properties":{"data":{}}}""", "String")]

    // Alternatives are events also where one of them has a kind and nothing else.
    [InlineData("schema", """{"oneOf":[{"properties":{"event":{"const":"a"},"data":{"type":"integer"}}},{"properties":{"event":{"const":"ping"}}}]}""", "LoadEvent")]
    [InlineData("itemSchema", """{"anyOf":[{"properties":{"event":{"enum":["end"]},"id":{"type":"string"}}},{"properties":{"event":{"const":"a"},"data":{"type":"integer"}}}]}""", "LoadEvent")]
    [InlineData("schema", """{"oneOf":[{"properties":{"event":{"const":"a"}}},{"properties":{"event":{"const":"ping"}}}]}""", "LoadResponseItem")]
    [InlineData("schema", """{"oneOf":[{"properties":{"event":{"const":"a"},"data":{"type":"integer"}}},{"properties":{"id":{"type":"string"}}}]}""", "LoadResponseItem")]

    // Of the same type whatever the kind of event.
    [InlineData("itemSchema", """{"oneOf":[{"properties":{"event":{"const":"a"},"data":{"type":"integer"}}},{"properties":{"event":{"enum":["b","c"]},"data":{"type":"integer"}}}]}""", "Int64")]
    public void An_event_is(string keyword, string schema, string expected)
    {
        ResponseModel response = Load($$$$""" "200":{"description":"","content":{"text/event-stream":{"{{{{keyword}}}}":{{{{schema}}}}}}} """).TheOperation().Response;

        Assert.Equal((ResponseKind.Events, expected), (response.Kind, response.Type!.ToString()));
    }

    [Theory]
    [InlineData("\"itemSchema\":{\"type\":\"integer\"},\"schema\":{\"type\":\"string\"}", "Int64")]
    [InlineData("\"schema\":{\"properties\":{\"a\":{\"type\":\"string\"}}}", "LoadResponseItem")]
    [InlineData("\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}", "Int64")]
    [InlineData("\"itemSchema\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}", "List<Int64>")]
    [InlineData("", "Any")]
    public void A_line_is(string schemas, string expected)
    {
        ResponseModel response = Load($$$$""" "200":{"description":"","content":{"application/jsonl":{{{{{schemas}}}}}}} """).TheOperation().Response;

        Assert.Equal((ResponseKind.Lines, expected), (response.Kind, response.Type!.ToString()));
    }

    [Theory]
    [InlineData("400", "400-400:String")]
    [InlineData("599", "599-599:String")]
    [InlineData("399", "")]
    [InlineData("302", "")]
    [InlineData("4XX", "400-499:String")]
    [InlineData("default", "400-599:String")]
    public void An_error_is(string status, string expected) =>
        Assert.Equal(expected, Errors(Answer("200", Text) + "," + Answer(status, Text)));

    [Theory]

    // What can be read as a value: JSON of which something is known.
    [InlineData("application/problem+json", """{"type":"string"}""", "400-400:String")]
    [InlineData("text/plain", """{"type":"string"}""", "")]
    [InlineData("application/json", "{}", "")]
    [InlineData("application/json", """{"type":["string","null"]}""", "400-400:String")]
    [InlineData("application/json", """{"properties":{"a":{"type":"string"}}}""", "400-400:LoadError400")]
    public void Content_of_an_error_is(string mediaType, string schema, string expected) =>
        Assert.Equal(expected, Errors(Answer("400", schema, mediaType)));

    [Fact]
    public void Errors_of_inline_objects_are_named_by_their_status_and_the_narrowest_comes_first()
    {
        const string Inline = """{"properties":{"$":{"type":"string"}}}""";
        Assert.Equal(
            "404-404:LoadError404 400-499:LoadError4xx 400-599:LoadError",
            Errors(Answer("200", Text) + "," + Answer("default", Inline.Replace('$', 'a')) + "," + Answer("4XX", Inline.Replace('$', 'b')) + "," + Answer("404", Inline.Replace('$', 'c'))));
    }

    [Theory]

    // By its code alone an error counts, also one that is no JSON.
    [InlineData("404", "4XX", "404-404:text 400-499:String")]
    [InlineData("404", "default", "404-404:text 400-599:String")]
    [InlineData("4XX", "default", "400-499:text 400-599:String")]
    [InlineData("404", "5XX", "500-599:String")]
    public void An_error_that_is_no_JSON_is_an_error_of_its_own_within_a_range(string exact, string range, string expected)
    {
        foreach (string content in new[] { "", ",\"content\":{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}", ",\"content\":{\"application/json\":{\"schema\":{}}}" })
        {
            Assert.Equal(expected, Errors($$"""{{Answer(range, Text)}},"{{exact}}":{"description":"x"{{content}}}"""));
        }
    }

    [Fact]
    public void An_error_has_the_documents_words() =>
        Assert.Equal("About 404.", Assert.Single(Load(Answer("404", Text)).TheOperation().Errors).Description);

    private static string Answer(string status, string schema, string mediaType = "application/json") =>
        $$$"""
        "{{{status}}}":{"description":"About {{{status}}}.","content":{{{{Media(mediaType, schema)}}}}}
        """;

    private static string Media(string mediaType, string schema) =>
        $$"""
        "{{mediaType}}":{"schema":{{schema}}}
        """;

    private static string Returned(string answers, string method = "get")
    {
        ResponseModel response = Load(answers, method).TheOperation().Response;
        return response.Type?.ToString() ?? response.Kind.ToString();
    }

    private static string Errors(string answers) => string.Join(
        ' ', Load(answers).TheOperation().Errors.Select(error => $"{error.FirstStatus}-{error.LastStatus}:{error.Type?.ToString() ?? (error.Body == ErrorBody.Text ? "text" : "validation")}"));

    private static BoundDocument Load(string answers, string method = "get") =>
        BoundDocument.OfPaths($$$$$"""{"/api/a":{"{{{{{method}}}}}":{"operationId":"load","responses":{{{{{{answers}}}}}}}}}""");
}
