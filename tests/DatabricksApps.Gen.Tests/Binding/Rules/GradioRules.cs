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
public sealed class GradioRules
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

    // Any can be null. Without a default it must be given; a plain default stands in the signature; for another the running
    // app's is sent, unless the input says that it is given.
    [InlineData("""{"type":"string"}""", null, "String?", true, false, null)]
    [InlineData("""{"type":"string"}""", "\"a\"", "String?", false, false, "String:a")]
    [InlineData("""{"type":"integer"}""", "3", "Int64?", false, false, "Number:3")]
    [InlineData("""{"type":"boolean"}""", "true", "Boolean?", false, false, "Boolean:true")]
    [InlineData("""{"enum":["a","b"]}""", "\"a\"", "RunMyInput?", false, true, null)]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[]", "List<String>?", false, true, null)]
    [InlineData("""{"type":"integer"}""", "\"x\"", "Int64?", false, true, null)]
    [InlineData("""{"type":"string"}""", "null", "String?", false, false, null)]
    [InlineData("""{"type":"string","format":"binary"}""", null, "File?", true, false, null)]
    [InlineData("{}", null, "Any?", true, false, null)]
    public void An_input_is(string schema, string? value, string type, bool isRequired, bool isOmittable, string? literal)
    {
        GradioEndpoint endpoint = Endpoint("/run", Input("my_input", schema, value));
        BodyFieldModel field = Assert.Single(Bind([endpoint], out _).Groups[0].Operations[0].Body!.Fields);

        Assert.Equal(
            ("myInput", "my_input", type, isRequired, isOmittable, literal),
            (field.Name, field.WireName, field.Type.ToString(), field.IsRequired, field.IsOmittable, field.Default is { } start ? $"{start.Kind}:{start.Text}" : null));
        Assert.Equal(
            (ParameterStyle.Form, true, true, null, false),
            (field.Style, field.Explode, field.IsJson, field.ContentType, field.IsDeprecated));
    }

    [Fact]
    public void Inputs_have_names_that_the_method_has_not()
    {
        GradioEndpoint endpoint = Endpoint(
            "/run", Input("options", "{}", null), Input("cancellation_token", "{}", null), Input("x", "{}", null), Input("x+", "{}", null));
        BodyModel body = Bind([endpoint], out _).Groups[0].Operations[0].Body!;

        Assert.Equal(["inputOptions", "inputCancellationToken", "inputX", "xPlus"], body.Fields.Select(field => field.Name));
        Assert.Equal((BodyKind.Inputs, "application/json", true), (body.Kind, body.MediaType, body.IsRequired));
    }

    [Theory]
    [InlineData("Label", "Textbox", null, "Label (Textbox)", null)]
    [InlineData("Label", "", null, "Label", null)]
    [InlineData("Label", null, "[1]", "Label", "Default [1].")]
    [InlineData("Label", null, "null", "Label", null)]
    public void An_input_says(string label, string? component, string? value, string summary, string? constraints)
    {
        GradioParameter input = new()
        {
            Name = "x", Label = label, Component = component, Kind = "anything", Schema = Reading.OfSchema("""{"description":"Words."}"""), Default = Value(value),
        };
        DocModel doc = Bind([Endpoint("/run", input)], out _).Groups[0].Operations[0].Body!.Fields[0].Doc;

        Assert.Equal((summary, "Words.", constraints), (doc.Summary, doc.Remarks, doc.Constraints));
    }

    [Fact]
    public void Several_outputs_are_a_record_of_them()
    {
        GradioEndpoint endpoint = new()
        {
            Pointer = "/p",
            Name = "/run",
            Parameters = [],
            Returns =
            [
                Output("my label", "Textbox", """{"type":"string"}"""), Output(null, null, """{"type":"integer"}"""), Output("My Label", null, "{}"),
                Output("--", "", """{"properties":{"a":{"type":"string"}}}"""), Output("RunResult", "", """{"type":["string","null"]}"""),
            ],
        };
        ClientModel client = Bind([endpoint], out _);

        ObjectTypeModel result = Assert.IsType<ObjectTypeModel>(client.Types.Single(type => type.Name == "RunResult"));
        Assert.Equal(
            [
                "Required String? MyLabelItem1 myLabelItem1 my label (Textbox)", "Required Int64? Item2 item2 ", "Required Any MyLabelItem3 myLabelItem3 My Label",
                "Required RunItem4? Item4 item4 --", "Required String? RunResultValue runResultValue RunResult",
            ],
            result.Properties.Select(p => $"{p.Presence} {p.Type} {p.Name} {p.WireName} {p.Doc.Summary}"));
        Assert.Equal(("/run", (string?)null, "shop.gradio.json#/p/returns"), (result.Origin, result.Doc.Summary, result.Doc.Sources[0]));
        ResponseModel response = client.Groups[0].Operations[0].Response;
        Assert.Equal("RunResult", response.Type!.ToString());
        Assert.Equal(["myLabelItem1", "item2", "myLabelItem3", "item4", "runResultValue"], response.Outputs);
        Assert.Equal("my label (Textbox), , My Label, --, RunResult", response.Doc.Summary);
    }

    [Theory]
    [InlineData(1, "String?")]
    [InlineData(0, null)]
    public void One_output_is_itself(int count, string? expected)
    {
        GradioEndpoint endpoint = new()
        {
            Pointer = "/p", Name = "/run", Parameters = [], Returns = Enumerable.Repeat(Output("x", null, """{"type":"string"}"""), count).ToList(),
        };
        ClientModel client = Bind([endpoint], out _);

        Assert.Equal(expected, client.Groups[0].Operations[0].Response.Type?.ToString());
        Assert.Empty(client.Types);
    }

    [Fact]
    public void One_output_may_be_labelled_as_several_are_named()
    {
        GradioEndpoint endpoint = new() { Pointer = "/p", Name = "/run", Parameters = [], Returns = [Output("run result", null, """{"type":"string"}""")] };

        Assert.Equal(["runResult"], Bind([endpoint], out _).Groups[0].Operations[0].Response.Outputs);
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

        Assert.Equal(path, client.GradioPath);
        Assert.Equal(place is null ? [] : ["DBXAPP0201 /info/named_endpoints"], findings.Items.Select(finding => finding.Id + " " + finding.Pointer));
        Assert.All(findings.Items, finding => Assert.Contains($"is served {place}:", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/a*", "", "AAsync,AbAsync")]
    [InlineData("", "/ab", "AAsync,BAsync")]
    [InlineData("", "", "AAsync,AbAsync,BAsync")]
    public void Of_an_item_that_wants_few_only_those_have_methods(string include, string exclude, string expected)
    {
        DocumentOptions options = DocumentOptions.Default with
        {
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
