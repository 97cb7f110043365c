using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What the answer of one successful status is read as.</summary>
/// <param name="Response">The response.</param>
/// <param name="Media">The media type that the document offers; null where there is no content.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="MediaType">What the client says that it accepts; empty where nothing is read.</param>
/// <param name="Schema">The schema of what is read; null: <paramref name="Scalar"/>.</param>
/// <param name="Scalar">What is read without a schema; null: nothing with a type.</param>
internal sealed record AnswerChoice(
    ApiResponse Response, ApiMediaType? Media, ResponseKind Kind, string MediaType, ApiSchema? Schema, TypeKind? Scalar)
{
    /// <summary>Gets, of events, what their data is; several: it depends on the kind of event.</summary>
    public IReadOnlyList<EventChoice> Events { get; init; } = Array.Empty<EventChoice>();

    /// <summary>Gets what the value is in the call, in words.</summary>
    public IReadOnlyList<string> Roles => Kind is ResponseKind.Events or ResponseKind.Lines ? new[] { "Response", "Item" } : new[] { "Response" };

    /// <summary>Gets which way of asking for an answer reads it.</summary>
    public RepresentationKind Representation => Kind switch
    {
        ResponseKind.Events or ResponseKind.Lines => RepresentationKind.Stream,
        ResponseKind.File => RepresentationKind.File,
        ResponseKind.Text => RepresentationKind.Text,
        _ => RepresentationKind.Json,
    };

    /// <summary>Gets whether the document says no more than that there is JSON.</summary>
    public bool IsUntyped => Kind == ResponseKind.Json && (Schema is null || SchemaFacts.SaysNothing(Schema));

    /// <summary>Tells that a status has no content.</summary>
    public static AnswerChoice None(ApiResponse response) => new(response, null, ResponseKind.None, "", null, null);

    /// <summary>Decides how a media type of an answer is read.</summary>
    public static AnswerChoice Of(ApiResponse response, ApiMediaType media)
    {
        string essence = MediaTypes.Essence(media.Name);
        string accept = MediaTypes.OnWire(media.Name);
        if (MediaTypes.IsEvents(essence))
        {
            return EventData.Of(response, media, accept);
        }

        if (MediaTypes.IsSequence(essence))
        {
            return new AnswerChoice(response, media, ResponseKind.Lines, accept, StreamItems.Of(media), TypeKind.Any);
        }

        // No notation has a place for a binary string: then the content itself is meant, JSON or not. So is what 2.0 calls
        // a file, whatever `produces` says, and a text such as text/csv that is meant to be saved, not read.
        if (media.Schema is { } schema && Formats.IsBinary(SchemaFacts.Follow(schema)))
        {
            return new AnswerChoice(response, media, ResponseKind.File, accept, null, null);
        }

        // `*/*` is what springdoc writes for an app that has named no media type.
        if (MediaTypes.IsJson(essence) || (MediaTypes.IsAny(essence) && media.Schema is not null))
        {
            return new AnswerChoice(
                response, media, ResponseKind.Json, MediaTypes.IsAny(essence) ? "application/json" : accept, media.Schema, TypeKind.Any);
        }

        return MediaTypes.IsText(essence)
            ? new AnswerChoice(response, media, ResponseKind.Text, accept, null, null)
            : new AnswerChoice(response, media, ResponseKind.File, MediaTypes.IsAny(essence) ? "*/*" : accept, null, null);
    }
}
