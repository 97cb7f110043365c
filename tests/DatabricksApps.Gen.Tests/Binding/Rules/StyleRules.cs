using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>How a parameter or a field is spelled on the wire.</summary>
public sealed class StyleRules
{
    [Theory]
    [InlineData("query", "", "Form", true)]
    [InlineData("query", "form", "Form", true)]
    [InlineData("query", "spaceDelimited", "SpaceDelimited", false)]
    [InlineData("query", "pipeDelimited", "PipeDelimited", false)]
    [InlineData("query", "deepObject", "DeepObject", false)]
    [InlineData("cookie", "cookie", "Form", true)]
    [InlineData("cookie", "", "Form", true)]
    [InlineData("path", "", "Simple", false)]
    [InlineData("path", "simple", "Simple", false)]
    [InlineData("path", "label", "Label", false)]
    [InlineData("path", "matrix", "Matrix", false)]

    // A style of other places is the one of this place.
    [InlineData("path", "form", "Simple", true)]
    [InlineData("header", "form", "Simple", true)]
    [InlineData("header", "", "Simple", false)]
    public void A_parameter_is_spelled(string location, string style, string expected, bool explode)
    {
        string member = style.Length == 0 ? "" : $",\"style\":\"{style}\"";
        ParameterModel parameter = Parameter($$"""{"name":"p","in":"{{location}}","schema":{"type":"string"}{{member}}}""");

        Assert.Equal((expected, explode, false, false), (parameter.Style.ToString(), parameter.Explode, parameter.IsJson, parameter.AllowReserved));
    }

    [Theory]
    [InlineData("tsv", "TabDelimited")]
    [InlineData("pipes", "PipeDelimited")]
    [InlineData("csv", "Form")]
    public void A_list_of_2_0_is_spelled(string format, string expected)
    {
        BoundDocument bound = BoundDocument.Of(
            $$$$$$"""{"swagger":"2.0","paths":{"/api/a":{"post":{"consumes":["application/x-www-form-urlencoded"],"parameters":[{"name":"q","in":"query","type":"array","collectionFormat":"{{{{{{format}}}}}}"},{"name":"f","in":"formData","type":"array","collectionFormat":"{{{{{{format}}}}}}"}],"responses":{}}}}}""");

        Assert.Equal(expected, Assert.Single(bound.TheOperation().Parameters).Style.ToString());
        BodyFieldModel field = Assert.Single(bound.TheOperation().Body!.Fields);
        Assert.Equal((expected, false), (field.Style.ToString(), field.Explode));
    }

    [Theory]

    // A path parameter of this name at the end takes the rest of the path, slashes and all.
    [InlineData("/api/{p}/{file_path}", "file_path", true)]
    [InlineData("/api/{p}/{PATH}", "PATH", true)]
    [InlineData("/api/{p}/{file_path}/x", "file_path", false)]
    [InlineData("/api/{p}/{paths}", "paths", false)]
    public void The_rest_of_a_path_keeps_its_slashes(string path, string name, bool keeps)
    {
        string declared = $$$$$"""{"/a":{"get":{"parameters":[{"name":"p","in":"path","schema":{"type":"string"}},{"name":"{{{{{name}}}}}","in":"path","schema":{"type":"string"}}],"responses":{}}}}""".Replace("/a", path, StringComparison.Ordinal);
        string undeclared = """{"/a":{"get":{"responses":{}}}}""".Replace("/a", path, StringComparison.Ordinal);

        Assert.Equal([false, keeps], BoundDocument.OfPaths(declared).TheOperation().Parameters.Select(parameter => parameter.KeepsSlashes));
        Assert.Equal([false, keeps], BoundDocument.OfPaths(undeclared).TheOperation().Parameters.Select(parameter => parameter.KeepsSlashes));
    }

