using System.Text.RegularExpressions;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>Walks every member that a reader reads with every kind that it may not have: each is told at its place.</summary>
public sealed partial class KindTests
{
    // Where an object of each kind stands; «» takes its members.
    private static readonly Dictionary<string, (IReadOnlyDictionary<string, MemberKind> Kinds, string Pointer, string Document)> s_places = new()
    {
        ["Info"] = (MemberKinds.Info, "/info", """{"openapi":"3.1.0","info":{«»}}"""),
        ["Components"] = (MemberKinds.Components, "/components", """{"openapi":"3.1.0","components":{«»}}"""),
        ["Tag"] = (MemberKinds.Tag, "/tags/0", """{"openapi":"3.1.0","tags":[{«»}]}"""),
        ["Server"] = (MemberKinds.Server, "/servers/0", """{"openapi":"3.1.0","servers":[{«»}]}"""),
        ["ServerVariable"] = (MemberKinds.ServerVariable, "/servers/0/variables/v", """{"openapi":"3.1.0","servers":[{"url":"/","variables":{"v":{«»}}}]}"""),
        ["PathItem"] = (MemberKinds.PathItem, "/paths/~1a", """{"openapi":"3.1.0","paths":{"/a":{«»}}}"""),
        ["Operation"] = (MemberKinds.Operation, "/paths/~1a/get", """{"openapi":"3.1.0","paths":{"/a":{"get":{«»}}}}"""),
        ["Parameter"] = (MemberKinds.Parameter, "/paths/~1a/get/parameters/0", """{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",«»}]}}}}"""),
        ["ParameterWithSchema"] = (MemberKinds.ParameterWithSchema, "/paths/~1a/get/parameters/0", """{"swagger":"2.0","paths":{"/a":{"get":{"parameters":[{"name":"p","in":"query",«»}]}}}}"""),
        ["RequestBody"] = (MemberKinds.RequestBody, "/paths/~1a/get/requestBody", """{"openapi":"3.1.0","paths":{"/a":{"get":{"requestBody":{«»}}}}}"""),
        ["Response"] = (MemberKinds.Response, "/paths/~1a/get/responses/200", """{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{«»}}}}}}"""),
        ["MediaType"] = (MemberKinds.MediaType, "/paths/~1a/get/responses/200/content/a~1b", """{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"a/b":{«»}}}}}}}}"""),
        ["Encoding"] = (MemberKinds.Encoding, "/paths/~1a/get/requestBody/content/a~1b/encoding/f", """{"openapi":"3.1.0","paths":{"/a":{"get":{"requestBody":{"content":{"a/b":{"encoding":{"f":{«»}}}}}}}}}"""),
        ["SecurityScheme"] = (MemberKinds.SecurityScheme, "/components/securitySchemes/s", """{"openapi":"3.1.0","components":{"securitySchemes":{"s":{«»}}}}"""),
        ["Discriminator"] = (MemberKinds.Discriminator, "/components/schemas/S/discriminator", """{"openapi":"3.1.0","components":{"schemas":{"S":{"discriminator":{«»}}}}}"""),
        ["Schema"] = (MemberKinds.Schema, "/components/schemas/S", """{"openapi":"3.1.0","components":{"schemas":{"S":{«»}}}}"""),
        ["Root"] = (MemberKinds.Root, "", """{"openapi":"3.1.0",«»}"""),
    };

    private static readonly string[] s_values = ["\"text\"", "1", "true", "{}", "[]"];

    // Which kinds of values are right, or told of elsewhere for what they are.
    private static string[] Right(MemberKind kind) => kind switch
    {
        MemberKind.Text => ["\"text\""],
        MemberKind.Version => ["\"text\"", "1", "true"],
        MemberKind.Flag => ["true"],
        MemberKind.Number => ["1"],
        MemberKind.NumberOrFlag => ["1", "true"],
        MemberKind.Texts or MemberKind.Objects or MemberKind.Array => ["[]"],
        MemberKind.Values => [],
        MemberKind.Object => ["{}"],
        MemberKind.SchemaOrFlag => ["{}", "true"],
        MemberKind.ObjectOrText => ["{}", "\"text\""],
        _ => s_values,
    };

    public static TheoryData<string> Places => [.. s_places.Keys];

