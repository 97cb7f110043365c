using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>What the endpoints of a Gradio app become.</summary>
public sealed partial class GradioRules
{
    [Theory]
    [InlineData("/predict", "PredictAsync", "")]
    [InlineData("/predict_1", "Predict1Async", "")]
    [InlineData("/", "CallAsync", "")]
    [InlineData("/+", "PlusAsync", "")]
    [InlineData("/a/b", "ABAsync", "")]
    public void A_method_is_named_after_the_endpoint(string name, string expected, string found)
    {
        ClientModel client = Bind([Endpoint(name)], out Findings findings);

        OperationModel operation = Assert.Single(Assert.Single(client.Groups).Operations);
        Assert.Equal((expected, new EndpointModel(name)), (operation.MethodName, operation.Call));
        Assert.Equal(found, string.Join(',', findings.Items.Select(finding => finding.Message)));
    }

    [Fact]
    public void Of_two_of_one_name_the_second_is_spelled_out_which_is_told()
    {
        ClientModel client = Bind([Endpoint("/run"), Endpoint("/run+"), Endpoint("/Run")], out Findings findings);

        Assert.Equal(["Runf0bd3a37Async", "RunPlusAsync", "Run5347d1d7Async"], client.Groups[0].Operations.Select(operation => operation.MethodName));
        Assert.Equal(
            [
                "DBXAPP0106 /run: the method of '/run' is called 'Runf0bd3a37Async', because another one wants 'RunAsync' too",
                "DBXAPP0106 /run+: the method of '/run+' is called 'RunPlusAsync', because another one wants 'RunAsync' too",
                "DBXAPP0106 /Run: the method of '/Run' is called 'Run5347d1d7Async', because another one wants 'RunAsync' too",
            ],
            findings.Items.Select(finding => $"{finding.Id} {finding.Pointer}: {finding.Message}"));
    }

    [Fact]
    public void Paging_of_its_item_has_no_effect_which_is_told()
    {
        Findings findings = new();
        GradioBinder.Bind(
            Document([Endpoint("/run")]), "shop.gradio.json", DocumentOptions.Default with { Paging = EquatableArray.Create("none") }, KeptNames.None, findings, TestContext.Current.CancellationToken);

        Assert.Equal("Paging has no effect, because no call of a Gradio app gives a list in pages", Assert.Single(findings.Items).Message);
    }

    [Fact]
    public void MediaTypes_of_its_item_have_no_effect_which_is_told()
    {
        Findings findings = new();
        GradioBinder.Bind(
            Document([Endpoint("/run")]), "shop.gradio.json", DocumentOptions.Default with { MediaTypes = EquatableArray.Create("text/csv", "*/*") }, KeptNames.None, findings, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["DBXAPP0006 : MediaTypes has no effect, because no call of a Gradio app has a choice of media types"],
            findings.Items.Select(finding => $"{finding.Id} {finding.Pointer}: {finding.Message}"));
    }

    [Fact]
    public void Inputs_outputs_and_streams_that_have_not_their_first_name_are_told()
    {
        GradioEndpoint run = new()
        {
            Pointer = "/run",
            Name = "/run",
            IsGenerator = true,
            Parameters = [Input("a-b", "{}", null), Input("a_b", "{}", null)],
            Returns = [Output("text", null, "{}"), Output("Text", null, "{}"), Output("other", null, "{}")],
        };
        Bind([run, Endpoint("/run_stream")], out Findings findings);

        Assert.Equal(
            [
                "the stream is called 'RunValuesAsync', because 'RunStreamAsync' is taken",
                "the parameter 'a-b' is called 'aMinusB', because another one wants 'ab' too",
                "the parameter 'a_b' is called 'inputAB', because another one wants 'ab' too",
                "the member 'text' is called 'TextItem1', because another one wants 'Text' too",
                "the member 'Text' is called 'TextItem2', because another one wants 'Text' too",
            ],
            findings.Items.Select(finding => finding.Message));
        Assert.All(findings.Items, finding => Assert.Equal("DBXAPP0106", finding.Id));
    }

