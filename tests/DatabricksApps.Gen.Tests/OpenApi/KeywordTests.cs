using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Schemas;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Walks the list of keywords, so that none is forgotten where schemas are read, compared or gone through.</summary>
public sealed class KeywordTests
{
    private const string Held = """{"type":"object","properties":{"id":{"type":"string","readOnly":true}}}""";

    // A schema that says one keyword; those with «» hold another schema.
    private static readonly Dictionary<SchemaKeyword, string> s_examples = new()
    {
        [SchemaKeyword.Ref] = "\"$ref\":\"#/components/schemas/Held\"",
        [SchemaKeyword.Type] = "\"type\":\"string\"",
        [SchemaKeyword.Format] = "\"format\":\"date\"",
        [SchemaKeyword.Enum] = "\"enum\":[\"a\"]",
        [SchemaKeyword.Const] = "\"const\":null",
        [SchemaKeyword.Nullable] = "\"nullable\":true",
        [SchemaKeyword.Title] = "\"title\":\"T\"",
        [SchemaKeyword.Description] = "\"description\":\"D\"",
        [SchemaKeyword.Deprecated] = "\"deprecated\":true",
        [SchemaKeyword.ReadOnly] = "\"readOnly\":true",
        [SchemaKeyword.WriteOnly] = "\"writeOnly\":true",
        [SchemaKeyword.Default] = "\"default\":1",
        [SchemaKeyword.Example] = "\"example\":null",
        [SchemaKeyword.Examples] = "\"examples\":[1]",
        [SchemaKeyword.Properties] = "\"properties\":{\"a\":«»}",
        [SchemaKeyword.Required] = "\"required\":[\"a\"]",
        [SchemaKeyword.AdditionalProperties] = "\"additionalProperties\":«»",
        [SchemaKeyword.PatternProperties] = "\"patternProperties\":{\"^a\":«»}",
        [SchemaKeyword.UnevaluatedProperties] = "\"unevaluatedProperties\":«»",
        [SchemaKeyword.MinProperties] = "\"minProperties\":1",
        [SchemaKeyword.MaxProperties] = "\"maxProperties\":1",
        [SchemaKeyword.Items] = "\"items\":«»",
        [SchemaKeyword.PrefixItems] = "\"prefixItems\":[«»]",
        [SchemaKeyword.AdditionalItems] = "\"additionalItems\":«»",
        [SchemaKeyword.UnevaluatedItems] = "\"unevaluatedItems\":«»",
        [SchemaKeyword.MinItems] = "\"minItems\":1",
        [SchemaKeyword.MaxItems] = "\"maxItems\":1",
        [SchemaKeyword.UniqueItems] = "\"uniqueItems\":true",
        [SchemaKeyword.AllOf] = "\"allOf\":[«»]",
        [SchemaKeyword.AnyOf] = "\"anyOf\":[«»]",
        [SchemaKeyword.OneOf] = "\"oneOf\":[«»]",
        [SchemaKeyword.Discriminator] = "\"discriminator\":{\"propertyName\":\"kind\"}",
        [SchemaKeyword.DiscriminatorValue] = "\"x-ms-discriminator-value\":\"a\"",
        [SchemaKeyword.ContentMediaType] = "\"contentMediaType\":\"application/json\"",
        [SchemaKeyword.ContentEncoding] = "\"contentEncoding\":\"base64\"",
        [SchemaKeyword.ContentSchema] = "\"contentSchema\":«»",
        [SchemaKeyword.Pattern] = "\"pattern\":\"^a\"",
        [SchemaKeyword.MinLength] = "\"minLength\":1",
        [SchemaKeyword.MaxLength] = "\"maxLength\":1",
        [SchemaKeyword.Minimum] = "\"minimum\":1",
        [SchemaKeyword.Maximum] = "\"maximum\":1",
        [SchemaKeyword.ExclusiveMinimum] = "\"exclusiveMinimum\":1",
        [SchemaKeyword.ExclusiveMaximum] = "\"exclusiveMaximum\":1",
        [SchemaKeyword.MultipleOf] = "\"multipleOf\":1",
        [SchemaKeyword.Not] = "\"not\":{}",
        [SchemaKeyword.If] = "\"if\":{}",
        [SchemaKeyword.Then] = "\"then\":{}",
        [SchemaKeyword.Else] = "\"else\":{}",
        [SchemaKeyword.Contains] = "\"contains\":{}",
        [SchemaKeyword.DependentSchemas] = "\"dependentSchemas\":{}",
        [SchemaKeyword.DependentRequired] = "\"dependentRequired\":{}",
        [SchemaKeyword.Dependencies] = "\"dependencies\":{}",
    };