    // The version decides whether there is a document at all.
    public static TheoryData<string, string, string> Wrong => [.. s_places
        .SelectMany(place => place.Value.Kinds.Select(member => (Place: place.Key, Member: member.Key, member.Value)))
        .Where(row => row.Value != MemberKind.Version || row.Place != "Root")
        .SelectMany(row => s_values.Except(Right(row.Value)).Select(value => new TheoryDataRow<string, string, string>(row.Place, row.Member, value)))];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_member_of_the_wrong_kind_is_told_at_its_place(string place, string member, string value)
    {
        (_, string pointer, string document) = s_places[place];
        Reading reading = Reading.Of(With(document, member, value));

        Assert.Contains(reading.Findings, finding => finding.Id is "DBXAPP0105" && finding.Pointer == pointer + "/" + member);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Null_is_as_good_as_nothing(string place)
    {
        (IReadOnlyDictionary<string, MemberKind> kinds, string pointer, string document) = s_places[place];

        Assert.All(kinds.Where(member => member.Value is not (MemberKind.Version or MemberKind.Other)), member => Assert.DoesNotContain(
            Reading.Of(With(document, member.Key, "null")).Findings, finding => finding.Pointer == pointer + "/" + member.Key));
    }

    [Fact]
    public void Every_member_that_is_read_is_in_the_list()
    {
        HashSet<string> known = [.. s_places.Values.SelectMany(place => place.Kinds.Keys), .. MemberKinds.Example.Keys];
        IEnumerable<string> read = Directory.EnumerateFiles(Repository.PathOf("generator", "OpenApi"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Read().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Empty(read.Distinct().Except(known).Except(["dependencies", "detail", "x-generator"]));
        Assert.Empty(Keyword().Matches(File.ReadAllText(Repository.PathOf("generator", "OpenApi", "Schemas", "SchemaKeywords.cs")))
            .Select(match => match.Groups[1].Value).Except(MemberKinds.Schema.Keys));
        Assert.Contains("operationId", known);
    }

    [Theory]
    [InlineData("\"required\":\"x\"", "'required' is an array, not a string; it is read as a list of it")]
    [InlineData("\"required\":true", "'required' is an array, not a boolean; it is ignored")]
    [InlineData("\"enum\":\"one\"", "'enum' is an array, not a string; it is read as a list of it")]
    [InlineData("\"enum\":[]", "'enum' has no values, so that nothing would be valid; any value is allowed")]
    [InlineData("\"maxItems\":\"3\"", "'maxItems' is a number, not a string; it is read as 3")]
    [InlineData("\"minimum\":\"0.5\"", "'minimum' is a number, not a string; it is read as 0.5")]
    [InlineData("\"minLength\":{}", "'minLength' is a number, not an object; it is ignored")]
    [InlineData("\"nullable\":\"true\"", "'nullable' is a boolean, not a string; it is read as true")]
    [InlineData("\"oneOf\":{\"type\":\"string\"}", "'oneOf' is an array, not an object; it is read as a list of it")]
    [InlineData("\"additionalProperties\":\"false\"", "'additionalProperties' is a schema, not a string; it is read as false")]
    [InlineData("\"format\":1", "'format' is a string, not a number; it is read as 1")]
    public void What_a_schema_likely_meant_is_told(string member, string message) =>
        Assert.Equal(["DBXAPP0105 " + message], Reading.OfSchemas("\"S\":{" + member + "}").Findings.Select(finding => $"{finding.Id} {finding.Message}"));

    [Theory]
    [InlineData("""{"required":"x"}""", "x", null, null, null)]
    [InlineData("""{"enum":"one"}""", "", "\"one\"", null, null)]
    [InlineData("""{"enum":3,"nullable":true}""", "", "3,null", null, null)]
    [InlineData("""{"enum":[]}""", "", null, null, null)]
    [InlineData("""{"maxItems":"3","minimum":"0.5"}""", "", null, 3, "0.5")]
    public void What_a_schema_likely_meant_is_read(string schema, string required, string? values, int? maxItems, string? minimum)
    {
        ApiSchema read = Reading.OfSchema(schema);

        Assert.Equal(
            (required, values, maxItems, minimum),
            (string.Join(',', read.Required), read.Enum is { } list ? string.Join(',', list.Select(value => value.Json)) : null, read.MaxItems, read.Minimum));
    }

    [Theory]
    [InlineData("200", "200", "")]
    [InlineData("2XX", "2XX", "")]
    [InlineData("2xx", "2XX", "")]
    [InlineData("default", "default", "")]
    [InlineData("20x", "2XX", "'20x' is no status code; it is read as '2XX'")]
    [InlineData("40X", "4XX", "'40X' is no status code; it is read as '4XX'")]
    [InlineData("200 OK", "200", "'200 OK' is no status code; it is read as '200'")]
    [InlineData("ok", "", "'ok' is no status code, no range such as '4XX' and not 'default'; it is left out")]
    [InlineData("2000", "", "'2000' is no status code, no range such as '4XX' and not 'default'; it is left out")]
    [InlineData("999", "", "'999' is no status code, no range such as '4XX' and not 'default'; it is left out")]
    public void The_key_of_a_response_is(string key, string status, string message)
    {
        foreach (string version in new[] { "\"openapi\":\"3.1.0\"", "\"swagger\":\"2.0\"" })
        {
            Reading reading = Reading.Of("{" + version + ",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"" + key + "\":{}}}}}}");

            Assert.Equal(status, string.Join(',', reading.Operation.Responses.Select(response => response.StatusCode)));
            Assert.Equal(message, string.Join('|', reading.Findings.Select(finding => finding.Message)));
        }
    }

    [Fact]
    public void A_range_that_was_likely_meant_takes_no_place()
    {
        Reading reading = Reading.Of("""{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"20x":{"description":"a"},"2XX":{"description":"b"}}}}}}""");

        Assert.Equal(["2XX b"], reading.Operation.Responses.Select(response => $"{response.StatusCode} {response.Description}"));
        Assert.Equal(["/paths/~1a/get/responses/20x '20x' is no status code, and '2XX' is there; it is left out"], reading.Findings.Select(finding => $"{finding.Pointer} {finding.Message}"));
    }

    [Theory]
    [InlineData("""{"name":"q","in":"query"}""", "q", "")]
    [InlineData("""{"$ref":"#/components/parameters/P"}""", "p", "")]
    [InlineData("""{"a":{"name":"q","in":"query"},"b":{"$ref":"#/components/parameters/P"}}""", "q,p", "")]
    [InlineData("""{"a":1}""", "", "/a an object is due here, not a number; the parameter is left out")]
    public void An_object_in_place_of_the_parameters_is_one_or_holds_them(string parameters, string names, string more)
    {
        Reading reading = Reading.Of(
            """{"openapi":"3.1.0","paths":{"/a":{"get":{"parameters":«»}}},"components":{"parameters":{"P":{"name":"p","in":"query"}}}}""".Replace("«»", parameters, StringComparison.Ordinal));

        Assert.Equal(names, string.Join(',', reading.Operation.Parameters.Select(parameter => parameter.Name)));
        Assert.Equal(
            [" 'parameters' is an array, not an object; it is read as a list of it", .. more.Length == 0 ? Array.Empty<string>() : [more]],
            reading.Findings.Select(finding => finding.Pointer["/paths/~1a/get/parameters".Length..] + " " + finding.Message));
    }

    [Fact]
    public void Items_of_the_wrong_kind_are_told_too()
    {
        Reading reading = Reading.Of(
            """{"openapi":"3.1.0","servers":[1],"tags":["t"],"security":[null],"paths":{"/a":{"get":{"tags":[1,{}],"security":{"s":"x"},"requestBody":{"content":{"a/b":{"encoding":{"f":1}}}}}}}}""");

        Assert.Equal(
            [
                "/paths/~1a/get/requestBody/content/a~1b/encoding/f an object is due here, not a number; it is left out",
                "/paths/~1a/get/security 'security' is an array, not an object; it is read as a list of it",
                "/paths/~1a/get/security/s 's' is an array, not a string; it is read as a list of it",
                "/paths/~1a/get/tags/0 a string is due here, not a number; it is read as it is spelled",
                "/paths/~1a/get/tags/1 a string is due here, not an object; it is left out",
                "/security/0 an object is due here, not null; it is left out",
                "/servers/0 an object is due here, not a number; it is left out",
                "/tags/0 an object is due here, not a string; it is left out",
            ],
            reading.Findings.Select(finding => $"{finding.Pointer} {finding.Message}").Order(StringComparer.Ordinal));
    }

    private static string With(string document, string member, string value) => document
        .Replace(member == "name" ? "\"name\":\"p\"," : "«", member == "name" ? "" : "«", StringComparison.Ordinal)
        .Replace(member == "in" ? "\"in\":\"query\"," : "«", member == "in" ? "" : "«", StringComparison.Ordinal)
        .Replace("«»", $"\"{member}\":{value}", StringComparison.Ordinal);

    [GeneratedRegex("""case "([^"]+)":""")]
    private static partial Regex Keyword();

    [GeneratedRegex("""\.Get(?:Text|Texts|Flag|Object|Array)?\("([^"]+)"\)""")]
    private static partial Regex Read();
}
