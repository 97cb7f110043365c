using System.Text.Json.Nodes;
using DatabricksApps.Gen.Binding.Gradio;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.Tests.OpenApi;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <content>Inputs and outputs.</content>
public sealed partial class GradioRules
{
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
}
