using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Contract;

/// <summary>The lock of a snapshot of a Gradio app keeps the methods of endpoints, and the order of their inputs.</summary>
public sealed class KeptGradioTests
{
    private const string Name = """{"parameter_name":"name","label":"Name","parameter_has_default":false,"type":{"type":"string"},"component":"Textbox"}""";
    private const string Times = """{"parameter_name":"times","label":"Times","parameter_has_default":false,"type":{"type":"number"},"component":"Number"}""";

    [Fact]
    public void An_endpoint_keeps_its_method_and_its_inputs_their_order()
    {
        ClientModel before = Read(Snapshot($$$"""{"/greet":{"parameters":[{{{Name}}},{{{Times}}}],"returns":[]}}"""));

        ClientModel after = Read(
            Snapshot($$$"""{"/greet":{"parameters":[{{{Times}}},{{{Name}}}],"returns":[]},"/Greet":{"parameters":[],"returns":[]}}"""),
            KeptNames.Of(Surface.Of(before)));

        Assert.Equal(["/greet GreetAsync name times"], Methods(before));
        Assert.Equal("/greet GreetAsync name times", Methods(after).First());
        Assert.DoesNotContain(Methods(after), method => method.StartsWith("/Greet GreetAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_lock_reads_as_that_of_any_app() => Assert.Equal(
        """
        # What the client of demo.gradio.json promised when it was last accepted. Written by: databricks-apps accept
        /greet                                          GreetAsync
        /greet <-                                       - fields application/json required
        /greet <- name                                  name string? required @1
        /greet <- times                                 times number? required @2
        /greet ->                                       nothing

        """,
        LockFile.Write("demo.gradio.json", Surface.Of(Read(Snapshot($$$"""{"/greet":{"parameters":[{{{Name}}},{{{Times}}}],"returns":[]}}""")))));

    private static IEnumerable<string> Methods(ClientModel client) => client.Groups.SelectMany(group => group.Operations)
        .Select(operation => string.Join(' ', operation.Body!.Fields.Select(field => field.Name).Prepend(operation.MethodName).Prepend(operation.Call.Name)));

    private static string Snapshot(string endpoints) =>
        $$$$"""{"config":{"version":"5.0","api_prefix":"/gradio_api","title":"Demo","components":[],"dependencies":[]},"info":{"named_endpoints":{{{{endpoints}}}},"unnamed_endpoints":{}}}""";

    private static ClientModel Read(string text, KeptNames? kept = null) => ClientReader.Read(
        "demo.gradio.json", text, _ => null, DocumentOptions.Default, kept ?? KeptNames.None, new Findings(), TestContext.Current.CancellationToken).Client!;
}