    [Fact]
    public void What_differs_in_separators_alone_is_named_by_them()
    {
        ClientModel client = Bind([Endpoint("/op-1"), Endpoint("/op_1"), Endpoint("/op/1"), Endpoint("/options")], out _);

        Assert.Equal(["OpMinus1Async", "OpUnderscore1Async", "OpSlash1Async", "OptionsAsync"], client.Groups[0].Operations.Select(operation => operation.MethodName));
    }

    [Theory]
    [InlineData(false, 1, "RunAsync Outputs")]
    [InlineData(true, 1, "RunAsync Outputs,RunStreamAsync OutputStream")]

    // What yields nothing has no values to give one by one.
    [InlineData(true, 0, "RunAsync Outputs")]
    public void A_generator_has_a_second_method_for_its_values(bool isGenerator, int outputs, string expected)
    {
        GradioEndpoint endpoint = new()
        {
            Pointer = "/p",
            Name = "/run",
            Description = "First.\n\nMore.",
            IsGenerator = isGenerator,
            Parameters = [],
            Returns = Enumerable.Range(0, outputs).Select(_ => Output("x", "Textbox", """{"type":"string"}""")).ToList(),
        };
        ClientModel client = Bind([endpoint], out _);

        Assert.Equal(expected, string.Join(',', client.Groups[0].Operations.Select(operation => operation.MethodName + " " + operation.Response.Kind)));
        Assert.Equal(("First.", "More."), (client.Groups[0].Operations[0].Doc.Summary, client.Groups[0].Operations[0].Doc.Remarks));
        Assert.Equal(["shop.gradio.json#/p"], client.Groups[0].Operations[0].Doc.Sources);
        Assert.All(
            client.Groups[0].Operations.Skip(1),
            operation => Assert.Equal("Gives each value that the app yields; leaving the loop cancels the call on the server.\n\nMore.", operation.Doc.Remarks));
    }

    [Theory]
    [InlineData(null, false, null, null)]
    [InlineData(null, true, null, "Gives each value that the app yields; leaving the loop cancels the call on the server.")]
    [InlineData("Words.", false, "Words.", null)]
    public void An_endpoint_says(string? description, bool isGenerator, string? summary, string? remarks)
    {
        GradioEndpoint endpoint = new()
        {
            Pointer = "/p", Name = "/run", Description = description, IsGenerator = isGenerator, Parameters = [], Returns = [Output("x", null, "{}")],
        };
        DocModel doc = Bind([endpoint], out _).Groups[0].Operations.Last().Doc;

        Assert.Equal((summary, remarks), (doc.Summary, doc.Remarks));
    }

