using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>On which part of a client a method stands, and which operations have one.</summary>
public sealed class GroupRules
{
    [Theory]
    [InlineData("items", "Items", "ItemsOperations")]
    [InlineData("my items", "MyItems", "MyItemsOperations")]

    // A tag that names nothing, and one that the client has a member for.
    [InlineData("--", null, "ShopClient")]
    [InlineData("app", "AppGroup", "AppGroupOperations")]
    [InlineData("App!", "AppNot", "AppNotOperations")]
    [InlineData("ShopClient", "ShopClientGroup", "ShopClientGroupOperations")]
    public void A_group_is_named_after_its_tag(string tag, string? property, string className)
    {
        BoundDocument bound = BoundDocument.OfPaths($$$$$"""{"/api/a":{"get":{"operationId":"a","tags":["{{{{{tag}}}}}"],"responses":{}}}}""");

        GroupModel group = Assert.Single(bound.Client.Groups, group => !group.Operations.IsEmpty);
        Assert.Equal((property, className), (group.PropertyName, group.ClassName));
    }

    [Fact]
    public void Tags_of_one_name_are_one_group_and_the_class_of_another_type_is_another()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"a","tags":["my items"],"responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["my-items"],"responses":{}}},"/api/c":{"get":{"operationId":"c","responses":{}}}}""",
            """{"MyItemsOperations":{"type":"object","properties":{"x":{}}}}""");

        Assert.Equal(["CAsync() -> None", "MyItems.AAsync() -> None", "MyItems.BAsync() -> None"], bound.Operations);
        Assert.Equal("MyItemsGroupOperations", bound.Client.Groups[1].ClassName);
    }

    [Fact]
    public void Tags_that_differ_in_their_capitals_within_are_two_groups()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"a","tags":["abX"],"responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["abx"],"responses":{}}}}""");

        Assert.Equal(["AbX.AAsync() -> None", "Abx.BAsync() -> None"], bound.Operations);
    }

    [Fact]
    public void A_method_may_have_the_name_of_one_in_another_group_but_not_that_of_the_class()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"same","tags":["x"],"responses":{}}},"/api/b":{"get":{"operationId":"same","tags":["y"],"responses":{}}},"/api/c":{"get":{"operationId":"same","responses":{}}}}""");

        Assert.Equal(["SameAsync() -> None", "X.SameAsync() -> None", "Y.SameAsync() -> None"], bound.Operations);
    }

    [Theory]

    // Tags in whatever case, paths by patterns; what is left out is left out whatever else asks for it.
    [InlineData("X", "", "", "A,B")]
    [InlineData("y", "", "", "B")]
    [InlineData("x,y", "", "", "A,B")]
    [InlineData("", "/api/a,/api/c", "", "A,C")]
    [InlineData("", "", "/api/a", "B,C")]
    [InlineData("x", "/api/*", "/api/a", "B")]
    [InlineData("x", "/api/c", "", "")]
    [InlineData("", "", "", "A,B,C")]
    public void Of_an_item_that_wants_few_only_those_have_methods_and_types(string tags, string include, string exclude, string expected)
    {
        DocumentOptions options = DocumentOptions.Default with { IncludeTags = Split(tags), IncludePaths = Split(include), ExcludePaths = Split(exclude) };
        BoundDocument bound = BoundDocument.OfPaths(
            """{"/api/a":{"get":{"operationId":"a","tags":["x"],"responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["z","X","y"],"responses":{}}},"/api/c":{"get":{"operationId":"c","responses":{}}}}""",
            """{"Unused":{"type":"object","properties":{"x":{"type":"string"}}}}""",
            options);

        Assert.Equal(expected, string.Join(',', bound.Client.Groups.SelectMany(group => group.Operations).Select(operation => operation.MethodName[..^5]).Order()));
        Assert.Equal((tags + include + exclude).Length == 0 ? ["record Unused(Optional String? X)"] : [], bound.Types);
    }

    [Theory]

    // What FastAPI makes for its own use is no type, unless something else holds it.
    [InlineData("\"Body_x\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "")]
    [InlineData("\"Body\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "Body")]
    [InlineData("\"body_x\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "BodyX")]
    [InlineData("\"HTTPValidationError\":{\"properties\":{\"detail\":{\"items\":{\"$ref\":\"#/components/schemas/ValidationError\"}}}},\"ValidationError\":{\"type\":\"object\",\"properties\":{\"a\":{}}}", "")]
    [InlineData("\"HTTPValidationError\":{\"properties\":{\"detail\":{\"items\":{\"$ref\":\"#/components/schemas/Other\"}}}},\"Other\":{\"type\":\"object\",\"properties\":{\"a\":{}}}", "HttpValidationError,Other")]
    [InlineData("\"HTTPValidationError\":{\"properties\":{\"details\":{\"items\":{\"$ref\":\"#/components/schemas/ValidationError\"}}}},\"ValidationError\":{\"type\":\"object\",\"properties\":{\"a\":{}}}", "HttpValidationError,ValidationError")]
    [InlineData("\"HTTPValidationError\":{\"properties\":{\"detail\":{\"items\":{\"$ref\":\"#/components/schemas/ValidationError\"}},\"more\":{}}},\"ValidationError\":{\"type\":\"object\",\"properties\":{\"a\":{}}}", "HttpValidationError,ValidationError")]
    [InlineData("\"ValidationProblem\":{\"properties\":{\"detail\":{\"items\":{\"$ref\":\"#/components/schemas/ValidationError\"}}}},\"ValidationError\":{\"type\":\"object\",\"properties\":{\"a\":{}}}", "ValidationError,ValidationProblem")]
    [InlineData("\"HTTPValidationError\":{\"properties\":{\"detail\":{\"type\":\"string\"}}}", "HttpValidationError")]
    public void Schemas_that_no_operation_names_are_types(string schemas, string expected) =>
        Assert.Equal(expected, string.Join(',', BoundDocument.OfSchemas("{" + schemas + "}").Client.Types.Select(type => type.Name.Replace("HTTPV", "HttpV", StringComparison.Ordinal))));

    [Theory]

    // An error that an operation has is the runtime's; as an answer it is the app's.
    [InlineData("422", "SendAsync() -> None 422-422:validation")]
    [InlineData("200", "SendAsync() -> HTTPValidationError")]
    public void The_error_of_FastAPI_is_known_as_an_error(string status, string expected)
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$$$$$$"""{"/api/a":{"post":{"operationId":"send","responses":{"{{{{{{{{{status}}}}}}}}}":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/HTTPValidationError"}}}}}}}}""",
            """{"HTTPValidationError":{"properties":{"detail":{"items":{"$ref":"#/components/schemas/ValidationError"}}}},"ValidationError":{"type":"object","properties":{"a":{}}}}""");

        Assert.Equal([expected], bound.Operations);
    }

    // Of the budget there is left what the length of a document gives; each method, type and member is counted.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1300, 2)]
    [InlineData(2600, 3)]
    public void Methods_are_left_out_when_there_is_too_much_of_them(long left, int methods)
    {
        Reading reading = Reading.Of("""
            {"openapi":"3.1.0","paths":{"/api/a":{"get":{"operationId":"a","responses":{}}},"/api/b":{"get":{"operationId":"b","responses":{}}},"/api/c":{"get":{"operationId":"c","responses":{}}}}}
            """);
        ClientModel client = Bind(reading.Document, left, out Findings findings);

        Assert.Equal(methods, client.Groups.Sum(group => group.Operations.Count));
        Assert.Equal(
            new[] { "/paths/~1api~1b/get", "/paths/~1api~1c/get" }[(methods - 1)..].Select(pointer => "DBXAPP0101 " + pointer),
            findings.Items.Select(finding => finding.Id + " " + finding.Pointer));
    }

    [Theory]
    [InlineData(-100, "")]
    [InlineData(0, "A")]
    [InlineData(3300, "A,B")]
    [InlineData(7000, "A,B,C")]
    public void Types_are_left_out_when_there_is_too_much_of_them(long left, string types)
    {
        Reading reading = Reading.Of("""
            {"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":{"type":"object","properties":{"p":{"type":"string"}}},"B":{"enum":["a","c"]},"C":{"oneOf":[{"type":"array"},{"type":"string"}]}}}}
            """);
        ClientModel client = Bind(reading.Document, left, out Findings findings);

        Assert.Equal(types, string.Join(',', client.Types.Select(type => type.Name)));
        Assert.Equal(3 - client.Types.Count, findings.Items.Count);
        Assert.All(findings.Items, finding => Assert.Equal("DBXAPP0102", finding.Id));
    }

    // Whatever is written of a type counts: its words, its members with theirs, what they are spelled as, its values.
    [Theory]
    [InlineData("""{"properties":{"p":{"type":"string"}}}""", true)]
    [InlineData("""{"description":"@","properties":{"p":{"type":"string"}}}""", false)]
    [InlineData("""{"properties":{"p":{"type":"string","description":"@"}}}""", false)]
    [InlineData("""{"prefixItems":[#,#,#,#,#],"minItems":5}""", false)]
    [InlineData("""{"enum":["1","2","3","4","5","6","7","8","9","10","11","12"]}""", false)]
    public void Each_part_of_a_type_counts(string schema, bool isLeft)
    {
        const string Tuple = """{"prefixItems":[{},{},{},{},{},{},{}],"minItems":7,"maxItems":7}""";
        Reading reading = Reading.OfSchemas($$"""
            "A": {{schema.Replace("@", new string('x', 3000), StringComparison.Ordinal).Replace("#", Tuple, StringComparison.Ordinal)}}, "B": {"enum": ["a", "b"]}
            """);

        Assert.Equal(isLeft ? "A,B" : "A", string.Join(',', Bind(reading.Document, 4600, out _).Types.Select(type => type.Name)));
    }

    [Fact]
    public void A_group_without_methods_is_none()
    {
        Reading reading = Reading.Of("""
            {"openapi":"3.1.0","paths":{"/api/a":{"get":{"operationId":"a","responses":{}}},"/api/b":{"get":{"operationId":"b","tags":["x"],"responses":{}}}}}
            """);

        Assert.Equal(["ShopClient"], Bind(reading.Document, 0, out _).Groups.Select(group => group.ClassName));
        Assert.Equal(["ShopClient", "XOperations"], Bind(reading.Document, 9999, out _).Groups.Select(group => group.ClassName));
    }

    private static ClientModel Bind(ApiDocument document, long left, out Findings findings)
    {
        findings = new Findings();
        document.Length = -10_000 + (left / 100);
        return ClientBinder.Bind(document, "shop.openapi.json", DocumentOptions.Default, KeptNames.None, findings, TestContext.Current.CancellationToken);
    }

    private static EquatableArray<string> Split(string texts) => texts.Split(',', StringSplitOptions.RemoveEmptyEntries).ToEquatableArray();
}
