using DatabricksApps.Gen.Binding.Checks;
using DatabricksApps.Gen.Emit.Checks;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What is checked of a call before it is sent.</summary>
public sealed class CheckRules
{
    private static readonly DocumentOptions s_options = DocumentOptions.Default with { CheckRequests = true };

    // The schema of a body, and the rule as it is written.
    [Theory]
    [InlineData("""{"type":"integer","minimum":1,"maximum":9}""", "{ Minimum = 1m, Maximum = 9m }")]
    [InlineData("""{"type":"number","exclusiveMinimum":0.0,"exclusiveMaximum":1e2}""", "{ ExclusiveMinimum = 0m, ExclusiveMaximum = 100m }")]
    [InlineData("""{"type":"number","format":"float","minimum":0.10000000149011612}""", "{ Minimum = 0.1m }")]
    [InlineData("""{"type":"number","minimum":0.10000000149011612}""", "{ Minimum = 0.10000000149011612m }")]
    [InlineData("""{"type":"integer","multipleOf":5}""", "{ Kinds = dbApps::JsonRuleKinds.Integer, MultipleOf = 5m }")]
    [InlineData("""{"type":"string","minLength":1,"maxLength":3,"pattern":"^a\\\\.\"$"}""", """{ MinLength = 1, MaxLength = 3, Pattern = "^a\\\\.\"$" }""")]
    [InlineData("""{"type":"array","minItems":1,"items":{"type":"string","maxLength":3}}""", "{ MinItems = 1, Items = new() { MaxLength = 3 }, }")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"},{"type":"string","maxLength":3}]}""", "{ FirstItems = [ new() { }, new() { MaxLength = 3 }, ], }")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","maxLength":3},"b":{}},"additionalProperties":{"type":"integer","minimum":0}}""", """{ FreeMembers = ["b"], Members = [ ("a", new() { MaxLength = 3 }), ], OtherMembers = new() { Minimum = 0m }, }""")]
    [InlineData("""{"type":"object","maxProperties":2,"additionalProperties":{}}""", "{ MaxProperties = 2 }")]

    // Null beside it, parts of one value, and what stands beside a reference.
    [InlineData("""{"anyOf":[{"type":"string","maxLength":3},{"type":"null"}]}""", "{ MaxLength = 3 }")]
    [InlineData("""{"allOf":[{"type":"string","maxLength":3},{"minLength":1}]}""", "{ All = [ new() { MaxLength = 3 }, new() { MinLength = 1 }, ], }")]

    // Members that go together.
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""", """{ AnyRequired = [["a"], ["b"]] }""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{}},"dependentRequired":{"a":["b"]}}""", """{ DependentRequired = [("a", ["b"])] }""")]

    // Unions: by their kinds, and by what tells them apart.
    [InlineData("""{"anyOf":[{"type":"integer","minimum":1},{"type":"array","items":{"type":"integer","minimum":2}}]}""", """{ Any = [ new() { Kinds = dbApps::JsonRuleKinds.Integer, Minimum = 1m, Case = "constrained-int" }, new() { Kinds = dbApps::JsonRuleKinds.Array, Case = "list[constrained-int]", Items = new() { Minimum = 2m }, }, ], }""")]

    // Of several scalars an app may take one for another.
    [InlineData("""{"anyOf":[{"type":"integer","minimum":1},{"type":"string"},{"type":"array","items":{"type":"integer","minimum":2}}]}""", """{ Any = [ new() { Kinds = dbApps::JsonRuleKinds.Integer, Case = "constrained-int" }, new() { Kinds = dbApps::JsonRuleKinds.Text, Case = "str" }, new() { Kinds = dbApps::JsonRuleKinds.Array, Case = "list[constrained-int]", Items = new() { Minimum = 2m }, }, ], }""")]

    // What only the app sets is not sent, and tells no case.
    [InlineData("""{"anyOf":[{"type":"object","required":["id","a"],"properties":{"id":{"readOnly":true},"a":{"type":"string","maxLength":1}}},{"type":"object","required":["b"],"properties":{"b":{}}}]}""", """{ Any = [ new() { Kinds = dbApps::JsonRuleKinds.Object, Required = ["a"], Members = [ ("a", new() { MaxLength = 1 }), ], }, new() { Kinds = dbApps::JsonRuleKinds.Object, Required = ["b"] }, ], }""")]
    [InlineData("""{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"const":"a"},"n":{"type":"integer","minimum":1}}},{"type":"object","required":["k"],"properties":{"k":{"const":"b"}}}]}""", """{ Tag = "k", Any = [ new() { Kinds = dbApps::JsonRuleKinds.Object, Tags = ["a"], Members = [ ("n", new() { Minimum = 1m }), ], }, new() { Kinds = dbApps::JsonRuleKinds.Object, Tags = ["b"] }, ], }""")]

    // Pydantic's Decimal, whose bounds hold for the text that is sent; its pattern says no more than the type.
    [InlineData("""{"anyOf":[{"type":"number","exclusiveMinimum":0},{"type":"string","pattern":"^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$"}]}""", "{ ExclusiveMinimum = 0m, IsNumberInText = true }")]
    public void A_rule_is_what_the_schema_says(string schema, string expected) => Assert.Equal(expected, BodyOf(Load(schema)));

    [Theory]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"type":"array","uniqueItems":true,"items":{"type":"string"}}""")]
    [InlineData("""{"type":"string","enum":["a","b"]}""")]
    [InlineData("""{"type":"string","enum":["hello","there"],"maxLength":2}""")]
    public void What_asks_nothing_that_is_checked_has_no_rule(string schema)
    {
        BoundDocument bound = Load(schema);

        Assert.True(bound.Client.Rules.IsEmpty);
        Assert.True(Operation(bound).Checks.IsEmpty);
    }

    [Fact]
    public void Without_the_metadata_there_is_none() =>
        Assert.True(Load("""{"type":"string","maxLength":3}""", DocumentOptions.Default).Client.Rules.IsEmpty);

    // A tree holds itself, and what asks for nothing is left out.
    [Fact]
    public void Components_have_a_rule_each()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"post":{"operationId":"send","requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Node"}}}},"responses":{"204":{"description":""}}}}}""",
            """{"Node":{"type":"object","properties":{"name":{"type":"string","maxLength":3},"next":{"$ref":"#/components/schemas/Node"},"free":{"$ref":"#/components/schemas/Free"}}},"Free":{"type":"object","properties":{"a":{"type":"string"}}},"Answer":{"type":"string","maxLength":3}}""",
            s_options);

        NamedRuleModel rule = Assert.Single(bound.Client.Rules);
        Assert.Equal(("Node", "shop.openapi.json#/components/schemas/Node"), (rule.Name, rule.Source));
        Assert.Equal("""{ Members = [ ("name", new() { MaxLength = 3 }), ("next", new() { Same = static () => Node }), ], }""", Text(rule.Rule));
    }

    [Fact]
    public void Parameters_come_first_by_their_places()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """
            {"/api/a/{id}":{"post":{"operationId":"send","parameters":[
              {"name":"x-a","in":"header","schema":{"type":"string","maxLength":3}},
              {"name":"q","in":"query","schema":{"type":"string","maxLength":3}},
              {"name":"id","in":"path","required":true,"schema":{"type":"integer","minimum":1}}],
             "requestBody":{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","required":["size"],"properties":{"size":{"type":"integer","minimum":1},"free":{"type":"string"}}}}}},
             "responses":{"204":{"description":""}}}}}
            """,
            options: s_options);

        Assert.Equal(
            ["path id id Id", "query q q Q", "header x-a xa XA", "body size size Size"],
            Operation(bound).Checks.Select(check => $"{check.Place} {check.WireName} {check.ParameterName} {check.Rule}"));
    }

    // What is not sure to mean the same to .NET is not checked, and told.
    [Theory]
    [InlineData("^[a-z]+$", null)]
    [InlineData("^[]a]$", null)]
    [InlineData("^[^]a]$", null)]
    [InlineData("""^\d{3}-(?:a|b)(?=c)(?<!d)(?<name>x)$""", null)]
    [InlineData("(?i)abc", null)]
    [InlineData("""\[a[b\[]""", null)]
    [InlineData("""[\[]a""", null)]
    [InlineData("(?P<name>a)", "it has a group that .NET does not have, or has in another way")]
    [InlineData("a++", "it is no regular expression of .NET")]
    [InlineData("[[:alpha:]]", "it has a set within a set")]
    [InlineData("[a-z&&[^b]]", "it has a set within a set")]
    [InlineData("[a-z--b]", "it has a set within a set")]
    [InlineData("""\Ga""", """\G means something else in .NET""")]
    [InlineData("[😀]", "it has characters that .NET counts as two")]
    [InlineData("a{,3}", "{, is a count to Python, and text to .NET")]
    [InlineData("a{1,3}", null)]
    [InlineData("""(a)\1""", """\1 means something else in .NET""")]
    [InlineData("/^a$/", "it stands between slashes, as a program writes it and no schema does")]
    [InlineData("(", "it is no regular expression of .NET")]
    public void A_pattern_is_checked_where_it_means_the_same(string pattern, string? reason) => Assert.Equal(reason, PatternDialect.Explain(pattern));

    [Fact]
    public void A_pattern_may_be_of_any_depth_and_length()
    {
        Assert.Equal("its groups lie too deep in each other", PatternDialect.Explain(new string('(', 60) + new string(')', 60)));
        Assert.Equal("the pattern is longer than 1,000 characters", PatternDialect.Explain(new string('a', 1001)));
    }

    // Names that differ for no field, or are every class's.
    [Fact]
    public void No_two_rules_meet_and_none_hides_what_a_class_has()
    {
        string[] names = ["K", "\u212A", "Ω", "\u2126", "equals", "ToString", "getType", "MemberwiseClone", "ShopRequestRules"];
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"read","parameters":[""" +
            string.Join(',', names.Select((name, i) => $$$"""{"name":"{{{name}}}","in":"query","schema":{"type":"integer","minimum":{{{i}}}}}""")) +
            """],"responses":{"204":{"description":""}}}}}""",
            options: s_options);

        string[] fields = [.. bound.Client.Rules.Select(rule => NamedRuleModel.FieldOf(rule.Name))];
        Assert.Equal(names.Length, fields.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(bound.Client.Rules, rule => rule.Name is "Equals" or "ToString" or "GetType" or "MemberwiseClone" or "ShopRequestRules");
    }

    [Theory]
    [InlineData("""{"type":"string","format":"byte","maxLength":5}""")]
    [InlineData("""{"type":"string","contentEncoding":"base64","maxLength":5}""")]
    public void The_length_of_bytes_is_the_apps_to_count(string schema)
    {
        BoundDocument bound = Load(schema);

        Assert.True(bound.Client.Rules.IsEmpty);
        Assert.Contains(bound.Findings, finding => finding.Message == "'maxLength' is not checked before sending: of bytes that are sent as base64 some apps mean the bytes, and others the text");
    }

    [Fact]
    public void What_is_not_checked_is_told_at_its_place()
    {
        BoundDocument bound = Load("""{"type":"string","pattern":"(?P<a>b)"}""");

        Assert.Contains(
            bound.Findings,
            finding => finding.Id == "DBXAPP0108" && finding.Pointer.EndsWith("/schema/pattern", StringComparison.Ordinal)
                && finding.Message == "'pattern' is not checked before sending: it has a group that .NET does not have, or has in another way");
        Assert.True(Load("""{"type":"number","maximum":1e400}""").Client.Rules.IsEmpty);
        Assert.True(Load("""{"type":"number","exclusiveMaximum":1e-40}""").Client.Rules.IsEmpty);
    }

    private static BoundDocument Load(string schema, DocumentOptions? options = null) => BoundDocument.OfPaths(
        """{"/api/a":{"post":{"operationId":"send","requestBody":{"required":true,"content":{"application/json":{"schema":""" + schema + """}}},"responses":{"204":{"description":""}}}}}""",
        options: options ?? s_options);

    private static OperationModel Operation(BoundDocument bound) => bound.Client.Groups.SelectMany(group => group.Operations).Single();

    private static string BodyOf(BoundDocument bound)
    {
        CheckModel check = Assert.Single(Operation(bound).Checks);
        Assert.Equal(("body", "", null), (check.Place, check.WireName, check.Type));
        return Text(bound.Client.Rules.Single(rule => rule.Name == check.Rule).Rule);
    }

    private static string Text(RuleModel rule)
    {
        Gen.Emit.CodeWriter writer = new();
        new RuleWriter(writer).Write("", rule, "");
        return string.Join(' ', writer.End().Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
