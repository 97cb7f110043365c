using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What the data of an event is.</summary>
/// <param name="Event">The kind of event; empty: whatever it is.</param>
/// <param name="Schema">The schema of the JSON that it holds; null: <paramref name="Scalar"/>.</param>
/// <param name="Scalar">What it is without a schema: text or any JSON.</param>
internal sealed record EventChoice(string Event, ApiSchema? Schema, TypeKind Scalar)
{
    /// <summary>Gets whether the document says several things of one kind of event, so that nothing tells which.</summary>
    public bool IsAmbiguous { get; init; }
}

/// <summary>Finds what the data of the events of a <c>text/event-stream</c> is.</summary>
/// <remarks>
/// A schema is the envelope if it names nothing but the fields of an event (WHATWG HTML, 9.2.6) and <c>data</c> among them:
/// so FastAPI and ASP.NET Core describe it. Then <c>data</c> is meant, which is text on the wire; what the text holds
/// <c>contentSchema</c> says (JSON Schema 2020-12, Validation 8.5), or its own type where that is none of text. Any other
/// schema is what <c>data</c> holds: so do authors write who know no envelope. Alternatives of an envelope that each name
/// their <c>event</c> say what the data of each kind of event is (3.2, "Server-Sent Event Streams").
/// </remarks>
internal static class EventData
{
    private const string Unnamed = "message";

    public static AnswerChoice Of(ApiResponse response, ApiMediaType media, string accept)
    {
        IReadOnlyList<EventChoice> events = Of(media);
        return new AnswerChoice(response, media, ResponseKind.Events, accept, events[0].Schema, events[0].Scalar) { Events = events };
    }

    private static IReadOnlyList<EventChoice> Of(ApiMediaType media)
    {
        if (StreamItems.Of(media) is not { } item)
        {
            return new[] { new EventChoice("", null, TypeKind.String) };
        }

        ApiSchema followed = SchemaFacts.Follow(item);
        IReadOnlyList<ApiProperty> members = ObjectParts.Collect(followed).Properties;
        List<IReadOnlyList<ApiProperty>> alternatives = SchemaFacts.Branches(followed)
            .Select(branch => (IReadOnlyList<ApiProperty>)ObjectParts.Collect(SchemaFacts.Follow(branch)).Properties.Concat(members).ToList())
            .ToList();
        if (alternatives.Any(alternative => IsEnvelope(alternative, media))
            && alternatives.All(alternative => IsEnvelope(alternative, media) || IsEventWithoutData(alternative)))
        {
            List<EventChoice> events = alternatives.SelectMany(Named).ToList();
            return events.Select(e => e.Event).Distinct(StringComparer.Ordinal).Count() == events.Count
                ? events
                : new[] { new EventChoice("", null, events.Any(e => e.Schema is null && e.Scalar == TypeKind.String) ? TypeKind.String : TypeKind.Any) { IsAmbiguous = true } };
        }

        return new[] { IsEnvelope(members, media) ? Data("", members) : IsText(followed) ? new EventChoice("", null, TypeKind.String) : new EventChoice("", item, TypeKind.String) };
    }

    private static IEnumerable<EventChoice> Named(IReadOnlyList<ApiProperty> members)
    {
        ApiSchema? name = members.FirstOrDefault(p => p.Name == "event") is { } member ? SchemaFacts.Follow(member.Schema) : null;
        List<string> values = (name?.Const is { } constant ? new[] { constant } : name?.Enum ?? Array.Empty<ApiValue>())
            .Select(value => value.Node?.ToString() ?? "")
            .Where(value => value.Length > 0)
            .ToList();
        return values.DefaultIfEmpty(Unnamed).Select(value => Data(value, members));
    }

    private static EventChoice Data(string name, IReadOnlyList<ApiProperty> members)
    {
        if ((members.FirstOrDefault(p => p.Name == "data") ?? members.FirstOrDefault(p => p.Name == "Data"))?.Schema is not { } data)
        {
            return new EventChoice(name, null, TypeKind.String);
        }

        ApiSchema content = SchemaFacts.Follow(data);
        return content.ContentSchema is { } held ? new EventChoice(name, held, TypeKind.Any)
            : content.ContentMediaType == "application/json" ? new EventChoice(name, null, TypeKind.Any)
            : IsText(content) || SchemaFacts.SaysNothing(content) ? new EventChoice(name, null, TypeKind.String)
            : new EventChoice(name, data, TypeKind.Any);
    }

    // In `itemSchema` 3.2 describes an event, so that `data` alone tells it.
    private static bool IsEnvelope(IReadOnlyList<ApiProperty> members, ApiMediaType media) =>
        IsSseItem(members)
        || (members.Any(p => p.Name == "data") && (media.ItemSchema is not null || members.All(IsField)));

    // Such as a ping, among others that have data.
    private static bool IsEventWithoutData(IReadOnlyList<ApiProperty> members) => members.Any(p => p.Name == "event") && members.All(IsField);

    private static bool IsField(ApiProperty property) =>
        property.Name is "data" or "event" or "id" or "retry" or "comment" or "eventType" or "eventId" or "reconnectionInterval";

    // ASP.NET Core's SseItem<T> has the names of its members, in Pascal case where the app keeps them so. Two of them alone
    // may be anybody's.
    private static bool IsSseItem(IReadOnlyList<ApiProperty> members) =>
        members.Any(p => p.Name == "Data")
        && members.Any(p => p.Name == "ReconnectionInterval")
        && members.All(p => p.Name is "Data" or "EventType" or "EventId" or "ReconnectionInterval");

    private static bool IsText(ApiSchema schema) => SchemaFacts.TypesOf(schema) == ApiType.String && schema.Enum is null && schema.Const is null;
}
