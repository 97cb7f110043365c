using System.Text.Json;
using DatabricksApps.Checks;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Checks;

/// <summary>What breaks a rule, in the words of Pydantic 2 and at the place that FastAPI names.</summary>
public sealed class RuleCheckTests
{
    private static readonly JsonRule s_number = new() { Minimum = 1, Maximum = 10, MultipleOf = 0.5m };
    private static readonly JsonRule s_exclusive = new() { ExclusiveMinimum = 0, ExclusiveMaximum = 0.25m };
    private static readonly JsonRule s_text = new() { MinLength = 1, MaxLength = 3, Pattern = "^[a-z😎]*" };
    private static readonly JsonRule s_lower = new() { Pattern = "^[a-z]+$" };
    private static readonly JsonRule s_words = new() { Pattern = @"^\w+$" };
    private static readonly JsonRule s_group = new() { Pattern = @"^(?:a|\.)+$" };
    private static readonly JsonRule s_two = new() { MinLength = 2 };
    private static readonly JsonRule s_list = new() { MinItems = 1, MaxItems = 2, Items = new() { Minimum = 1 } };
    private static readonly JsonRule s_map = new() { MinProperties = 1, MaxProperties = 2, OtherMembers = new() { Minimum = 1 }, FreeMembers = ["free"], Members = [("a", new() { Maximum = 5 })] };
    private static readonly JsonRule s_tuple = new() { FirstItems = [null, new() { Minimum = 1 }], Items = new() { MaxLength = 1 } };
    private static readonly JsonRule s_decimal = new() { ExclusiveMinimum = 0, IsNumberInText = true };
    private static readonly JsonRule s_all = new() { All = [new() { MinLength = 2 }, new() { MaxLength = 3 }] };
    private static readonly JsonRule s_together = new() { AnyRequired = [["a"], ["b", "c"]], DependentRequired = [("d", ["e", "f"])] };

    private static readonly JsonRule s_tagged = new()
    {
        Tag = "kind",
        Any = [new() { Kinds = JsonRuleKinds.Object, Tags = ["cat"], Members = [("lives", new() { Maximum = 9 })] }, new() { Kinds = JsonRuleKinds.Object, Tags = ["dog"] }],
    };

    private static readonly JsonRule s_union = new()
    {
        Any =
        [
            new() { Kinds = JsonRuleKinds.Integer, Minimum = 1, Case = "constrained-int" },
            new() { Kinds = JsonRuleKinds.Object, Required = ["a"], Members = [("a", new() { MaxLength = 1 })], Case = "A" },
            new() { Kinds = JsonRuleKinds.Object, Required = ["a", "b"], Members = [("b", new() { MaxLength = 1 })], Case = "B" },
        ],
    };

    private static readonly JsonRule s_integer = new() { Kinds = JsonRuleKinds.Integer, MultipleOf = 10 };

    private static readonly JsonRule s_tree = new() { Members = [("name", new() { MaxLength = 1 }), ("next", new() { Same = static () => s_tree! })] };

    private static readonly JsonRule s_circle = new() { All = [new() { Same = static () => s_circle! }, new() { Same = static () => s_circle! }], Minimum = 1 };

    private static readonly Dictionary<string, JsonRule> s_rules = new()
    {
        ["number"] = s_number, ["exclusive"] = s_exclusive, ["text"] = s_text, ["lower"] = s_lower, ["words"] = s_words, ["group"] = s_group, ["two"] = s_two, ["list"] = s_list, ["map"] = s_map, ["tuple"] = s_tuple,
        ["decimal"] = s_decimal, ["all"] = s_all, ["together"] = s_together, ["tagged"] = s_tagged, ["union"] = s_union, ["integer"] = s_integer,
        ["tree"] = s_tree,
    };

    [Theory]

