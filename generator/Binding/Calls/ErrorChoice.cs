using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>A declared error whose body is read.</summary>
/// <remarks>
/// What is not JSON has no type and stays text; it is an error of its own where a range around its code has one. FastAPI declares its 422 for every operation that takes anything, so that a
/// type for it in each client would be the same one again.
/// </remarks>
/// <param name="Response">The response.</param>
/// <param name="Statuses">The status codes.</param>
/// <param name="Body">What its body is.</param>
/// <param name="Schema">The schema of a body with a type; else null.</param>
internal sealed record ErrorChoice(ApiResponse Response, (int First, int Last) Statuses, ErrorBody Body, ApiSchema? Schema)
{
    /// <summary>Gets what the value is in the call, in words.</summary>
    public string Role => Response.StatusCode == "default" ? "Error" : "Error" + Response.StatusCode.ToLowerInvariant();

    /// <summary>Tells whether a component is the body of FastAPI's own 422, which the runtime knows.</summary>
    public static bool IsValidationError(ApiComponent component) =>
        component.Name == "HTTPValidationError"
        && component.Schema.Properties is { Count: 1 } properties
        && properties[0].Name == "detail"
        && properties[0].Schema.Items?.Target is { Name: "ValidationError" };

    public static IReadOnlyList<ErrorChoice> AllOf(ApiOperation operation)
    {
        List<ErrorChoice> errors = new();
        foreach (ApiResponse response in operation.Responses)
        {
            // "default" is what is not declared otherwise, by the letter successes too (OpenAPI, "Responses Object"). Authors
            // mean the errors; without a 2xx they mean the success as well, for which AnswerChoice takes it.
            (int First, int Last)? range = response.StatusCode == "default" ? (400, 599) : StatusRange.Of(response.StatusCode);
            if (range is { First: >= 400 } statuses)
            {
                errors.Add(Of(response, statuses));
            }
        }

        // The exact code says more than a range, and a range more than "default" (OpenAPI, "Responses Object").
        List<ErrorChoice> sorted = errors.OrderBy(e => e.Statuses.Last - e.Statuses.First).ThenBy(e => e.Statuses.First).ToList();
        return sorted.Where((error, i) => error.Body != ErrorBody.Text || sorted.Skip(i + 1).Any(wider => wider.Body != ErrorBody.Text && Contains(wider, error))).ToList();
    }

    private static ErrorChoice Of(ApiResponse response, (int First, int Last) statuses)
    {
        ApiSchema? schema = JsonOf(response);
        return schema is null || SchemaFacts.SaysNothing(schema) ? new ErrorChoice(response, statuses, ErrorBody.Text, null)
            : schema.Target is { } component && IsValidationError(component) ? new ErrorChoice(response, statuses, ErrorBody.Validation, null)
            : new ErrorChoice(response, statuses, ErrorBody.Typed, schema);
    }

    private static bool Contains(ErrorChoice wider, ErrorChoice error) =>
        wider.Statuses.First <= error.Statuses.First && wider.Statuses.Last >= error.Statuses.Last;

    private static ApiSchema? JsonOf(ApiResponse response) => response.Content
        .Where(c => MediaTypes.IsJson(MediaTypes.Essence(c.Name)))
        .OrderBy(c => c.Name, StringComparer.Ordinal)
        .FirstOrDefault()?.Schema;
}
