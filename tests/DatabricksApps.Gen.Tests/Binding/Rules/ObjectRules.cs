using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What an object becomes, and what several parts of <c>allOf</c> are together.</summary>
public sealed class ObjectRules
{
    private const string Others = """
        "Part":{"type":"object","properties":{"a":{"type":"string"}}},"Other":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}},
        "Color":{"enum":["red","green"]},"Text":{"type":"string"},"Day":{"type":"string","format":"date"},"Whole":{"type":"integer"}
        """;

    [Theory]

    // An inline object without members is a dictionary, a named one a class that may get some.
    [InlineData("""{"type":"object"}""", "Map<Any>", "record C()")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "Map<Any>", null)]
    [InlineData("""{"type":"object","additionalProperties":false}""", "Map<Any>", "record C()")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "Map<Int64>", null)]
    [InlineData("""{"type":"object","patternProperties":{"a":{"type":"integer"}}}""", "Map<Int64>", null)]
    [InlineData("""{"type":"object","patternProperties":{"a":{"type":"integer"},"b":{"type":"integer"}}}""", "Map<Any>", null)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"patternProperties":{"a":{"type":"integer"},"b":{"type":"string"}}}""", "Map<Any>", null)]
    [InlineData("""{"type":"object","required":["a"]}""", "Map<Any>", "record C()")]
    public void Without_members_it_is(string schema, string inline, string? component)
    {
        Assert.Equal(inline, Rule.Member(schema).TypeOfMember());
        Assert.Equal(component is null ? [] : [component], BoundDocument.OfSchemas($$"""{"C":{{schema}}}""").Types);
    }

    [Theory]
    [InlineData("""{"type":"object","additionalProperties":@}""", "Map<ItemPValue>")]
    [InlineData("""{"type":"object","patternProperties":{"x":@}}""", "Map<ItemPValue>")]
    [InlineData("""{"type":"object","additionalProperties":@,"patternProperties":{"x":@}}""", "Map<ItemPValue>")]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":@}""", "record ItemP(Optional String? A, *: ItemPValue)")]
    public void An_inline_value_of_a_dictionary_is_named_after_it(string schema, string expected)
    {
        BoundDocument bound = Rule.Member(schema.Replace("@", """{"properties":{"v":{"type":"string"}}}""", StringComparison.Ordinal));

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
    }

    [Theory]
    [InlineData("\"additionalProperties\":{\"type\":\"integer\"}", "record C(Optional Any? P, *: Int64)", "")]
    [InlineData("\"additionalProperties\":{\"$ref\":\"#/nothing\"}", "record C(Optional Any? P)", "DBXAPP0103 /components/schemas/C/additionalProperties/$ref")]
    [InlineData("\"additionalProperties\":true", "record C(Optional Any? P)", "")]
    [InlineData("\"patternProperties\":{\"a\":{\"type\":\"integer\"}}", "record C(Optional Any? P)", "DBXAPP0108 /components/schemas/C")]
    public void Beside_members_further_ones_are_kept(string more, string expected, string found)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$"""{"C":{"properties":{"p":{}},{{{more}}}}}""");

        Assert.Equal(expected.Replace("Optional", "OptionalNullable", StringComparison.Ordinal), bound.TypeOf("C"));
        Assert.Equal(found, string.Join(',', bound.FindingPlaces));
    }

    [Theory]

    // One part is that part, unless the schema has members itself.
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}]}""", "Part")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"minProperties":1}]}""", "Part")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}],"properties":{"c":{"type":"string"}}}""", "record ItemP(Optional String? A, Optional String? C)")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}],"additionalProperties":{"type":"string"}}""", "record ItemP(Optional String? A, *: String)")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}],"additionalProperties":false}""", "Part")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"$ref":"#/components/schemas/Other"}]}""", "record ItemP(Optional String? A, Required String B)")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"required":["a"]}]}""", "record ItemP(Required String A)")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"$ref":"#/components/schemas/Other"},{"required":["a"]}]}""", "record ItemP(Required String A, Required String B)")]
    [InlineData("""{"allOf":[{"type":"string","format":"date"}]}""", "Date")]
    [InlineData("""{"type":"string","format":"date","allOf":[{"minLength":1}]}""", "Date")]
    [InlineData("""{"type":"object","allOf":[{"minProperties":1}]}""", "Map<Any>")]

    // Of parts that are no objects the one that says most: its values, then its format, then the first.
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Text"},{"$ref":"#/components/schemas/Color"}]}""", "Color")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Day"},{"$ref":"#/components/schemas/Color"}]}""", "Color")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Text"},{"$ref":"#/components/schemas/Day"}]}""", "Date")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Text"},{"type":"string","const":"a"}]}""", "String")]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"string","minLength":1}]}""", "String")]
    public void Parts_are_together(string schema, string expected)
    {
        BoundDocument bound = Rule.Member(schema, Others);

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
        Assert.Empty(bound.Findings);
    }

    [Theory]

    // A part that is no object may be anything, so a component without members of its own is a dictionary.
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Empty"},{"type":"string"}]}""", "Map<Any>?")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Empty"},{"$ref":"#/components/schemas/Blank"}]}""", "C?")]
    public void A_component_of_parts_without_members_is(string schema, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"User":{"properties":{"c":{"$ref":"#/components/schemas/C"}}},"C":{{{{schema}}}},"Empty":{"type":"object"},"Blank":{"type":"object"}}""");

        Assert.Equal(expected, Assert.Single(Assert.IsType<ObjectTypeModel>(bound.Client.Types.Single(type => type.Name == "User")).Properties).Type.ToString());
    }

    [Fact]
    public void Schemas_go_as_deep_into_each_other_as_a_document_likes()
    {
        const int Depth = 3000;
        string schemas = string.Join(',', Enumerable.Range(0, Depth).Select(i =>
            """ "T#":{"type":"object","properties":{"p":@}} """.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@", i + 1 == Depth ? "{\"type\":\"string\"}" : $"{{\"$ref\":\"#/components/schemas/T{i + 1}\"}}", StringComparison.Ordinal)));
        BoundDocument bound = BoundDocument.OfSchemas("{" + schemas + "}");

        Assert.Empty(bound.FindingPlaces);
        Assert.Equal($"record T{Depth - 2}(Optional T{Depth - 1}? P)", bound.TypeOf($"T{Depth - 2}"));
    }

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Text"},{"$ref":"#/components/schemas/Whole"}]}""", "String")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Whole"},{"$ref":"#/components/schemas/Color"},{"type":"string"}]}""", "Color")]
    public void Parts_of_several_types_are_told(string schema, string expected)
    {
        BoundDocument bound = Rule.Member(schema, Others);

        Assert.Equal(expected, bound.TypeOfMember());
        Assert.Equal(["DBXAPP0108 /components/schemas/Item/properties/p"], bound.FindingPlaces);
    }

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"type":"string"}]}""", "record ItemP(Optional String? A)", "/allOf/1")]
    [InlineData("""{"properties":{"c":{"type":"string"}},"allOf":[{"type":"string"}]}""", "record ItemP(Optional String? C)", "/allOf/0")]
    [InlineData("""{"additionalProperties":{"type":"integer"},"allOf":[{"type":"string"}]}""", "Map<Int64>", "/allOf/0")]
    public void A_part_that_is_no_object_is_told_where_the_others_are(string schema, string expected, string place)
    {
        BoundDocument bound = Rule.Member(schema, Others);

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
        Assert.Equal(["DBXAPP0108 /components/schemas/Item/properties/p" + place], bound.FindingPlaces);
    }

    [Theory]
    [InlineData("""{"type":"object","required":["x"]}""", "Map<Any>", "/required")]
    [InlineData("""{"type":"object","required":["x"],"additionalProperties":{"type":"string"}}""", "Map<String>", "/required")]
    [InlineData("""{"required":["x","a"],"properties":{"a":{"type":"string"}}}""", "record ItemP(Required String A)", "/required")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"},{"required":["x"],"properties":{"b":{"type":"string"}}}]}""", "record ItemP(Optional String? A, Optional String? B)", "/required")]
    [InlineData("""{"allOf":[{"required":["b"]},{"properties":{"b":{"type":"string"}}}]}""", "record ItemP(Required String B)", null)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["x"]}]}""", "record ItemP(Optional String? A)", null)]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}],"required":["x"]}""", "Part", "")]
    public void A_required_member_that_is_not_declared_is_told(string schema, string expected, string? place)
    {
        BoundDocument bound = Rule.Member(schema, Others);

        string type = bound.TypeOfMember();
        Assert.Equal(expected, type == "ItemP" ? bound.TypeOf(type) : type);
        Assert.Equal(
            place is null ? [] : ["/components/schemas/Item/properties/p" + place],
            bound.Findings.Where(finding => finding.Id == "DBXAPP0108" && finding.Message.Contains("required", StringComparison.Ordinal)).Select(finding => finding.Pointer));
    }

    [Theory]

    // Both are true of it: the one that leaves fewer values is its type, of two alike the later one.
    [InlineData("""{"type":"string"}""", """{"type":"string","format":"date"}""", "Optional Date? M")]
    [InlineData("""{"type":"string","format":"date"}""", """{"description":"x"}""", "Optional Date? M")]
    [InlineData("""{"type":"string","format":"date"}""", """{"type":"string"}""", "Optional Date? M")]
    [InlineData("""{"type":"integer"}""", """{"type":"number"}""", "Optional Int64? M")]
    [InlineData("""{"type":"number"}""", """{"type":"integer"}""", "Optional Int64? M")]
    [InlineData("""{"type":"number"}""", """{"type":"number","format":"float"}""", "Optional Single? M")]
    [InlineData("""{"type":"integer"}""", """{"type":"string"}""", "Optional String? M")]
    [InlineData("""{"$ref":"#/components/schemas/Whole"}""", """{"type":"number"}""", "Optional Int64? M")]
    [InlineData("""{"type":"string"}""", """{"readOnly":true}""", "Optional String? M")]
    public void A_member_of_two_parts_is(string first, string second, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"C":{"allOf":[{"properties":{"m":{{{{first}}}},"n":{"type":"boolean"}}},{"properties":{"m":{{{{second}}}}}}]},{{{{Others}}}}}""");

        Assert.Equal($"record C({expected}, Optional Boolean? N)", bound.TypeOf("C"));
    }

    [Fact]
    public void The_last_type_of_further_members_counts_and_no_type_takes_none_away()
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            """{"C":{"allOf":[{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}},{"additionalProperties":{"type":"boolean"}},{"properties":{"b":{"type":"string"}}}]}}""");

        Assert.Equal("record C(Optional String? A, Optional String? B, *: Boolean)", bound.TypeOf("C"));
    }

    [Theory]
    [InlineData("item_id", "ItemId")]
    [InlineData("clone", "CloneValue")]
    [InlineData("C", "CValue")]
    [InlineData("+", "Plus")]
    [InlineData("", "Value")]
    public void A_member_is_named(string name, string expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$$$"""{"C":{"type":"object","properties":{"{{{{{name}}}}}":{"type":"string"}}}}""");

        PropertyModel property = Assert.Single(Assert.IsType<ObjectTypeModel>(Assert.Single(bound.Client.Types)).Properties);
        Assert.Equal((expected, name), (property.Name, property.WireName));
    }

    [Theory]
    [InlineData("\"a\":{},\"A\":{},\"a.\":{}", "a,AValue,ADot")]
    [InlineData("\"a\":{},\"a-\":{},\"A\":{},\"a_\":{}", "a,AMinus,AValue,a_")]
    public void Members_of_one_name_are_told_apart(string properties, string names)
    {
        BoundDocument bound = BoundDocument.OfSchemas($$$$"""{"C":{"type":"object","properties":{{{{{properties}}}}}}}""");

        Assert.Equal(names, string.Join(',', Assert.IsType<ObjectTypeModel>(Assert.Single(bound.Client.Types)).Properties.Select(property => property.Name)));
    }

    [Fact]
    public void The_type_of_a_member_without_letters_is_named_after_the_member()
    {
        BoundDocument bound = BoundDocument.OfSchemas("""{"C":{"type":"object","properties":{"+":{"properties":{"a":{"type":"string"}}}}}}""");

        Assert.Equal(["record C(Optional CPlus? Plus)", "record CPlus(Optional String? A)"], bound.Types);
    }

    [Theory]
    [InlineData("""{"type":"string","format":"password"}""", true)]
    [InlineData("""{"type":"string","writeOnly":true}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/Secret"}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/Hidden"}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/Text","writeOnly":true}""", true)]
    [InlineData("""{"type":"string"}""", false)]
    [InlineData("""{"type":"string","readOnly":true}""", false)]
    public void A_secret_is_shown_nowhere(string schema, bool isSecret)
    {
        BoundDocument bound = Rule.Member(
            schema, """ "Text":{"type":"string"},"Hidden":{"type":"string","writeOnly":true},"Secret":{"type":"string","format":"password"} """);

        Assert.Equal(isSecret, Assert.IsType<ObjectTypeModel>(bound.Client.Types.Single(type => type.Name == "Item")).Properties.Single().IsSecret);
    }

    [Theory]

    // What is inherited with a discriminator is a type of its own, whatever it adds.
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Base"}]}""", "record Heir(Optional String? K)")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Part"}]}""", null)]
    public void A_component_that_is_one_part_is_that_part_unless_it_is_an_heir(string schema, string? expected)
    {
        BoundDocument bound = BoundDocument.OfSchemas(
            $$$$"""{"Base":{"type":"object","properties":{"k":{"type":"string"}},"discriminator":{"propertyName":"k","mapping":{"h":"Heir","o":"Twin"}}},"Twin":{"allOf":[{"$ref":"#/components/schemas/Base"}]},"Heir":{{{{schema}}}},{{{{Others}}}}}""");

        Assert.Equal(expected, bound.Types.SingleOrDefault(type => type.StartsWith("record Heir(", StringComparison.Ordinal))?.Replace("Defaulted String K = String:h", "Optional String? K", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}],"anyOf":[{"type":"boolean"},{"type":"string"}]}""", "StringOrInteger", 1)]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}],"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "StringOrInteger", 0)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "ItemP", 0)]
    [InlineData("""{"type":"string","anyOf":[{},{}]}""", "String", 0)]
    [InlineData("""{"$ref":"#/nothing"}""", "Any", 1)]
    [InlineData("false", "Any", 0)]
    public void Of_branches_and_other_keywords_the_type_is(string schema, string expected, int findings)
    {
        BoundDocument bound = Rule.Member(schema);

        Assert.Equal((expected, findings), (bound.TypeOfMember(), bound.Findings.Count));
    }
}
