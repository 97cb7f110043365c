using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What the documentation of types, members and methods says.</summary>
public sealed class DocRules
{
    [Theory]
    [InlineData("\"type\":\"integer\",\"minimum\":1", "At least 1.")]
    [InlineData("\"type\":\"integer\",\"maximum\":2.0", "At most 2.")]
    [InlineData("\"type\":\"number\",\"maximum\":2.05", "At most 2.05.")]
    [InlineData("\"type\":\"integer\",\"exclusiveMinimum\":3.0", "Greater than 3.")]
    [InlineData("\"type\":\"integer\",\"exclusiveMaximum\":4", "Less than 4.")]
    [InlineData("\"type\":\"integer\",\"multipleOf\":5.0", "Multiple of 5.")]
    [InlineData("\"type\":\"object\",\"minProperties\":1,\"maxProperties\":2", "At least 1 members. At most 2 members.")]
    [InlineData("\"type\":\"string\",\"minLength\":1,\"maxLength\":2,\"pattern\":\"^a$\"", "Minimum length 1. Maximum length 2. Pattern ^a$.")]
    [InlineData("\"type\":\"array\",\"minItems\":1,\"maxItems\":2", "At least 1 items. At most 2 items.")]
    [InlineData("\"type\":\"string\",\"default\":\"a\"", "Default \"a\".")]
    [InlineData("\"type\":\"integer\",\"minimum\":1,\"maximum\":9,\"default\":3", "At least 1. At most 9. Default 3.")]

    // Of a default that is nothing there is nothing to say, nor of the items of a tuple, which the type says.
    [InlineData("\"type\":\"array\",\"default\":[]", null)]
    [InlineData("\"type\":\"object\",\"default\":{}", null)]
    [InlineData("\"type\":\"string\",\"default\":null", null)]
    [InlineData("\"type\":\"array\",\"default\":[1]", "Default [1].")]
    [InlineData("\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"},{\"type\":\"string\"}],\"minItems\":2,\"maxItems\":2", null)]
    [InlineData("\"type\":\"string\"", null)]
    public void A_members_constraints(string keywords, string? expected) => Assert.Equal(expected, Member("{" + keywords + "}").Constraints);

    [Fact]
    public void Each_bound_has_words_of_its_own_but_the_one_value_which_needs_none()
    {
        string?[] words = [.. Enum.GetValues<BoundKind>().Select(kind => Bounds.Describe(EquatableArray.Create(new BoundModel(kind, "1"))))];

        Assert.Null(words[(int)BoundKind.Value]);
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Theory]
    [InlineData("\"example\":\"a\"", "\"a\"")]
    [InlineData("\"examples\":[1,2]", "1")]
    [InlineData("\"example\":null", null)]
    [InlineData("\"title\":\"x\"", null)]
    public void A_members_example(string keywords, string? expected) => Assert.Equal(expected, Member("{" + keywords + "}").Example);

    [Theory]
    [InlineData("""{"title":"The title","description":"The text"}""", "The text")]
    [InlineData("""{"title":"The title"}""", "The title")]
    [InlineData("""{"type":"string"}""", null)]