    [Fact]
    public void A_query_of_the_same_name_does_not()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/{path}":{"get":{"parameters":[{"name":"path","in":"query","schema":{"type":"string"}},{"name":"path","in":"path","schema":{"type":"string"}}],"responses":{}}}}""");

        Assert.Equal(["Path True", "Query False"], bound.TheOperation().Parameters.Select(parameter => $"{parameter.Location} {parameter.KeepsSlashes}"));
    }

    [Fact]
    public void A_parameter_that_nobody_declares_is_a_plain_text()
    {
        BoundDocument bound = BoundDocument.OfPaths("""{"/api/{my_id}":{"get":{"operationId":"load","responses":{}}}}""");

        ParameterModel parameter = Assert.Single(bound.TheOperation().Parameters);
        Assert.Equal(
            new ParameterModel
            {
                Name = "myId",
                WireName = "my_id",
                Location = ParameterLocation.Path,
                Type = TypeRef.Of(TypeKind.String),
                IsRequired = true,
                Style = ParameterStyle.Simple,
            },
            parameter);
        Assert.Equal(["DBXAPP0104 /paths/~1api~1{my_id}/get"], bound.FindingPlaces);
        Assert.Equal("'my_id' of '/api/{my_id}'", bound.Findings[0].Message);
    }

    [Fact]
    public void A_parameter_that_the_path_has_not_is_left_out_and_told()
    {
        BoundDocument bound = Rule.Operation(""" "parameters":[{"name":"id","in":"path","schema":{"type":"string"}}] """);

        Assert.Equal(["SendAsync() -> None"], bound.Operations);
        Assert.Equal("parameter 'id': the path has no '{id}'", Assert.Single(bound.Findings).Message);
    }

    [Theory]
    [InlineData("\"allowReserved\":true", true)]
    [InlineData("\"allowReserved\":false", false)]
    public void Reserved_characters_are_kept_where_the_document_says_so(string member, bool isKept) =>
        Assert.Equal(isKept, Parameter($$"""{"name":"p","in":"query","schema":{"type":"string"},{{member}}}""").AllowReserved);

    [Theory]

    // JSON as JSON; what is neither JSON nor a style the caller spells.
    [InlineData("\"content\":{\"application/json\":{\"schema\":{\"type\":\"integer\"}}}", "Int64?", true)]
    [InlineData("\"content\":{\"Application/x+JSON; v=1\":{\"schema\":{\"type\":\"integer\"}}}", "Int64?", true)]
    [InlineData("\"content\":{\"text/csv\":{\"schema\":{\"type\":\"integer\"}}}", "String?", false)]
    [InlineData("\"content\":{\"text/csv\":{}}", "String?", false)]
    [InlineData("\"schema\":{\"type\":\"integer\"}", "Int64?", false)]
    [InlineData("\"required\":true,\"schema\":{\"type\":\"integer\"}", "Int64", false)]
    [InlineData("\"description\":\"x\"", "String?", false)]
    public void A_parameter_with_content_is(string members, string type, bool isJson)
    {
        ParameterModel parameter = Parameter($$"""{"name":"p","in":"query",{{members}}}""");

        Assert.Equal((type, isJson), (parameter.Type.ToString(), parameter.IsJson));
    }

    [Theory]

    // Fields as parameters of their own; JSON, and what is neither, whole.
    [InlineData("\"application/x-www-form-urlencoded\":{\"schema\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}}", "Query Map<String>? ", false)]
    [InlineData("\"application/x-www-form-urlencoded\":{\"schema\":{\"properties\":{\"a\":{\"type\":\"string\"}}}}", "Query SendQuery? ", false)]
    [InlineData("\"application/x-www-form-urlencoded\":{\"schema\":{}}", "Query Any? ", false)]
    [InlineData("\"application/x-www-form-urlencoded\":{\"schema\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}}", "Query StringOrInteger? ", false)]
    [InlineData("\"application/x-www-form-urlencoded\":{\"schema\":{\"type\":\"string\"}}", "QueryString String? ", false)]
    [InlineData("\"application/json\":{\"schema\":{\"type\":\"integer\"}}", "QueryString Int64? ", true)]
    [InlineData("\"text/plain\":{\"schema\":{\"type\":\"integer\"}}", "QueryString String? ", false)]
    [InlineData("\"text/plain\":{}", "QueryString String? ", false)]
    public void A_whole_query_string_is(string content, string expected, bool isJson)
    {
        ParameterModel parameter = Parameter($$$"""{"in":"querystring","description":"Words.","content":{{{{content}}}}}""");

        Assert.Equal(expected, $"{parameter.Location} {parameter.Type} ");
        Assert.Equal(
            (isJson, ParameterStyle.Form, true, false, false), (parameter.IsJson, parameter.Style, parameter.Explode, parameter.AllowReserved, parameter.IsRequired));
        Assert.Equal(("query", "query", "Words."), (parameter.Name, parameter.WireName, parameter.Doc.Summary));
    }

    [Fact]
    public void A_whole_query_string_that_must_be_there_is_no_null()
    {
        ParameterModel parameter = Parameter("""{"in":"querystring","required":true,"deprecated":true,"content":{"text/plain":{"schema":{"description":"Inner."}}}}""");

        Assert.Equal(("String", true, true, "Inner."), (parameter.Type.ToString(), parameter.IsRequired, parameter.IsDeprecated, parameter.Doc.Summary));
    }

    [Fact]
    public void A_whole_query_string_without_content_is_a_form_that_nobody_describes() =>
        Assert.Equal("QueryString String?", Assert.Single(Rule.Operation(""" "parameters":[{"in":"querystring"}] """).TheOperation().Parameters) is var p ? $"{p.Location} {p.Type}" : "");

    [Theory]
    [InlineData("options", "query", "optionsValue,queryOptions")]
    [InlineData("cancellationToken", "header", "headerCancellationToken")]
    [InlineData("a-", "query", "a")]
    [InlineData("+", "query", "plus")]
    public void A_parameter_has_no_name_that_the_method_has(string name, string location, string expected)
    {
        string actual = Parameter($$$"""{"name":"{{{name}}}","in":"{{{location}}}","schema":{"type":"string"}}""").Name;

        Assert.Equal(expected.Split(',').Last(), actual);
    }

    [Fact]
    public void Parameters_of_one_name_are_told_by_their_symbols_then_by_their_place()
    {
        BoundDocument bound = Rule.Operation("""
            "parameters":[{"name":"a","in":"query"},{"name":"a+","in":"query"},{"name":"A","in":"query"},{"name":"a_","in":"query"}]
            """);

        Assert.Equal(["a1f3a4568", "aPlus", "A", "a_"], bound.TheOperation().Parameters.Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData("", "Form", true)]
    [InlineData("\"explode\":false", "Form", false)]
    [InlineData("\"style\":\"form\"", "Form", true)]
    [InlineData("\"style\":\"spaceDelimited\"", "SpaceDelimited", true)]
    [InlineData("\"style\":\"pipeDelimited\",\"explode\":false", "PipeDelimited", false)]
    [InlineData("\"style\":\"deepObject\"", "DeepObject", true)]
    public void A_field_of_a_form_is_spelled(string encoding, string expected, bool explode)
    {
        BodyFieldModel field = Field("application/x-www-form-urlencoded", """{"type":"array","items":{"type":"string"}}""", encoding);

        Assert.Equal((expected, explode, false), (field.Style.ToString(), field.Explode, field.IsJson));
    }

    [Theory]

    // What a form can spell by itself, and what only JSON can.
    [InlineData("""{"type":"string"}""", "", false)]
    [InlineData("""{"enum":["a","b"]}""", "", false)]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "", false)]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"string"}}}""", "", true)]
    [InlineData("""{"type":"array","items":{"type":"object"}}""", "", true)]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "", true)]
    [InlineData("""{"type":"object"}""", "", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "", false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}""", "", false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"object"}]}""", "", true)]
    [InlineData("""{"prefixItems":[{},{}],"minItems":2,"maxItems":2}""", "", true)]
    [InlineData("""{"prefixItems":[{}],"minItems":1,"maxItems":1}""", "", true)]
    [InlineData("{}", "", true)]
    [InlineData("""{"type":"string"}""", "\"contentType\":\"application/json\"", true)]
    [InlineData("""{"type":"string"}""", "\"contentType\":\"text/plain\"", false)]
    [InlineData("""{"type":"object"}""", "\"explode\":true", false)]
    [InlineData("""{"type":"object"}""", "\"style\":\"form\"", false)]
    public void A_field_of_a_form_is_JSON(string schema, string encoding, bool isJson) =>
        Assert.Equal(isJson, Field("application/x-www-form-urlencoded", schema, encoding).IsJson);

    [Theory]
    [InlineData("""{"type":"object"}""", "", "application/json", true)]
    [InlineData("""{"type":"string"}""", "", null, false)]
    [InlineData("""{"type":"string"}""", "\"style\":\"form\"", null, false)]
    [InlineData("""{"type":"string"}""", "\"explode\":true", null, false)]
    public void A_part_is_JSON(string schema, string encoding, string? contentType, bool isJson)
    {
        BodyFieldModel field = Field("multipart/form-data", schema, encoding);

        Assert.Equal((contentType, isJson), (field.ContentType, field.IsJson));
    }

    [Theory]
    [InlineData("""{"type":"string","format":"binary"}""", "File?")]
    [InlineData("""{"$ref":"#/components/schemas/Upload"}""", "File?")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Upload"}]}""", "File?")]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Upload"}]}""", "File?")]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/Upload"}}""", "List<File>?")]
    [InlineData("""{"anyOf":[{"type":"array","items":{"$ref":"#/components/schemas/Upload"}},{"type":"null"}]}""", "List<File>?")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "List<String>?")]
    [InlineData("""{"type":["string","integer"],"format":"binary"}""", "StringOrInteger?")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Upload"},{"type":"integer"}]}""", "File?")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Upload"},{"type":"array","items":{"$ref":"#/components/schemas/Upload"}}]}""", "List<File>?")]
    [InlineData("""{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Upload"}}""", "Map<File>?")]
    [InlineData("""{"type":"string","contentMediaType":"image/png"}""", "File?")]
    [InlineData("""{"contentMediaType":"image/png","contentEncoding":"base64"}""", "Bytes?")]
    [InlineData("""{"type":"string","contentMediaType":"text/html"}""", "String?")]
    public void A_part_that_is_a_file_is(string schema, string expected) =>
        Assert.Equal(expected, Field("multipart/form-data", schema, "").Type.ToString());

    [Fact]
    public void A_file_is_one_in_parts_alone() =>
        Assert.Equal("String?", Field("application/x-www-form-urlencoded", """{"type":"string","format":"binary"}""", "").Type.ToString());

    private static ParameterModel Parameter(string parameter)
    {
        string path = parameter.Contains("\"path\"", StringComparison.Ordinal) ? "/api/{p}" : "/api/a";
        return Assert.Single(BoundDocument.OfPaths(
            $$$$$"""{"{{{{{path}}}}}":{"post":{"operationId":"send","parameters":[{{{{{parameter}}}}}],"responses":{}}}}""").TheOperation().Parameters);
    }

    private static BodyFieldModel Field(string mediaType, string schema, string encoding)
    {
        string stated = encoding.Length == 0 ? "" : $$$""","encoding":{"p":{{{{encoding}}}}}""";
        BoundDocument bound = Rule.Operation(
            $$$$"""
            "requestBody":{"content":{"{{{{mediaType}}}}":{"schema":{"type":"object","properties":{"p":{{{{schema}}}}}}{{{{stated}}}}}}}
            """,
            """{"Upload":{"type":"string","format":"binary"}}""");
        return Assert.Single(bound.TheOperation().Body!.Fields);
    }
}