    // Older or other spellings of another keyword.
    private static readonly Dictionary<SchemaKeyword, SchemaKeyword> s_spellings = new()
    {
        [SchemaKeyword.Examples] = SchemaKeyword.Example,
        [SchemaKeyword.UnevaluatedProperties] = SchemaKeyword.AdditionalProperties,
        [SchemaKeyword.UnevaluatedItems] = SchemaKeyword.Items,

        // Beside no list of items it says nothing, and null is added to what else is said.
        [SchemaKeyword.AdditionalItems] = SchemaKeyword.None,
        [SchemaKeyword.Nullable] = SchemaKeyword.None,

        // What only the server checks.
        [SchemaKeyword.UniqueItems] = SchemaKeyword.None,
    };

    // What is shown to people and chooses no type.
    private const SchemaKeyword Documentation =
        SchemaKeyword.Title | SchemaKeyword.Description | SchemaKeyword.Example
        | SchemaKeyword.MinProperties | SchemaKeyword.MaxProperties | SchemaKeyword.MinLength | SchemaKeyword.MaxLength
        | SchemaKeyword.ExclusiveMinimum | SchemaKeyword.ExclusiveMaximum | SchemaKeyword.MultipleOf;

    // What two uses of one type may differ in: texts, and what a value must be beyond its type.
    private const SchemaKeyword Details =
        SchemaKeyword.Deprecated | SchemaKeyword.ReadOnly | SchemaKeyword.Default | SchemaKeyword.Required | SchemaKeyword.Pattern
        | SchemaKeyword.Minimum | SchemaKeyword.Maximum | SchemaKeyword.MinItems | SchemaKeyword.MaxItems | SchemaKeyword.DiscriminatorValue;

    public static TheoryData<string> All => [.. Enum.GetNames<SchemaKeyword>().Where(name => name != nameof(SchemaKeyword.None))];

    // A value of a discriminator is a component's own, and no reference's.
    public static TheoryData<string> Described => [.. (KeywordSets.Annotations & ~SchemaKeyword.DiscriminatorValue).Each().Select(keyword => keyword.ToString())];

    public static TheoryData<string> Holders => [.. s_examples.Where(pair => pair.Key == SchemaKeyword.Ref || pair.Value.Contains('«', StringComparison.Ordinal)).Select(pair => pair.Key.ToString())];

