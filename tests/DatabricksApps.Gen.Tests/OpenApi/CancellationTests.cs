using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>A compiler that no longer wants a client waits for one schema or path, not for the document.</summary>
public sealed class CancellationTests
{
    // The first schema or path asks for a file, which is when the compiler changes its mind.
    [Theory]
    [InlineData(""" "components":{"schemas":{"A":{"$ref":"no.json"},"B":{}}} """, true)]
    [InlineData(""" "paths":{"/a":{"$ref":"no.json"},"/b":{}} """, true)]
    [InlineData(""" "components":{"schemas":{"A":{"$ref":"no.json"}}} """, false)]
    [InlineData(""" "paths":{"/a":{"$ref":"no.json"}} """, false)]
    public void Reading_ends_before_the_next(string members, bool ends)
    {
        using CancellationTokenSource source = new();
        Exception? thrown = Record.Exception(() => DocumentReader.Read(
            "/api/main.json",
            $$"""{"openapi":"3.1.0",{{members}}}""",
            _ =>
            {
                source.Cancel();
                return null;
            },
            new Findings(),
            source.Token));

        Assert.Equal(ends, thrown is OperationCanceledException);
    }

    [Theory]
    [InlineData("""{"type":"string"}""", true)]
    [InlineData(null, false)]
    public void Binding_ends_before_the_next(string? schema, bool ends)
    {
        Reading reading = Reading.OfSchemas(schema is null ? "" : $"\"S\": {schema}");
        Exception? thrown = Record.Exception(
            () => ClientBinder.Bind(reading.Document, "shop.json", DocumentOptions.Default, KeptNames.None, new Findings(), new CancellationToken(canceled: true)));

        Assert.Equal(ends, thrown is OperationCanceledException);
    }
}
