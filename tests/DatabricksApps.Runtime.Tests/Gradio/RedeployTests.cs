using System.Net;
using DatabricksApps.Generated;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.Tests.Gradio;

/// <summary>An app that is redeployed under a client that lives on: no call reaches another function, and each is told apart.</summary>
public sealed partial class RedeployTests
{
    private const string NumberSchema = """{"type":"number"}""";

    private static readonly Function s_greet = new("greet", 0, new Parameter("name"));

    private static readonly Function s_delete = new("delete_all", 0, new Parameter("name"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_are_found_by_their_names_so_that_other_ids_need_no_new_snapshot()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        string first = await GreetAsync(stub.App);
        stub.Running = new Deployment("v2", ulong.MaxValue, s_delete, s_greet with { Id = 1 });

        string second = await GreetAsync(stub.App);

        Assert.Equal(("v1 greet(name=\"x\")", "v2 greet(name=\"x\")"), (first, second));
        Assert.Equal(["v1 greet(name=\"x\")", "v2 greet(name=\"x\")"], stub.Ran);
    }

    [Fact]
    public async Task An_app_that_tells_no_id_is_compared_by_its_endpoints()
    {
        StubGradio stub = new(new Deployment("v1", null, s_greet) { HasIdRoute = false });
        await GreetAsync(stub.App);
        stub.Running = new Deployment("v2", null, s_delete, s_greet with { Id = 1 }) { HasIdRoute = false };

        Assert.Equal("v2 greet(name=\"x\")", await GreetAsync(stub.App));
    }

    [Theory]
    [InlineData("404")]
    [InlineData("page")]
    [InlineData("other")]
    public async Task An_app_without_the_route_of_the_id_is_asked_for_its_configuration(string answer)
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet) { HasIdRoute = answer != "404" })
        {
            Before = path => path != "/app_id" || answer == "404" ? null
                : answer == "page" ? new StringContent("<!doctype html><html></html>", System.Text.Encoding.UTF8, "text/html")
                : new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
        };
        await GreetAsync(stub.App);
        stub.Running = new Deployment("v2", 2, s_delete, s_greet with { Id = 1 }) { HasIdRoute = answer != "404" };

        Assert.Equal("v2 greet(name=\"x\")", await GreetAsync(stub.App));
    }

    [Fact]
    public async Task Another_version_of_Gradio_with_another_prefix_is_called_where_it_is()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet) { Prefix = "" });
        await GreetAsync(stub.App);
        stub.Running = new Deployment("v2", 2, s_delete, s_greet with { Id = 1 });

        Assert.Equal("v2 greet(name=\"x\")", await GreetAsync(stub.App));
    }

    [Fact]
    public async Task Inputs_in_another_order_are_found_by_their_names_by_a_client_that_lives_on_and_by_a_fresh_one()
    {
        Function scale = new("scale", 0, new Parameter("number", NumberSchema), new Parameter("factor", NumberSchema));
        StubGradio stub = new(new Deployment("v1", 1, scale));
        await ScaleAsync(stub.App);
        stub.Running = new Deployment("v2", 2, scale with { Inputs = [scale.Inputs[1], scale.Inputs[0]] });

        await ScaleAsync(stub.App);
        StubGradio fresh = new(stub.Running);
        await ScaleAsync(fresh.App);

        Assert.Equal(["v1 scale(number=3, factor=2)", "v2 scale(factor=2, number=3)"], stub.Ran);
        Assert.Equal(["v2 scale(factor=2, number=3)"], fresh.Ran);
    }

    [Fact]
    public async Task Inputs_without_names_are_found_by_their_labels()
    {
        Function paint = new("paint", 0, new Parameter("param_0", Label: "Prompt"), new Parameter("param_1", Label: "Not in it"));
        StubGradio stub = new(new Deployment("v1", 1, paint with { Inputs = [new("param_0", Label: "Not in it"), new("param_1", Label: "Prompt")] }));

        await stub.App.CallAsync<string, StringJson>(Paint(), null, Cancellation);
        stub.Running = new Deployment("v2", 2, paint with { Inputs = [new("param_0", Label: "Prompt"), new("param_1", Label: "Style")] });
        AppException changed = await Assert.ThrowsAsync<AppException>(() => stub.App.CallAsync<string, StringJson>(Paint(), null, Cancellation));

        Assert.Equal(["v1 paint(param_0=\"dogs\", param_1=\"cats\")"], stub.Ran);
        Assert.Contains("'Not in it' (param_1) is gone, 'Style' (param_1) is new; nothing was sent", changed.Message);

        static GradioCall Paint()
        {
            GradioCall call = new("/paint", "output");
            call.Add<string, StringJson>("param_0", "string", "cats", "Prompt");
            call.Add<string, StringJson>("param_1", "string", "dogs", "Not in it");
            return call;
        }
    }

    [Fact]
    public async Task Inputs_of_one_label_and_no_names_are_found_by_their_places()
    {
        Function both = new("both", 0, new Parameter("param_0", Label: "Textbox"), new Parameter("param_1", Label: "Textbox"));
        StubGradio stub = new(new Deployment("v1", 1, both));
        GradioCall call = new("/both", "output");
        call.Add<string, StringJson>("param_0", "string", "a", "Textbox");
        call.Add<string, StringJson>("param_1", "string", "b", "Textbox");

        await stub.App.CallAsync<string, StringJson>(call, null, Cancellation);

        Assert.Equal(["v1 both(param_0=\"a\", param_1=\"b\")"], stub.Ran);
    }

    [Theory]
    [InlineData("number,ratio", "'factor' is gone, 'ratio' is new")]
    [InlineData("number", "'factor' is gone")]
    [InlineData("number,factor,offset", "'offset' is new")]
    [InlineData("number,factor:string", "'factor' takes string, not number")]
    [InlineData("number,factor:array", "'factor' takes list of number, not number")]
    [InlineData("param_0,param_1", "'number' is gone, 'factor' is gone, 'param_0' is new, 'param_1' is new")]
    public async Task One_with_other_inputs_says_so_when_it_is_called_before_anything_is_sent(string inputs, string changes)
    {
        StubGradio stub = new(new Deployment("v1", 1, new Function("scale", 0, [.. inputs.Split(',').Select(InputOf)])));

        AppException changed = await Assert.ThrowsAsync<AppException>(() => ScaleAsync(stub.App));

        Assert.Equal(AppErrorReason.UnexpectedValue, changed.Reason);
        Assert.Equal(
            $"POST /api/demo/gradio_api/queue/join: the endpoint '/scale' is not as in the snapshot: {changes}; nothing was sent. " +
            "Likely cause: the snapshot is not that of the app's present version. Next step: Take the snapshot again " +
            "(databricks-apps refresh, or databricks-apps add https://app.example.com/api/demo FILE), and build.",
            changed.Message,
            ignoreCase: true);
        Assert.DoesNotContain("/queue/join", stub.Paths);
        Assert.Empty(stub.Ran);

        static Parameter InputOf(string text) => text.Split(':') switch
        {
            [string name, "array"] => new Parameter(name, """{"type":"array","items":{"type":"integer"}}"""),
            [string name, string type] => new Parameter(name, $$"""{"type":"{{type}}"}"""),
            [string name] => new Parameter(name, NumberSchema),
            _ => throw new ArgumentException(text),
        };
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_told_with_those_that_are_there()
    {
        StubGradio stub = new(new Deployment("v1", 1, s_greet));
        await GreetAsync(stub.App);
        stub.Running = new Deployment("v2", 2, s_delete);

        AppException gone = await Assert.ThrowsAsync<AppException>(() => GreetAsync(stub.App));

        Assert.Equal(AppErrorReason.NotFound, gone.Reason);
        Assert.Contains("the app has no endpoint '/greet'; it has /delete_all", gone.Message);
        Assert.Equal(["v1 greet(name=\"x\")"], stub.Ran);
    }

    [Fact]
    public async Task Outputs_in_another_order_are_found_by_their_labels()
    {
        Function split = s_greet with { Labels = ["Title", "Summary", "Title 2"] };
        StubGradio stub = new(new Deployment("v1", 1, split with { Labels = ["Summary", "Heading", "Title"] }))
        {
            Events = (id, _) => StubGradio.Completed(id, """["the summary","a heading","the title"]"""),
        };
        GradioCall call = new("/greet", "title", "summary", "title2");
        call.Add<string, StringJson>("name", "string", "x");

        IReadOnlyDictionary<string, string> result = await stub.App
            .CallAsync<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(call, null, Cancellation);

        Assert.Equal("title: the title, summary: the summary, title2: a heading", string.Join(", ", result.Select(output => $"{output.Key}: {output.Value}")));
    }

    private static Task<string> GreetAsync(GradioApp app)
    {
        GradioCall call = new("/greet", "output");
        call.Add<string, StringJson>("name", "string", "x");
        return app.CallAsync<string, StringJson>(call, null, Cancellation);
    }

    private static Task<string> ScaleAsync(GradioApp app)
    {
        GradioCall call = new("/scale", "output");
        call.Add<double, DoubleJson>("number", "number", 3);
        call.Add<double, DoubleJson>("factor", "number", 2);
        return app.CallAsync<string, StringJson>(call, null, Cancellation);
    }
}
