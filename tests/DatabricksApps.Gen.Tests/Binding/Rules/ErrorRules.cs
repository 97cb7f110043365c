using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>Which of the contents that an error has is its type.</summary>
public sealed class ErrorRules
{
    private const string Place = "/paths/~1api~1a/get/responses/400/content/";
    private const string Problem = """{"$ref":"#/components/schemas/Problem"}""";
    private const string Other = """{"$ref":"#/components/schemas/Other"}""";

    [Theory]

    // JSON with a type, whatever stands before it.
    [InlineData("application/json:P", "Problem")]
    [InlineData("application/json:{}|application/problem+json:P", "Problem")]
    [InlineData("application/json:|application/problem+json:P", "Problem")]
    [InlineData("application/problem+json:P|application/json:O", "Other")]
    [InlineData("text/html:S|application/json:P", "Problem")]
    [InlineData("application/json; charset=utf-8:P", "Problem")]

    // Spring names no media type and means JSON.
    [InlineData("*/*:P", "Problem")]
    [InlineData("application/*:P|text/plain:S", "Problem")]

    // What is no text and no file by its schema is JSON under any other name: so says 2.0 of an app that produces a file.
    [InlineData("application/pdf:P", "Problem")]
    [InlineData("text/plain:P", "Problem")]
    [InlineData("text/plain:P|application/json:O", "Other")]

    // The rest stays text.
    [InlineData("*/*:", "")]
    [InlineData("*/*:S", "String")]
    [InlineData("text/plain:S", "")]
    [InlineData("application/xml:P", "")]
    [InlineData("application/octet-stream:B", "")]
    [InlineData("application/json:B", "")]
    [InlineData("text/event-stream:P", "")]
    public void An_error_is_of_the_content_that_says_most(string offered, string expected)
    {
        foreach (string content in new[] { offered, string.Join('|', offered.Split('|').Reverse()) })
        {
            Assert.Equal(expected, string.Join(' ', Load(content).TheOperation().Errors.Select(error => error.Type)));
        }
    }

    [Theory]
    [InlineData("application/problem+json", "Problem")]
    [InlineData("application/json", "Other")]
    public void The_item_can_prefer_a_media_type_of_an_error(string preferred, string expected) => Assert.Equal(
        expected, Load("application/json:O|application/problem+json:P", DocumentOptions.Default with { MediaTypes = EquatableArray.Create(preferred) }).TheOperation().Errors.Single().Type!.ToString());

    [Fact]
    public void Another_type_of_an_error_is_told_at_its_place()
    {
        BoundDocument bound = Load("application/json:P|application/vnd.shop+json:O|text/json:P|text/plain:S|application/hal+json:{}");

        Assert.Equal([$"DBXAPP0108 {Place}application~1vnd.shop+json"], bound.FindingPlaces);
        Assert.Equal(
            "an exception holds what 'application/json' says of the error, not what 'application/vnd.shop+json' says. MediaTypes of the item changes it",
            bound.Findings[0].Message);
    }

    private static BoundDocument Load(string offered, DocumentOptions? options = null) => BoundDocument.OfPaths(
        $$$"""
        {"/api/a":{"get":{"operationId":"load","responses":{
          "200":{"description":"","content":{"application/json":{"schema": {{{Problem}}} } } },
          "400":{"description":"","content":{ {{{string.Join(',', offered.Split('|').Select(Media))}}} } } } } } }
        """,
        """{"Problem":{"type":"object","properties":{"title":{"type":"string"}}},"Other":{"type":"object","properties":{"code":{"type":"string"}}}}""",
        options);

    private static string Media(string media)
    {
        int colon = media.IndexOf(':', StringComparison.Ordinal);
        string schema = media[(colon + 1)..] switch
        {
            "P" => Problem,
            "O" => Other,
            "S" => """{"type":"string"}""",
            "B" => """{"type":"string","format":"binary"}""",
            string text => text,
        };
        return $"\"{media[..colon]}\":{(schema.Length == 0 ? "{}" : "{\"schema\":" + schema + "}")}";
    }
}