    // One bound of a value is told, the first that it breaks.
    [InlineData("number", "1", "")]
    [InlineData("number", "10", "")]
    [InlineData("number", "0.5", "body: Input should be greater than or equal to 1 greater_than_equal {\"ge\":1}")]
    [InlineData("number", "10.5", "body: Input should be less than or equal to 10 less_than_equal {\"le\":10}")]
    [InlineData("number", "0.7", "body: Input should be a multiple of 0.5 multiple_of {\"multiple_of\":0.5}")]
    [InlineData("number", "1e400", "body: Input should be less than or equal to 10 less_than_equal {\"le\":10}")]
    [InlineData("number", "\"0\"", "")]
    [InlineData("number", "null", "")]
    [InlineData("exclusive", "0", "body: Input should be greater than 0 greater_than {\"gt\":0}")]
    [InlineData("exclusive", "0.25", "body: Input should be less than 0.25 less_than {\"lt\":0.25}")]
    [InlineData("exclusive", "0.2499999999999999999", "")]
    [InlineData("exclusive", "1e-300", "")]
    [InlineData("exclusive", "-1e-300", "body: Input should be greater than 0 greater_than {\"gt\":0}")]

    // Fractions are multiples within a billionth, integers exactly.
    [InlineData("number", "1.0000000001", "")]
    [InlineData("number", "1.0000001", "body: Input should be a multiple of 0.5 multiple_of {\"multiple_of\":0.5}")]
    [InlineData("integer", "1000000000010", "")]
    [InlineData("integer", "1000000000011", "body: Input should be a multiple of 10 multiple_of {\"multiple_of\":10}")]

    // Characters are counted, not halves of them.
    [InlineData("text", "\"\"", "body: String should have at least 1 character string_too_short {\"min_length\":1}")]
    [InlineData("text", "\"abcd\"", "body: String should have at most 3 characters string_too_long {\"max_length\":3}")]
    [InlineData("text", "\"😀😀😀\"", "")]
    [InlineData("lower", "\"aB\"", "body: String should match pattern '^[a-z]+$' string_pattern_mismatch {\"pattern\":\"^[a-z]+$\"}")]
    [InlineData("lower", "\"😀\"", "")]
    [InlineData("lower", "\"ä\"", "body: String should match pattern '^[a-z]+$' string_pattern_mismatch {\"pattern\":\"^[a-z]+$\"}")]
    [InlineData("lower", "\"\"", "")]

    // What a letter is beyond ASCII, and how long an emoji, is not the same to all apps.
    [InlineData("words", "\"a b\"", "body: String should match pattern '^\\w+$' string_pattern_mismatch {\"pattern\":\"^\\\\w+$\"}")]
    [InlineData("words", "\"हिन्दी\"", "")]
    [InlineData("words", "\"m²\"", "")]
    [InlineData("group", "\"ä\"", "body: String should match pattern '^(?:a|\\.)+$' string_pattern_mismatch {\"pattern\":\"^(?:a|\\\\.)+$\"}")]
    [InlineData("two", "\"😀\"", "")]
    [InlineData("two", "\"a\"", "body: String should have at least 2 characters string_too_short {\"min_length\":2}")]

    // Too many items are told alone, too few if nothing else is wrong.
    [InlineData("list", "[1,2]", "")]
    [InlineData("list", "[]", "body: List should have at least 1 item after validation, not 0 too_short {\"field_type\":\"List\",\"min_length\":1,\"actual_length\":0}")]
    [InlineData("list", "[0,2,3]", "body: List should have at most 2 items after validation, not 3 too_long {\"field_type\":\"List\",\"max_length\":2,\"actual_length\":3}")]
    [InlineData("list", "[1,0]", "body[1]: Input should be greater than or equal to 1 greater_than_equal {\"ge\":1}")]
    [InlineData("tuple", "[0,0,\"ab\"]", "body[1]: Input should be greater than or equal to 1 greater_than_equal {\"ge\":1} | body[2]: String should have at most 1 character string_too_long {\"max_length\":1}")]

    // Members with a rule of their own, without one, and all others.
    [InlineData("map", "{\"a\":0,\"free\":0}", "")]
    [InlineData("map", "{\"other\":0}", "body.Other: Input should be greater than or equal to 1 greater_than_equal {\"ge\":1}")]
    [InlineData("map", "{}", "body: Dictionary should have at least 1 item after validation, not 0 too_short {\"field_type\":\"Dictionary\",\"min_length\":1,\"actual_length\":0}")]
    [InlineData("map", "{\"a\":0,\"b\":1,\"c\":1}", "body: Dictionary should have at most 2 items after validation, not 3 too_long {\"field_type\":\"Dictionary\",\"max_length\":2,\"actual_length\":3}")]

