using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>
/// What oasdiff's rules tell of two documents the difference tells too, where it matters to a client in C#: <c>oasdiff.tsv</c>
/// has each rule, with the kind of change that it is here, or with why it is none.
/// </summary>
public sealed class OasdiffTests
{
    private const string Items = "/paths/~1api~1items";
    private const string Schemas = "/components/schemas";
    private const string ItemResponse = $"{Items}/post/responses/201";
    private const string Deprecated = "true";

    private static readonly (string Rule, string Class, string Told)[] s_rules =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests/DatabricksApps.Gen.Tests/Contract/oasdiff.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(columns => (columns[0], columns[1], columns[2])),
    ];

    /// <summary>Gets for each kind a change of the depot's document that is one; backwards, where it is the opposite of another.</summary>
    public static TheoryData<string, string, string?, bool> Probes => new()
    {
        { "body.added", "/paths/~1api~1report/get/requestBody", """{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewItem"}}}}""", false },
        { "body.added.required", "/paths/~1api~1report/get/requestBody", """{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewItem"}}}}""", false },
        { "body.media", $"{Items}/post/requestBody/content", """{"text/plain":{"schema":{"type":"string"}}}""", false },
        { "body.nullable.narrowed", $"{Items}/post/requestBody/content/application~1json/schema", """{"anyOf":[{"$ref":"#/components/schemas/NewItem"},{"type":"null"}]}""", true },
        { "body.nullable.widened", $"{Items}/post/requestBody/content/application~1json/schema", """{"anyOf":[{"$ref":"#/components/schemas/NewItem"},{"type":"null"}]}""", false },
        { "body.optional", $"{Items}/post/requestBody/required", "false", false },
        { "body.removed", $"{Items}/post/requestBody", null, false },
        { "body.required", $"{Items}/post/requestBody/required", "false", true },
        { "body.type", $"{Items}/post/requestBody/content/application~1json/schema", """{"$ref":"#/components/schemas/Bolt"}""", false },
        { "constraint.narrowed", $"{Items}/get/parameters/1/schema/minimum", "1", false },
        { "constraint.widened", $"{Items}/get/parameters/0/schema/maxLength", "90", false },
        { "enum.value.added", $"{Schemas}/Color/enum/-", "\"black\"", false },
        { "enum.value.removed", $"{Schemas}/Color/enum/0", null, false },
        { "error.added", $"{Items}/post/responses/410", """{"description":"gone","content":{"application/json":{"schema":{"$ref":"#/components/schemas/NameTaken"}}}}""", false },
        { "error.removed", $"{Items}/post/responses/409", null, false },
        { "header.added", $"{ItemResponse}/headers", """{"X-A":{"schema":{"type":"string"}}}""", false },
        { "header.removed", $"{ItemResponse}/headers", """{"X-A":{"schema":{"type":"string"}}}""", true },
        { "name.changed", $"{Items}/get/operationId", "\"find_items\"", false },
        { "operation.added", $"{Items}/put", """{"operationId":"put_items","responses":{"204":{"description":"ok"}}}""", false },
        { "operation.deprecated", $"{Items}/get/deprecated", Deprecated, false },
        { "operation.reactivated", $"{Items}/get/deprecated", Deprecated, true },
        { "operation.regrouped", $"{Items}/get/tags/0", "\"stock\"", false },
        { "operation.removed", $"{Items}/post", null, false },
        { "parameter.added", $"{Items}/get/parameters/-", """{"name":"sort","in":"query","schema":{"type":"string"}}""", false },
        { "parameter.added.required", $"{Items}/get/parameters/-", """{"name":"org","in":"query","required":true,"schema":{"type":"string"}}""", false },
        { "parameter.constant", $"{Items}/get/parameters/2/schema", """{"const":"a"}""", false },
        { "parameter.default", $"{Items}/get/parameters/1/schema/default", "5", false },
        { "parameter.deprecated", $"{Items}/get/parameters/0/deprecated", Deprecated, false },
        { "parameter.nullable.narrowed", $"{Items}/get/parameters/2/schema/type", """["string","null"]""", true },
        { "parameter.nullable.widened", $"{Items}/get/parameters/2/schema/type", """["string","null"]""", false },
        { "parameter.optional", $"{Items}/get/parameters/2/required", "false", false },
        { "parameter.reactivated", $"{Items}/get/parameters/0/deprecated", Deprecated, true },
        { "parameter.removed", $"{Items}/get/parameters/0", null, false },
        { "parameter.required", $"{Items}/get/parameters/0/required", "true", false },
        { "parameter.type", $"{Items}/get/parameters/0/schema/type", "\"integer\"", false },
        { "property.added", $"{Schemas}/Item/properties/price", """{"type":"number"}""", false },
        { "property.added.required", $"{Schemas}/NewItem", """{"type":"object","required":["name","size"],"properties":{"name":{"type":"string","minLength":1},"urgent":{"type":"boolean","default":false},"size":{"type":"integer"}}}""", false },
        { "property.constant", $"{Schemas}/Bolt/properties/kind/const", "\"bolts\"", false },
        { "property.default", $"{Schemas}/NewItem/properties/urgent/default", "true", false },
        { "property.deprecated", $"{Schemas}/Item/properties/id/deprecated", Deprecated, false },
        { "property.nullable.narrowed", $"{Schemas}/Item/properties/note", """{"type":"string"}""", false },
        { "property.nullable.widened", $"{Schemas}/Item/properties/id/type", """["integer","null"]""", false },
        { "property.optional", $"{Schemas}/Item/required/0", null, false },
        { "property.reactivated", $"{Schemas}/Item/properties/id/deprecated", Deprecated, true },
        { "property.removed", $"{Schemas}/Item/properties/note", null, false },
        { "property.required", $"{Schemas}/NewItem/required/-", "\"urgent\"", false },
        { "property.type", $"{Schemas}/Item/properties/id/type", "\"string\"", false },
        { "property.type", $"{Schemas}/NewItem/properties/name/contentEncoding", "\"base64\"", false },
        { "response.media", "/paths/~1api~1report/get/responses/200/content", """{"application/zip":{"schema":{"type":"string","format":"binary"}}}""", false },
        { "response.nullable.narrowed", $"{ItemResponse}/content/application~1json/schema", """{"anyOf":[{"$ref":"#/components/schemas/Item"},{"type":"null"}]}""", true },
        { "response.nullable.widened", $"{ItemResponse}/content/application~1json/schema", """{"anyOf":[{"$ref":"#/components/schemas/Item"},{"type":"null"}]}""", false },
        { "response.status", "/paths/~1api~1items~1{item_id}/delete/responses", """{"202":{"description":"later"}}""", false },
        { "response.type", $"{ItemResponse}/content/application~1json/schema", """{"type":"array","items":{"$ref":"#/components/schemas/Item"}}""", false },
        { "security.key.added", "/components/securitySchemes/app", """{"type":"apiKey","in":"header","name":"X-Key"}""", false },
        { "security.key.removed", "/components/securitySchemes/app", """{"type":"apiKey","in":"header","name":"X-Key"}""", true },
        { "security.scope.added", "/paths/~1api~1report/get/security/0/app/-", "\"write\"", false },
        { "security.scope.removed", "/paths/~1api~1report/get/security/0/app/-", "\"write\"", true },
        { "type.added", $"{Schemas}/Washer", """{"type":"object","properties":{"size":{"type":"number"}}}""", false },
        { "type.removed", $"{Schemas}/Washer", """{"type":"object","properties":{"size":{"type":"number"}}}""", true },
        { "union.case.added", $"{Schemas}/Part/oneOf/-", """{"$ref":"#/components/schemas/NameTaken"}""", false },
        { "union.case.removed", $"{Schemas}/Part/oneOf/-", """{"$ref":"#/components/schemas/NameTaken"}""", true },
        { "union.tag", $"{Schemas}/Bolt/properties/kind/const", "\"bolts\"", false },
    };

    [Theory]
    [MemberData(nameof(Probes))]
    public void A_kind_is_told_of_a_change_that_is_one(string kind, string pointer, string? value, bool isBackwards)
    {
        EquatableArray<Fact> one = DepotDocument.Facts(), other = DepotDocument.Facts(DepotDocument.With(pointer, value));

        Assert.Contains(kind, (isBackwards ? Difference.Of(other, one) : Difference.Of(one, other)).Select(change => change.Kind));
    }

    [Theory]
    [InlineData("header.type", """{"schema":{"type":"string"}}""", """{"schema":{"type":"integer"}}""")]
    [InlineData("header.optional", """{"required":true,"schema":{"type":"string"}}""", """{"schema":{"type":"string"}}""")]
    [InlineData("header.required", """{"schema":{"type":"string"}}""", """{"required":true,"schema":{"type":"string"}}""")]
    [InlineData("header.nullable.widened", """{"schema":{"type":"string"}}""", """{"schema":{"type":["string","null"]}}""")]
    [InlineData("header.nullable.narrowed", """{"schema":{"type":["null","string"]}}""", """{"schema":{"type":"string"}}""")]
    public void A_change_of_a_header_is_told_once(string kind, string before, string after) => Assert.Equal(
        [kind],
        Difference.Of(With(before), With(after)).Select(change => change.Kind));

    [Theory]
    [InlineData("body.default", """{"type":"integer"}""", """{"type":"integer","default":3}""")]
    [InlineData("constraint.narrowed", """{"type":"array","items":{"type":"string"}}""", """{"type":"array","maxItems":3,"items":{"type":"string"}}""")]
    public void A_bound_of_a_whole_body_is_told_once(string kind, string before, string after) => Assert.Equal(
        [kind],
        Difference.Of(WithBody(before), WithBody(after)).Select(change => change.Kind));

    [Fact]
    public void Each_rule_that_matters_is_a_kind_of_change_or_says_why_it_is_none()
    {
        HashSet<string> proven = [.. Probes.Select(probe => probe.Data.Item1), "body.default", "header.type", "header.optional", "header.nullable.widened", "header.nullable.narrowed"];
        (string Rule, string Class, string Told)[] mattering = [.. s_rules.Where(rule => !rule.Class.StartsWith("none", StringComparison.Ordinal) && !rule.Class.Contains("no effect", StringComparison.Ordinal))];

        Assert.Equal(509, s_rules.Length);
        Assert.Equal(385, mattering.Length);
        Assert.Empty(mattering.Where(rule => !rule.Told.StartsWith("none: ", StringComparison.Ordinal) && !proven.Contains(rule.Told)).Select(rule => $"{rule.Rule}: {rule.Told}"));
        Assert.Equal(315, mattering.Count(rule => proven.Contains(rule.Told)));
    }

    private static EquatableArray<Fact> WithBody(string schema) => DepotDocument.Facts(DepotDocument.With($"{Items}/post/requestBody/content/application~1json/schema", schema));

    private static EquatableArray<Fact> With(string header) => DepotDocument.Facts(DepotDocument.With($"{ItemResponse}/headers", $$"""{"X-A":{{header}}}"""));
}
