namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>The cases of a union: their names, and which of them are one.</summary>
public sealed class CaseRules
{
    private const string Others = """
        "Cat":{"type":"object","required":["k"],"properties":{"k":{"type":"string"},"c":{"type":"string"}}},
        "Dog":{"type":"object","required":["k"],"properties":{"k":{"type":"string"},"d":{"type":"string"}}},
        "Text":{"type":"string"},"Anything":{}
        """;

    [Theory]

    // Plain types by what they are, whatever they are spelled as.
    [InlineData("""{"type":"integer","format":"int32"},{"type":"boolean"}""", "union BooleanOrInteger(Boolean: Boolean, Integer: Int32)")]
    [InlineData("""{"type":"integer","maximum":1000000000000000000000},{"type":"boolean"}""", "union BooleanOrInteger(Boolean: Boolean, Integer: BigInteger)")]
    [InlineData("""{"type":"number","format":"float"},{"type":"boolean"}""", "union BooleanOrNumber(Boolean: Boolean, Number: Single)")]
    [InlineData("""{"type":"string","format":"date"},{"type":"string","format":"uuid"}""", "union DateOrGuid(Date: Date, Guid: Guid)")]
    [InlineData("""{"type":"string","format":"decimal"},{"type":"integer"}""", "union IntegerOrDecimal(Integer: Int64, Decimal: DecimalString)")]
    [InlineData("""{"type":"string"},{"$ref":"#/components/schemas/Cat"}""", "union ItemP(String: String, Cat: Cat)")]
    [InlineData("""{"type":"array","items":{"type":"string"}},{"type":"object"}""", "union ItemP(StringList: List<String>, JsonMap: Map<Any>)")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"$ref":"#/components/schemas/Cat"}}},{"type":"string"}""", "union ItemP(CatListList: List<List<Cat>>, String: String)")]
    [InlineData("""{"prefixItems":[{},{}],"minItems":2,"maxItems":2},{"type":"string"}""", "union ItemP(Tuple: Tuple<Any, Any>, String: String)")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}},{"type":"string"}""", "union ItemP(IntegerMap: Map<Int64>, String: String)")]

    // Inline types by their title, or by their place.
    [InlineData("""{"title":"m","properties":{"a":{"type":"string"}}},{"type":"string"}""", "union ItemP(M: ItemPM, String: String)")]
    [InlineData("""{"title":"my case","properties":{"a":{"type":"string"}}},{"type":"string"}""", "union ItemP(MyCase: ItemPMyCase, String: String)")]
    [InlineData("""{"type":"string"},{"properties":{"a":{"type":"string"}}}""", "union ItemP(String: String, Object2: ItemPObject2)")]
    [InlineData("""{"type":"string"},{"enum":["a",1]}""", "union ItemP(String: String, TextOrNumber: ItemPTextOrNumber)")]
    [InlineData("""{"type":"integer"},{"type":"string","enum":["a","b"]}""", "union ItemP(Integer: Int64, Text: ItemPText)")]
    [InlineData("""{"type":"string"},{"type":"array","items":{"properties":{"a":{"type":"string"}}}}""", "union ItemP(String: String, ItemPListItemList: List<ItemPListItem>)")]
    [InlineData("""{"type":"string"},{"type":"object","additionalProperties":{"properties":{"a":{"type":"string"}}}}""", "union ItemP(String: String, ItemPMapValueMap: Map<ItemPMapValue>)")]

    // One type is no union, however often it stands there; null beside it is null.
    [InlineData("""{"type":"string"}""", "String")]
    [InlineData("""{"type":"string"},{"type":"string","minLength":1}""", "String")]
    [InlineData("""{"type":"string"},{"type":"null"}""", "String?")]
    [InlineData("""{"type":"string"},{"type":["string","null"]}""", "String?")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Cat"}""", "Cat")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"type":"null"}""", "Cat?")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Cat"},{"type":"null"}""", "Cat?")]
    [InlineData("""{"type":"null"}""", "Any")]
    [InlineData("""{"type":"null"},{"type":"null"}""", "Any")]

    // What may be anything is anything.
    [InlineData("""{"type":"string"},{}""", "Any")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Anything"}""", "Any")]
    [InlineData("""{"type":"string"},{"$ref":"#/nothing"}""", "Any")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{},{"type":"null"}""", "Any")]
    public void Inline_branches_are(string branches, string expected)
    {
        BoundDocument bound = Rule.Member($$"""{"anyOf":[{{branches}}]}""", Others);

        string type = bound.TypeOfMember();
        Assert.Equal(expected, bound.Client.Types.Any(model => model.Name == type && expected.StartsWith("union ", StringComparison.Ordinal)) ? bound.TypeOf(type) : type);
    }

    [Theory]
    [InlineData("""["string","integer"]""", "StringOrInteger")]
    [InlineData("""["integer","number"]""", "Double")]
    [InlineData("""["string","null"]""", "String?")]
    [InlineData("""["string","integer","null"]""", "StringOrInteger?")]
    [InlineData("""["number","boolean","string"]""", "StringOrBooleanOrNumber")]
    [InlineData("""["string","array"]""", "union ItemP(String: String, JsonList: List<Any>)")]
    [InlineData("""["object","boolean"]""", "union ItemP(Boolean: Boolean, JsonMap: Map<Any>)")]
    public void Several_types_are(string types, string expected)
    {
        BoundDocument bound = Rule.Member($$"""{"type":{{types}}}""");

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
    }

    [Fact]
    public void A_component_of_several_types_has_its_own_name()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"Value":{"type":["string","integer","array"],"items":{"properties":{"a":{"type":"string"}}},"deprecated":true}}""");

        Assert.Equal("union Value(String: String, Integer: Int64, ValueArrayItemList: List<ValueArrayItem>)", bound.TypeOf("Value"));
        Assert.True(bound.Client.Types.Single(type => type.Name == "Value").IsDeprecated);
    }

    [Fact]
    public void A_component_of_scalars_has_its_own_name_and_two_inline_ones_share_one()
    {
        const string Both = """{"anyOf":[{"type":"string"},{"type":"integer"}]}""";
        BoundDocument bound = BoundDocument.OfSchemas($$$$$"""{"Value":{{{{{Both}}}}},"Item":{"properties":{"p":{{{{{Both}}}}},"q":{"type":["integer","string"]}}}}""");

        Assert.Equal(
            [
                "record Item(Optional StringOrInteger? P, Optional StringOrInteger? Q)",
                "union StringOrInteger(String: String, Integer: Int64)",
                "union Value(String: String, Integer: Int64)",
            ],
            bound.Types);
        Assert.Null(bound.Client.Types.Single(type => type.Name == "StringOrInteger").Doc.Summary);
        Assert.Equal(
            ["shop.openapi.json#/components/schemas/Item/properties/p", "shop.openapi.json#/components/schemas/Item/properties/q"],
            bound.Client.Types.Single(type => type.Name == "StringOrInteger").Doc.Sources);
    }

    [Theory]

    // A discriminator counts where all cases are named; else their constants do.
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}""", "union U(Cat: Cat [Cat], Dog: Dog [Dog]) by k")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"properties":{"x":{"type":"string"}}}""", "union U(Cat: Cat, Object2: UObject2)")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"},{"$ref":"#/components/schemas/Cat"}""", "union U(Cat: Cat [Cat], Dog: Dog [Dog]) by k")]
    [InlineData("""{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"},{"type":"null"}""", "union U(Cat: Cat [Cat], Dog: Dog [Dog]) by k")]
    public void Cases_are_told_by_what_the_schema_states(string branches, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$"""{"U":{"oneOf":[{{{branches}}}],"discriminator":{"propertyName":"k"}},{{{Others}}}}""");

        Assert.Equal(expected, bound.TypeOf("U"));
    }

    [Theory]
    [InlineData("""{"const":"Cat"}""", "union U(Cat: Cat [Cat], Dog: Dog [Dog]) by k")]
    [InlineData("""{"enum":["x","cat","y"]}""", "union U(Cat: Cat [cat], Dog: Dog [Dog]) by k")]
    [InlineData("""{"enum":["x","y"]}""", "union U(Cat: Cat [x|y], Dog: Dog [Dog]) by k")]
    [InlineData("""{"enum":["x",1]}""", "union U(Cat: Cat [x|1], Dog: Dog [Dog]) by k")]
    [InlineData("""{"enum":["x",null]}""", "union U(Cat: Cat [x], Dog: Dog [Dog]) by k")]
    [InlineData("""{"const":true}""", "union U(Cat: Cat [true], Dog: Dog [Dog]) by k")]
    [InlineData("""{"type":"string"}""", "union U(Cat: Cat [Cat], Dog: Dog [Dog]) by k")]
    [InlineData("""{"$ref":"#/components/schemas/Kind"}""", "union U(Cat: Cat [one], Dog: Dog [Dog]) by k")]
    public void Without_a_mapping_the_values_of_a_case_tell_it_or_else_its_name(string kind, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{"U":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"k"}},"Kind":{"const":"one"},"Cat":{"type":"object","required":["k"],"properties":{"a":{"const":"A"},"k":{{{{{kind}}}}}}},"Dog":{"type":"object","properties":{"d":{"type":"string"}}}}""");

        Assert.Equal(expected, bound.TypeOf("U").Replace(" via K", "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_required_beside_cases_is_required_of_each_inline_one_and_told_of_others()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """
            {"In":{"required":["a"],"oneOf":[{"title":"One","properties":{"a":{"type":"string"}}},{"title":"Two","properties":{"a":{"type":"string"},"b":{"type":"string"}}}]},
             "By":{"required":["a"],"oneOf":[{"$ref":"#/components/schemas/Lax"},{"$ref":"#/components/schemas/Strict"}]},
             "Enough":{"required":["a"],"oneOf":[{"$ref":"#/components/schemas/Strict"},{"title":"Own","required":["a"],"properties":{"a":{"type":"string"},"c":{"type":"string"}}}]},
             "Lax":{"properties":{"a":{"type":"string"}}},"Strict":{"required":["a"],"properties":{"a":{"type":"string"},"s":{"type":"string"}}}}
            """);

        Assert.Equal("record InOne(Required String A)", bound.TypeOf("InOne"));
        Assert.Equal("record InTwo(Required String A, Optional String? B)", bound.TypeOf("InTwo"));
        Assert.Equal("record Lax(Optional String? A)", bound.TypeOf("Lax"));
        Assert.Equal(["DBXAPP0108 /components/schemas/By"], bound.FindingPlaces);
    }

    [Fact]
    public void Properties_beside_cases_are_told()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"U":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"properties":{"x":{}}},{{{{Others}}}}}""");

        Assert.Equal(["DBXAPP0108 /components/schemas/U"], bound.FindingPlaces);
    }

    [Fact]
    public void The_name_of_a_union_that_is_none_is_free_for_another()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$$"""{"Item":{"properties":{"p":{"anyOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Cat"}]},"P":{"properties":{"a":{"type":"string"}}}}},{{{{{{Others}}}}}}}""");

        Assert.Equal("record Item(Optional Cat? p, Optional ItemP? PValue)", bound.TypeOf("Item"));
        Assert.Equal(
            ["DBXAPP0106 /components/schemas/Item/properties/p", "DBXAPP0106 /components/schemas/Item/properties/P"], bound.FindingPlaces);
        Assert.All(bound.Findings, finding => Assert.StartsWith("the member ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_inline_type_whose_name_is_taken_is_told()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"ItemP":{"properties":{"x":{"type":"string"}}},"Item":{"properties":{"p":{"properties":{"a":{"type":"string"}}}}}}""");

        Assert.Equal("record Item(Optional ItemPObject? P)", bound.TypeOf("Item"));
        Assert.Equal(["DBXAPP0106 /components/schemas/Item/properties/p"], bound.FindingPlaces);
        Assert.Equal("the type is called 'ItemPObject', because 'ItemP' is taken", bound.Findings[0].Message);
    }

    [Theory]
    [InlineData("Item", "Item")]
    [InlineData("my-item", "MyItem")]
    [InlineData("Page_Item_", "PageItem")]
    [InlineData("app__models__Item", "Item")]
    [InlineData("__Item", "Item")]
    [InlineData("Item__", "Item")]
    [InlineData("a__b_", "AB")]
    [InlineData("Item-Input", "ItemInput")]
    [InlineData("--", "MinusMinus")]
    [InlineData("Equals", "EqualsSchema")]
    [InlineData("ShopClient", "ShopClientSchema")]
    [InlineData("ShopJson", "ShopJsonSchema")]
    [InlineData("ShopClientServiceCollectionExtensions", "ShopClientServiceCollectionExtensionsSchema")]
    public void A_component_is_named(string key, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$$$"""{"{{{{{key}}}}}":{"type":"object","properties":{"x":{}}}}""");

        Assert.Equal([expected], bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void Types_stand_in_the_order_of_their_letters_and_capitals_first()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"Ida":{"enum":["a","b"]},"IDx":{"enum":["a","b"]},"A":{"enum":["a","b"]}}""");

        Assert.Equal(["A", "IDx", "Ida"], bound.Client.Types.Select(type => type.Name));
    }

    [Fact]
    public void A_case_that_is_a_component_keeps_its_name_however_it_begins()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"U":{"oneOf":[{"$ref":"#/components/schemas/UExtra"},{"$ref":"#/components/schemas/Use"},{"properties":{"c":{"type":"string"}}}]},"UExtra":{"properties":{"a":{"type":"string"}}},"Use":{"properties":{"b":{"type":"string"}}}}""");

        Assert.Equal("union U(UExtra: UExtra, Use: Use, Object3: UObject3)", bound.TypeOf("U"));
    }

    [Fact]
    public void Scalars_of_other_sizes_are_another_union()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"Item":{"properties":{"p":{"type":["integer","boolean"],"format":"int32"},"q":{"type":["integer","boolean"]},"r":{"type":["boolean","integer"]}}}}""");

        Assert.Equal("record Item(Optional BooleanOrInt32? P, Optional BooleanOrInt64? Q, Optional BooleanOrInt64? R)", bound.TypeOf("Item"));
    }

    [Fact]
    public void An_inline_type_that_two_places_have_names_both()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"X":{"properties":{"p":{"title":"P","properties":{"a":{"type":"string"}}}}},"x":{"properties":{"p":{"title":"P","properties":{"a":{"type":"string"}}}}}}""");

        Assert.Equal(
            ["shop.openapi.json#/components/schemas/X/properties/p", "shop.openapi.json#/components/schemas/x/properties/p"],
            bound.Client.Types.Single(type => type.Name == "P").Doc.Sources);
    }

    [Theory]
    [InlineData("Page_Item_", "Page[Item]", "PageItem")]
    [InlineData("Page_Item_", "Other[Item]", "OtherItem")]
    [InlineData("Page_Item_-Output", "Other[Item]", "OtherItemOutput")]
    [InlineData("PageItem", "Other[Item]", "PageItem")]
    [InlineData("Page_Item_", "[Item]", "PageItem")]
    [InlineData("Page_Item_", "Other", "PageItem")]
    public void A_generic_component_is_named_by_its_title(string key, string title, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$$$"""{"{{{{{key}}}}}":{"title":"{{{{{title}}}}}","type":"object","properties":{"x":{}}}}""");

        Assert.Equal([expected], bound.Client.Types.Select(type => type.Name));
    }

    [Theory]
    [InlineData("app__a__Item", "app__b__Item", "AItem,BItem")]
    [InlineData("x__a__Item", "y__a__Item", "XAItem,YAItem")]
    [InlineData("Item", "app__Item", "ItemSchema,AppItem")]
    [InlineData("item", "Item", "Item75489959,Itemf574e579")]
    [InlineData("a", "a+", "ASchema,APlus")]
    [InlineData("a+", "a", "ASchema,APlus")]
    public void Components_of_one_name_are_told_by_their_modules(string first, string second, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$$"""{"{{{{{first}}}}}":{"type":"object","properties":{"x":{}}},"{{{{{second}}}}}":{"type":"object","properties":{"y":{}}},"Other":{"type":"object","properties":{"z":{}}}}""");

        Assert.Equal(expected.Split(',').Append("Other").Order(StringComparer.Ordinal), bound.Client.Types.Select(type => type.Name));
    }
}