    [InlineData("decimal", "\"0\"", "body: Input should be greater than 0 greater_than {\"gt\":0}")]
    [InlineData("decimal", "\"0.01\"", "")]
    [InlineData("decimal", "\"NaN\"", "")]
    [InlineData("all", "\"a\"", "body: String should have at least 2 characters string_too_short {\"min_length\":2}")]
    [InlineData("all", "\"abcd\"", "body: String should have at most 3 characters string_too_long {\"max_length\":3}")]
    [InlineData("together", "{\"a\":1}", "")]
    [InlineData("together", "{\"b\":1,\"c\":null}", "")]
    [InlineData("together", "{\"b\":1}", "body: One of these is required: a; b and c missing ")]
    [InlineData("together", "{\"a\":1,\"d\":1,\"f\":1}", "body.E: Field required missing ")]

    // The case that a value is: by its tag, else by what it is made of; one that takes it is enough.
    [InlineData("tagged", "{\"kind\":\"cat\",\"lives\":10}", "body.Cat.Lives: Input should be less than or equal to 9 less_than_equal {\"le\":9}")]
    [InlineData("tagged", "{\"kind\":\"dog\",\"lives\":10}", "")]
    [InlineData("tagged", "{\"kind\":\"fish\",\"lives\":10}", "")]
    [InlineData("tagged", "{\"lives\":10}", "")]
    [InlineData("union", "0", "body.ConstrainedInt: Input should be greater than or equal to 1 greater_than_equal {\"ge\":1}")]
    [InlineData("union", "0.5", "")]
    [InlineData("union", "{\"a\":\"xx\"}", "body.A.A: String should have at most 1 character string_too_long {\"max_length\":1}")]
    [InlineData("union", "{\"a\":\"xx\",\"b\":\"x\"}", "")]
    [InlineData("union", "{\"a\":\"xx\",\"b\":\"xx\"}", "body.A.A: String should have at most 1 character string_too_long {\"max_length\":1}")]
    [InlineData("union", "{}", "")]

    [InlineData("tree", "{\"name\":\"a\",\"next\":{\"name\":\"ab\"}}", "body.Next.Name: String should have at most 1 character string_too_long {\"max_length\":1}")]
    public void What_breaks_a_rule_is_told(string rule, string json, string expected)
    {
        RuleErrors errors = Check(s_rules[rule], json);

        Assert.Equal(expected, string.Join(" | ", errors.All.Select(error => $"{error} {error.Type} {error.Context}")));
    }

    [Fact]
    public void The_value_and_the_place_are_told_as_the_app_tells_them()
    {
        AppValidationError error = Assert.Single(Check(s_tree, """{"name":"a","next":{"name":"ab"}}""").All);

        Assert.Equal("ab", error.Input!.Value.GetString());
        Assert.Equal(["body", "next", "name"], error.Location.Select(segment => segment.ToString()));
    }

    // Rules come from documents, which may mean harm: what they hold of themselves ends.
    [Fact]
    public void Rules_that_hold_themselves_end() => Assert.NotEmpty(Check(s_circle, "0").All);

    [Fact]
    public void A_pattern_that_takes_too_long_refuses_nothing() =>
        Assert.Empty(Check(new JsonRule { Pattern = "^(a+)+$" }, $"\"{new string('a', 40)}!\"").All);

    // Nor does it for each value: the request has one time for all.
    [Fact]
    public void Patterns_have_one_time_for_all_values()
    {
        JsonRule rule = new() { Items = new() { Pattern = "^(a+)+$" } };
        string item = $"\"{new string('a', 40)}!\"";

        Assert.Empty(Check(rule, $"[{string.Join(',', Enumerable.Repeat(item, 1000))}]").All);
    }

    private static RuleErrors Check(JsonRule rule, string json)
    {
        RuleErrors errors = new(hasBodyFields: false);
        errors.Enter("body");
        using JsonDocument document = JsonDocument.Parse(json);
        new RuleCheck(errors, json.Length).Check(rule, document.RootElement);
        errors.Leave();
        return errors;
    }
}