    // A reference has the words of its target, unless it has any itself.
    [InlineData("""{"$ref":"#/components/schemas/T"}""", "Of the target.")]
    [InlineData("""{"$ref":"#/components/schemas/T","title":"Own"}""", "Own")]
    [InlineData("""{"$ref":"#/components/schemas/T","description":"Own."}""", "Own.")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/T"}],"default":null}""", "Of the target.")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/T"}],"title":"Own"}""", "Own")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/T"},{"type":"object"}]}""", null)]
    public void A_members_text(string schema, string? expected)
    {
        DocModel doc = Member(schema);

        Assert.Equal((expected, null, 0), (doc.Summary, doc.Remarks, doc.Sources.Count));
    }

    [Theory]

    // A parameter's own words count before its schema's.
    [InlineData("\"description\":\"Own.\",\"schema\":{\"$ref\":\"#/components/schemas/T\"}", "Own.")]
    [InlineData("\"schema\":{\"$ref\":\"#/components/schemas/T\"}", "Of the target.")]
    [InlineData("\"schema\":{\"type\":\"string\",\"description\":\"Inner.\"}", "Inner.")]
    [InlineData("\"description\":\"Own.\"", "Own.")]
    public void A_parameters_text(string members, string expected)
    {
        BoundDocument bound = Rule.Operation($$""" "parameters":[{"name":"p","in":"query",{{members}}}] """, "{" + Target + "}");

        Assert.Equal(expected, Assert.Single(bound.TheOperation().Parameters).Doc.Summary);
    }

    [Theory]

    // A title that is the name tells less than the first paragraph of what follows.
    [InlineData("""{"title":"Item","description":"First.\n\nSecond.\n\nThird."}""", "First.", "Second.\n\nThird.")]
    [InlineData("""{"title":"Item","description":"First.\r\n\r\nSecond."}""", "First.", "Second.")]
    [InlineData("""{"description":"  First.\nStill.  "}""", "First.\nStill.", null)]
    [InlineData("""{"description":"\n\nFirst."}""", "First.", null)]
    [InlineData("""{"title":"item","description":"  "}""", "item", null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"title":"A thing","description":"First."}""", "A thing", "First.")]
    [InlineData("""{"title":"A thing","description":" A thing "}""", "A thing", null)]
    [InlineData("""{"title":"A thing"}""", "A thing", null)]
    public void A_types_texts(string texts, string? summary, string? remarks)
    {
        string item = texts.Length == 2 ? """{"type":"object","properties":{"a":{}}}""" : texts[..^1] + ""","type":"object","properties":{"a":{}}}""";
        DocModel doc = Assert.Single(BoundDocument.OfSchemas($$"""{"Item":{{item}}}""").Client.Types).Doc;

        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
        Assert.Equal(["shop.openapi.json#/components/schemas/Item"], doc.Sources);
    }

    [Theory]
    [InlineData("\"description\":\"First.\\n\\nMore.\"", "First.", "More.\n\nThe app asks for K.")]
    [InlineData("\"description\":\"First.\"", "First.", "The app asks for K.")]
    public void A_method_says_last_what_the_app_asks_for(string texts, string summary, string remarks)
    {
        DocModel doc = Rule.Operation(texts + ",\"security\":[{\"K\":[]}]").TheOperation().Doc;

        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
        Assert.Equal(["shop.openapi.json#/paths/~1api~1a/post"], doc.Sources);
    }

    [Theory]
    [InlineData("""[{"K":[]}]""", "The app asks for K (header X-K, set in the options' ApiKeys).")]
    [InlineData("""[{"O":["read","write"]}]""", "The app asks for O with read, write.")]
    [InlineData("""[{"O":[]},{"K":[],"N":[]}]""", "The app asks for O, or K (header X-K, set in the options' ApiKeys) and N.")]
    [InlineData("""[{"O":[]},{}]""", "The app asks for O, or nothing.")]
    [InlineData("""[{}]""", null)]
    [InlineData("""[]""", null)]
    public void What_the_app_asks_for_is(string security, string? expected)
    {
        BoundDocument bound = BoundDocument.Of(
            $$$$$$"""{"openapi":"3.1.0","components":{"securitySchemes":{"K":{"type":"apiKey","in":"header","name":"X-K"},"O":{"type":"oauth2"}}},"paths":{"/api/a":{"get":{"security":{{{{{{security}}}}}},"responses":{}}}}}""");

        Assert.Equal(expected, bound.TheOperation().Doc.Remarks);
    }

    [Theory]
    [InlineData("\"info\":{\"title\":\"T\",\"summary\":\"S\",\"description\":\"D\"}", "T", "S")]
    [InlineData("\"info\":{\"title\":\"T\",\"description\":\"D\"}", "T", "D")]
    [InlineData("\"info\":{}", null, null)]
    public void A_client_has_the_title_and_the_shorter_text(string info, string? summary, string? remarks)
    {
        DocModel doc = BoundDocument.Of($$"""{"openapi":"3.1.0","paths":{},{{info}}}""").Client.Doc;

        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
        Assert.Equal(["shop.openapi.json#"], doc.Sources);
    }

    [Theory]
    [InlineData("\"tags\":[{\"name\":\"my items\",\"description\":\"Things.\"},{\"name\":\"my items\",\"description\":\"Others.\"}],", "Things.")]
    [InlineData("\"tags\":[{\"name\":\"others\",\"description\":\"Others.\"},{\"name\":\"my items\"}],", null)]
    [InlineData("", null)]
    public void A_group_has_the_text_of_its_tag(string tags, string? expected)
    {
        BoundDocument bound = BoundDocument.Of($$$$$$"""{"openapi":"3.1.0",{{{{{{tags}}}}}}"paths":{"/api/a":{"get":{"tags":["my items"],"responses":{}}}}}""");

        Assert.Equal(expected, bound.Client.Groups.Single(group => group.PropertyName == "MyItems").Doc.Summary);
    }

    [Theory]
    [InlineData("docs/shop.openapi.json", "shop.openapi.json#/components/schemas/T")]
    [InlineData("C:\\docs\\shop.openapi.json", "shop.openapi.json#/components/schemas/T")]
    public void A_type_is_of_a_place_in_a_file(string path, string source)
    {
        BoundDocument bound = BoundDocument.Of(
            """{"openapi":"3.1.0","paths":{},"components":{"schemas":{"T":{"properties":{"o":{"$ref":"other.json#/definitions/O"}}}}}}""",
            path: path,
            files: new Dictionary<string, string>
            {
                ["docs/other.json"] = """{"definitions":{"O":{"properties":{"a":{"type":"string"}}}}}""",
                ["C:/docs/other.json"] = """{"definitions":{"O":{"properties":{"a":{"type":"string"}}}}}""",
            });

        Assert.Equal(["other.json#/definitions/O", source], bound.Client.Types.Select(type => Assert.Single(type.Doc.Sources)));
    }

    [Fact]
    public void What_a_request_sends_is_said_before_the_rest()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}},"responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Item"}}}}}}}}""",
            """{"Item":{"title":"A thing","description":"More.","properties":{"id":{"readOnly":true},"b":{"$ref":"#/components/schemas/B"}}},"B":{"title":"Short","properties":{"id":{"readOnly":true}}}}""");

        const string Said = "What a request sends: without the members that only the server sets.";
        Assert.Equal(
            ["B: ", $"BInput: {Said}", "Item: More.", $"ItemInput: {Said}\n\nMore."],
            bound.Client.Types.Select(type => $"{type.Name}: {type.Doc.Remarks}"));
    }

    private const string Target = """
        "T":{"type":"object","title":"T","description":"Of the target.","properties":{"a":{}}}
        """;

    private static DocModel Member(string schema)
    {
        BoundDocument bound = Rule.Member(schema, Target);
        return Assert.IsType<ObjectTypeModel>(bound.Client.Types.Single(type => type.Name == "Item")).Properties.Single().Doc;
    }
}
