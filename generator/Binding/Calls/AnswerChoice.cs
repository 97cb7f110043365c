using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What the answer of one successful status is read as.</summary>
/// <remarks>
/// Of the media types of a status one is taken, and the client asks for no other: a server that may choose would make a
/// type for each necessary. Redirections are no successes; errors are <see cref="ErrorChoice"/>'s.
/// </remarks>
/// <param name="Response">The response.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="MediaType">What the client says that it accepts; empty where nothing is read.</param>
/// <param name="Schema">The schema of what is read; null: <paramref name="Scalar"/>.</param>
/// <param name="Scalar">What is read without a schema; null: nothing with a type.</param>
internal sealed record AnswerChoice(ApiResponse Response, ResponseKind Kind, string MediaType, ApiSchema? Schema, TypeKind? Scalar)
{
    /// <summary>Gets what the value is in the call, in words.</summary>
    public IReadOnlyList<string> Roles => Kind is ResponseKind.Events or ResponseKind.Lines ? new[] { "Response", "Item" } : new[] { "Response" };

    /// <summary>Gets the answers of the successes of an operation.</summary>
    public static IReadOnlyList<AnswerChoice> AllOf(ApiOperation operation)
    {
        List<ApiResponse> successes = operation.Responses
            .Where(r => StatusRange.Of(r.StatusCode) is { First: >= 200, Last: < 300 })
            .OrderBy(r => r.StatusCode, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (successes.Count == 0)
        {
            // Without a 2xx, "default" is what a success looks like; a document that has none promises nothing.
            successes = operation.Responses.Where(r => r.StatusCode == "default" && r.Content.Count > 0).ToList();
        }

        // The answer to HEAD has no content, whatever the document declares (RFC 9110, 9.3.2).
        return successes.Select(r => operation.Method == "HEAD" ? None(r) : Of(r)).ToList();
    }

    // 204 and 205 have no content (RFC 9110, 15.3.5, 15.3.6).
    private static AnswerChoice Of(ApiResponse response)
    {
        if (response.Content.Count == 0 || response.StatusCode is "204" or "205")
        {
            return None(response);
        }

        ApiMediaType media = response.Content.OrderBy(Rank).ThenBy(c => c.Name, StringComparer.Ordinal).First();
        string essence = MediaTypes.Essence(media.Name);
        if (MediaTypes.IsEvents(essence))
        {
            return OfEvents(response, media, essence);
        }

        // Before 3.2 there was no `itemSchema`, and authors put a line's type into `schema`.
        if (MediaTypes.IsLines(essence))
        {
            return new AnswerChoice(response, ResponseKind.Lines, essence, media.ItemSchema ?? media.Schema, TypeKind.Any);
        }

        // `*/*` is what springdoc writes for an app that has named no media type. JSON is asked for first, and nothing is
        // excluded (RFC 9110, 12.5.1): the app may have no JSON to give, and would answer 406.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is { } any && !Formats.IsBinary(SchemaFacts.Follow(any))))
        {
            return new AnswerChoice(
                response, ResponseKind.Json, MediaTypes.IsAny(essence) ? "application/json, */*;q=0.8" : essence, media.Schema, TypeKind.Any);
        }

        // A text such as text/csv that the author calls binary is meant to be saved, not read.
        bool isFile = media.Schema is { } schema && Formats.IsBinary(SchemaFacts.Follow(schema));
        return MediaTypes.IsText(essence) && !isFile
            ? new AnswerChoice(response, ResponseKind.Text, essence, null, null)
            : new AnswerChoice(response, ResponseKind.File, MediaTypes.IsAny(essence) ? "*/*" : essence, null, null);
    }

    private static AnswerChoice None(ApiResponse response) => new(response, ResponseKind.None, "", null, null);

    // FastAPI describes the envelope of an event: data as text that holds JSON of contentSchema.
    // `itemSchema` is an event with its fields (3.2, "Media Type Object"), and `data` is text in each. What the text holds
    // `contentSchema` says (JSON Schema 2020-12, Validation 8.5). An item without `data` is what `data` holds: so do authors
    // write who know no envelope. A `schema` describes the stream as a whole, of which nothing follows for an event.
    private static AnswerChoice OfEvents(ApiResponse response, ApiMediaType media, string essence)
    {
        AnswerChoice Events(ApiSchema? schema, TypeKind scalar) => new(response, ResponseKind.Events, essence, schema, scalar);

        if (media.ItemSchema is not { } item)
        {
            return Events(null, TypeKind.String);
        }

        ApiSchema followed = SchemaFacts.Follow(item);
        if (followed.Properties.FirstOrDefault(p => p.Name == "data") is not { } data)
        {
            return Events(SchemaFacts.TypesOf(followed) == ApiType.String ? null : item, TypeKind.String);
        }

        ApiSchema content = SchemaFacts.Follow(data.Schema);
        return Events(content.ContentSchema, content.ContentMediaType == "application/json" ? TypeKind.Any : TypeKind.String);
    }

    // What has an `itemSchema` is a stream by its author's intent, also where JSON stands beside it. ASP.NET Core lists
    // text/plain first for answers that it writes as JSON.
    private static int Rank(ApiMediaType media)
    {
        string essence = MediaTypes.Essence(media.Name);
        return media.ItemSchema is not null ? 0
            : essence == "application/json" ? 1
            : MediaTypes.IsJson(essence) ? 2
            : MediaTypes.IsEvents(essence) || MediaTypes.IsLines(essence) ? 3
            : MediaTypes.IsText(essence) ? 4
            : 5;
    }
}
