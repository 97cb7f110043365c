using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>A declared error whose body is read.</summary>
/// <remarks>
/// What is not JSON has no type and stays text; it is an error of its own where a range around its code has one. Of several
/// media types the one that says something counts, JSON first: an exception has one type. FastAPI declares its 422 for
/// every operation that takes anything, so that a type for it in each client would be the same one again.
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

    public static IReadOnlyList<ErrorChoice> AllOf(ApiOperation operation, PreferredMediaTypes preferred, Findings findings)
    {
        List<ErrorChoice> errors = new();
        foreach (ApiResponse response in operation.Responses)
        {
            // "default" is what is not declared otherwise, by the letter successes too (OpenAPI, "Responses Object"). Authors
            // mean the errors; without a 2xx they mean the success as well, for which AnswerChoice takes it.
            (int First, int Last)? range = response.StatusCode == "default" ? (400, 599) : StatusRange.Of(response.StatusCode);
            if (range is { First: >= 400 } statuses)
            {
                errors.Add(Of(response, statuses, preferred, findings));
            }
        }

        // The exact code says more than a range, and a range more than "default" (OpenAPI, "Responses Object").
        List<ErrorChoice> sorted = errors.OrderBy(e => e.Statuses.Last - e.Statuses.First).ThenBy(e => e.Statuses.First).ToList();
        return sorted.Where((error, i) => error.Body != ErrorBody.Text || sorted.Skip(i + 1).Any(wider => wider.Body != ErrorBody.Text && Contains(wider, error))).ToList();
    }

    private static ErrorChoice Of(ApiResponse response, (int First, int Last) statuses, PreferredMediaTypes preferred, Findings findings)
    {
        List<ApiMediaType> values = response.Content
            .Where(media => IsValue(response, media))
            .OrderBy(media => preferred.RankOf(media.Name))
            .ThenBy(media => media.Schema is null || SchemaFacts.SaysNothing(media.Schema) ? 1 : 0)
            .ThenBy(media => IsJson(response, media) ? 0 : 1)
            .ThenBy(media => MediaTypes.Essence(media.Name) == "application/json" ? 0 : 1)
            .ThenBy(media => media.Name, StringComparer.Ordinal)
            .ToList();
        if (values.FirstOrDefault() is not { Schema: { } schema } taken || SchemaFacts.SaysNothing(schema))
        {
            return new ErrorChoice(response, statuses, ErrorBody.Text, null);
        }

        foreach (ApiMediaType other in values.Where(other => other.Schema is { } own && !SchemaFacts.SaysNothing(own) && SchemaFacts.Follow(own) != SchemaFacts.Follow(schema)))
        {
            findings.Ignored(
                other.Pointer,
                $"an exception holds what '{taken.Name}' says of the error, not what '{other.Name}' says. MediaTypes of the item changes it");
        }

        return schema.Target is { } component && IsValidationError(component)
            ? new ErrorChoice(response, statuses, ErrorBody.Validation, null)
            : new ErrorChoice(response, statuses, ErrorBody.Typed, schema);
    }

    private static bool IsJson(ApiResponse response, ApiMediaType media) => AnswerChoice.Of(response, media).Kind == ResponseKind.Json;

    // A schema that is no text and no file describes JSON, whatever name it stands under: 2.0 has one `produces` for the
    // file of a success and the object of an error. XML and YAML are that value in a notation that nothing reads, and a
    // stream is no error.
    private static bool IsValue(ApiResponse response, ApiMediaType media) => AnswerChoice.Of(response, media).Kind switch
    {
        ResponseKind.Json => true,
        ResponseKind.Text or ResponseKind.File => media.Schema is { } schema
            && !MediaTypes.IsOtherNotation(MediaTypes.Essence(media.Name))
            && SchemaFacts.Follow(schema) is var followed
            && !SchemaFacts.SaysNothing(followed)
            && !Formats.IsBinary(followed)
            && SchemaFacts.TypesOf(followed) != ApiType.String,
        _ => false,
    };

    private static bool Contains(ErrorChoice wider, ErrorChoice error) =>
        wider.Statuses.First <= error.Statuses.First && wider.Statuses.Last >= error.Statuses.Last;
}
