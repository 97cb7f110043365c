using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;

namespace DatabricksApps.Gen.Tests.OpenApi;

/// <summary>A document that was read, with what was found.</summary>
internal sealed class Reading
{
    private readonly ReadResult _result;

    private Reading(ReadResult result, Findings findings)
    {
        _result = result;
        Findings = findings.Items;
    }

    public IReadOnlyList<Finding> Findings { get; }

    public bool HasDocument => _result.Document is not null;

    public ApiDocument Document => _result.Document ?? throw new InvalidOperationException(string.Join("\n", Findings));

    public ApiOperation Operation => Assert.Single(Document.Operations);

    public ApiSchema this[string name] => Document.Schemas.Single(schema => schema.Name == name).Schema;

    /// <summary>Reads a document.</summary>
    /// <param name="files">The other files of the project, by their paths.</param>
    public static Reading Of(string text, string path = "test.openapi.json", IReadOnlyDictionary<string, string>? files = null)
    {
        Findings findings = new();
        return new(DocumentReader.Read(path, text, file => files?.GetValueOrDefault(file), findings, TestContext.Current.CancellationToken), findings);
    }

    /// <summary>Reads a document whose <c>components/schemas</c> has these members.</summary>
    public static Reading OfSchemas(string members, string version = "3.1.0") =>
        Of($$"""{"openapi": "{{version}}", "info": {}, "paths": {}, "components": {"schemas": {{{members}}} } }""");

    /// <summary>Reads one schema.</summary>
    public static ApiSchema OfSchema(string schema, string version = "3.1.0") =>
        OfSchemas($"\"S\": {schema}", version)["S"];

    /// <summary>Reads a document with one operation that has these members.</summary>
    public static Reading OfOperation(string members, string more = "") =>
        Of($$"""{"openapi": "3.1.0", "paths": {"/items/{id}": {"get": {{{members}}} } } {{more}} }""");

    public (int Offset, int Length) Find(string pointer) => _result.Positions.Find([pointer])[pointer];
}
