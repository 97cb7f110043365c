using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Binds the declared errors that have a JSON body.</summary>
/// <remarks>
/// Other bodies have no type and stay text. FastAPI declares its 422 for every operation that takes anything, so that a
/// type for it in each client would be the same one again.
/// </remarks>
internal sealed class ErrorBinder
{
    private readonly SchemaBinder _schemas;

    public ErrorBinder(SchemaBinder schemas) => _schemas = schemas;

    /// <summary>Tells whether a component is the body of FastAPI's own 422, which the runtime knows.</summary>
    public static bool IsValidationError(ApiComponent component) =>
        component.Name == "HTTPValidationError"
        && component.Schema.Properties is { Count: 1 } properties
        && properties[0].Name == "detail"
        && properties[0].Schema.Items?.Target is { Name: "ValidationError" };

    public EquatableArray<ErrorModel> Bind(ApiOperation operation, Hint hint)
    {
        List<ErrorModel> errors = new();
        foreach (ApiResponse response in operation.Responses)
        {
            // "default" is what is not declared otherwise, by the letter successes too (OpenAPI, "Responses Object"). Authors
            // mean the errors; without a 2xx they mean the success as well, for which ResponseBinder takes it.
            (int First, int Last)? range = response.StatusCode == "default" ? (400, 599) : StatusRange.Of(response.StatusCode);
            if (range is not { First: >= 400 } || response.Content.FirstOrDefault(c => MediaTypes.IsJson(MediaTypes.Essence(c.Name))) is not { Schema: { } schema })
            {
                continue;
            }

            if (schema.Target is { } component && IsValidationError(component))
            {
                errors.Add(new ErrorModel(range.Value.First, range.Value.Last, null, response.Description));
                continue;
            }

            TypeRef type = _schemas.Bind(schema, hint.Child("Error" + (response.StatusCode == "default" ? string.Empty : Words.Pascal(response.StatusCode).TrimStart('_'))));
            if (type.Kind != TypeKind.Any)
            {
                errors.Add(new ErrorModel(range.Value.First, range.Value.Last, type.AsNotNullable(), response.Description));
            }
        }

        // The exact code says more than a range, and a range more than "default" (OpenAPI, "Responses Object").
        return errors.OrderBy(e => e.LastStatus - e.FirstStatus).ToEquatableArray();
    }
}