    [Theory]
    [InlineData("/api/demo", null, "/api/demo", null)]
    [InlineData("/api", null, "/api", null)]
    [InlineData("/api/demo/", null, "/api/demo", null)]
    [InlineData("", null, "", "at the root")]
    [InlineData("/", null, "", "at the root")]
    [InlineData("/demo", null, "/demo", "at '/demo'")]
    [InlineData("/apis", null, "/apis", "at '/apis'")]
    [InlineData("/demo", "/api/x", "/api/x", null)]
    [InlineData("/api", "", "", "at the root")]
    public void An_app_outside_of_api_is_told(string root, string? basePath, string path, string? place)
    {
        Findings findings = new();
        ClientModel client = GradioBinder.Bind(
            Document([], root), "docs/shop.gradio.json", DocumentOptions.Default with { BasePath = basePath }, KeptNames.None, findings, TestContext.Current.CancellationToken);

        Assert.Equal(path, client.Gradio?.Path);
        Assert.Equal(place is null ? [] : ["DBXAPP0201 /info/named_endpoints"], findings.Items.Select(finding => finding.Id + " " + finding.Pointer));
        Assert.All(findings.Items, finding => Assert.Contains($"is served {place}:", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "/a*", "", "AAsync,AbAsync")]
    [InlineData("", "", "/ab", "AAsync,BAsync")]
    [InlineData("", "", "", "AAsync,AbAsync,BAsync")]
    [InlineData("a*", "", "/ab", "AAsync")]
    [InlineData("/ab", "", "", "AbAsync")]
    public void Of_an_item_that_wants_few_only_those_have_methods(string names, string include, string exclude, string expected)
    {
        DocumentOptions options = DocumentOptions.Default with
        {
            IncludeOperations = names.Length == 0 ? [] : EquatableArray.Create(names),
            IncludePaths = include.Length == 0 ? [] : EquatableArray.Create(include),
            ExcludePaths = exclude.Length == 0 ? [] : EquatableArray.Create(exclude),
        };
        ClientModel client = GradioBinder.Bind(
            Document([Endpoint("/a"), Endpoint("/ab"), Endpoint("/b")]), "shop.gradio.json", options, KeptNames.None, new Findings(), TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(',', client.Groups[0].Operations.Select(operation => operation.MethodName)));
    }

    [Theory]
    [InlineData("6.1", "The endpoints of a Gradio app, as Gradio 6.1 describes them.")]
    [InlineData(null, "The endpoints of a Gradio app.")]
    public void A_client_has_the_apps_title_and_names_that_no_type_has(string? version, string remarks)
    {
        ClientModel client = GradioBinder.Bind(
            Document([], version: version), "docs/shop.gradio.json", DocumentOptions.Default, KeptNames.None, new Findings(), TestContext.Current.CancellationToken);

        Assert.Equal(("Shop", "ShopClient", "ShopJson", "ShopApi"), (client.BaseName, client.ClientName, client.JsonName, client.Namespace));
        Assert.Equal(("shop.gradio.json", "T", remarks), (client.DocumentName, client.Doc.Summary, client.Doc.Remarks));
        Assert.Equal(["shop.gradio.json#"], client.Doc.Sources);
    }

    [Theory]
    [InlineData("Shop Client", "ShopClientValue")]
    [InlineData("Shop Json", "ShopJsonValue")]
    [InlineData("Shop Client Service Collection Extensions", "ShopClientServiceCollectionExtensionsValue")]
    [InlineData("Other", "Other")]
    public void A_type_has_no_name_of_the_client(string title, string expected)
    {
        GradioEndpoint endpoint = Endpoint("/" + title.Replace(" ", "_", StringComparison.Ordinal), Input("", """{"enum":["a","b"]}""", null));
        ClientModel client = Bind([endpoint], out _);

        Assert.Equal([expected], client.Types.Select(type => type.Name));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_000, 3)]
    public void Methods_are_left_out_when_there_is_too_much_of_them(long left, int methods)
    {
        GradioDocument document = Document([Endpoint("/a"), Endpoint("/b"), Endpoint("/c")]);
        document.Length = -10_000 + (left / 100);
        Findings findings = new();
        ClientModel client = GradioBinder.Bind(document, "shop.gradio.json", DocumentOptions.Default, KeptNames.None, findings, TestContext.Current.CancellationToken);

        Assert.Equal(methods, client.Groups[0].Operations.Count);
        Assert.Equal(new[] { "/b", "/c" }[(methods - 1)..].Select(pointer => "DBXAPP0101 " + pointer), findings.Items.Select(finding => finding.Id + " " + finding.Pointer));
    }

    private static ClientModel Bind(IReadOnlyList<GradioEndpoint> endpoints, out Findings findings)
    {
        findings = new Findings();
        return GradioBinder.Bind(Document(endpoints), "shop.gradio.json", DocumentOptions.Default, KeptNames.None, findings, TestContext.Current.CancellationToken);
    }

    private static GradioDocument Document(IReadOnlyList<GradioEndpoint> endpoints, string root = "/api", string? version = null) => new()
    {
        Length = 1000, Title = "T", Version = version, RootPath = root, Pointer = "/info", Endpoints = endpoints, Schemas = [],
    };

    private static GradioEndpoint Endpoint(string name, params GradioParameter[] inputs) =>
        new() { Pointer = name, Name = name, Parameters = inputs, Returns = [] };

    private static GradioParameter Input(string name, string schema, string? value) =>
        new() { Name = name, Label = name, Kind = InputKind.Of(JsonNode.Parse(schema)), Schema = Reading.OfSchema(schema), Default = Value(value) };

    private static GradioReturn Output(string? label, string? component, string schema) =>
        new() { Label = label, Component = component, Schema = Reading.OfSchema(schema) };

    private static ApiValue? Value(string? json) => json switch
    {
        null => null,
        "null" => ApiValue.Null,
        _ => new ApiValue(JsonNode.Parse(json)),
    };
}