    [Fact]
    public void Every_keyword_has_a_bit_of_its_own()
    {
        SchemaKeyword[] all = [.. Enum.GetValues<SchemaKeyword>().Where(keyword => keyword != SchemaKeyword.None)];

        Assert.All(all, keyword => Assert.True(ulong.IsPow2((ulong)keyword), keyword.ToString()));
        Assert.Equal(all, s_examples.Keys.Order());
        Assert.Equal(all, all.Aggregate((a, b) => a | b).Each());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_found_among_the_members_of_a_schema(string name)
    {
        SchemaKeyword keyword = Enum.Parse<SchemaKeyword>(name);

        Assert.Equal(keyword, SchemaKeywords.Sort(JsonNode.Parse(Schema(keyword))!.AsObject()).Says);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_kept_by_the_schema_or_told_as_one_that_nobody_checks(string name)
    {
        SchemaKeyword keyword = Enum.Parse<SchemaKeyword>(name);
        Reading reading = Read(keyword);

        if ((keyword & KeywordSets.Unchecked) != SchemaKeyword.None)
        {
            Assert.Equal((SchemaKeyword.None, "DBXAPP0108"), (reading["S"].Says, Assert.Single(reading.Findings).Id));
            return;
        }

        Assert.Equal(keyword == SchemaKeyword.Ref ? SchemaKeyword.None : s_spellings.GetValueOrDefault(keyword, keyword), reading["S"].Says);
        Assert.Equal(keyword == SchemaKeyword.Ref, reading["S"].Target is not null);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_tells_two_types_apart_unless_it_only_describes(string name)
    {
        SchemaKeyword keyword = Enum.Parse<SchemaKeyword>(name);
        SchemaKeyword kept = keyword == SchemaKeyword.Ref ? keyword : Read(keyword)["S"].Says;
        ApiSchema with = Read(keyword)["S"], without = Reading.OfSchema("{}");

        Assert.Equal((kept & ~Documentation) == SchemaKeyword.None, new SchemaComparer((_, _) => false, isExact: true).AreAlike(with, without));
        Assert.Equal((kept & ~(Documentation | Details)) == SchemaKeyword.None, new SchemaComparer((_, _) => false, isExact: false).AreAlike(with, without));
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void Each_that_describes_is_kept_by_what_is_made_around_its_schema(string name)
    {
        SchemaKeyword keyword = Enum.Parse<SchemaKeyword>(name), kept = s_spellings.GetValueOrDefault(keyword, keyword);
        const string Reference = "{\"$ref\":\"#/components/schemas/Held\"}";
        Reading reading = Reading.OfSchemas(
            $$"""
            "S":{{Schema(keyword)}},"Held":{{Held}},"Beside":{"$ref":"#/components/schemas/Held",{{Member(keyword)}}},"Alone":{{Reference}},
            "OrNull":{"allOf":[{{Reference}}],"nullable":true,{{Member(keyword)}}}
            """);
        ApiSchema s = reading["S"], held = reading["Held"];

        Assert.Equal(kept, reading["Beside"].Says);
        Assert.Equal(kept | SchemaKeyword.AnyOf, reading["OrNull"].Says);
        Assert.Equal((kept & ~Documentation) == SchemaKeyword.None, new SchemaComparer((_, _) => false, isExact: true).AreAlike(reading["Beside"], reading["Alone"]));
        Assert.Equal(kept | SchemaKeyword.AllOf, s.JoinedTo(held, "/later").Says);
        Assert.Equal(kept | SchemaKeyword.AllOf, held.JoinedTo(s, "/earlier").Says);
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void What_a_schema_holds_makes_it_another_in_requests_wherever_it_is_held(string name)
    {
        SchemaKeyword keyword = Enum.Parse<SchemaKeyword>(name);

        // Before 2020-12 a list of items is a tuple, and this the rest of it.
        string beside = keyword == SchemaKeyword.AdditionalItems ? "\"items\":[{}]," : "";
        Reading reading = Reading.OfSchemas($"\"S\":{{{beside}{Member(keyword)}}},\"Held\":{Held}");
        SchemaDirections facts = new(reading.Document.Schemas, new Families(reading.Document.Schemas), [], []);

        Assert.True(facts.Differs(reading["S"]));
    }

    private static Reading Read(SchemaKeyword keyword) => Reading.OfSchemas($"\"S\":{Schema(keyword)},\"Held\":{Held}");

    private static string Schema(SchemaKeyword keyword) => $"{{{Member(keyword)}}}";

    private static string Member(SchemaKeyword keyword) => s_examples[keyword].Replace("«»", "{\"$ref\":\"#/components/schemas/Held\"}", StringComparison.Ordinal);
}
