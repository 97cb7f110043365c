using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Gen.OpenApi;

/// <summary>Builds the outline of a document of version 2.0, in the terms of 3.2.</summary>
/// <remarks>
/// The library's own reader of 2.0 is not used: it throws on <c>collectionFormat: tsv</c>, loses body and form
/// parameters that are declared on the path or by reference, and gives what it makes of them no place in the text.
/// </remarks>
internal sealed class SwaggerOutlineBuilder : OutlineBuilder
{
    public SwaggerOutlineBuilder(
        Source source, References references, Findings findings, CancellationToken cancellationToken)
        : base(source, references, findings, cancellationToken)
    {
    }

    protected override JsonArray? Servers(JsonObject owner) => null;

    protected override JsonObject SecuritySchemes() => new();

    protected override void AddPayload(JsonObject outline, Place operation, IReadOnlyList<Place> parameters)
    {
        outline["parameters"] = new JsonArray();
        outline["responses"] = new JsonObject();
    }
}
