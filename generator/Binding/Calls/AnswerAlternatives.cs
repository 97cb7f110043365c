using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>What the answer of one status can be read as: of each kind of content the media type that says most.</summary>
/// <remarks>
/// Three are left out, and told. JSON without a type beside something else says nothing: FastAPI puts <c>application/json:
/// {}</c> beside the media types that an author declares. XML and the like beside JSON with a type are the same value
/// again, as is <c>text/plain</c> with a schema that is no text: so ASP.NET Core lists what it writes as JSON. And of
/// several media types of one kind one is asked for; files alone need no reading, so that all are.
/// </remarks>
internal sealed class AnswerAlternatives
{
    private readonly Dictionary<RepresentationKind, AnswerChoice> _choices = new();

    private AnswerAlternatives(ApiResponse response) => Response = response;

    public ApiResponse Response { get; }

    /// <summary>Gets the kinds of content; none: there is no content.</summary>
    public IReadOnlyCollection<RepresentationKind> Kinds => _choices.Keys;

    /// <summary>Gets the kind that comes first.</summary>
    public RepresentationKind Plain { get; private set; }

    /// <summary>Gets a status without content.</summary>
    public static AnswerAlternatives None(ApiResponse response) => new(response);

    public static AnswerAlternatives Of(ApiResponse response, PreferredMediaTypes preferred, Findings findings)
    {
        AnswerAlternatives alternatives = new(response);

        // 204 and 205 have no content (RFC 9110, 15.3.5, 15.3.6).
        if (response.StatusCode is "204" or "205")
        {
            return alternatives;
        }

        List<AnswerChoice> offered = response.Content
            .OrderBy(media => preferred.RankOf(media.Name))
            .ThenBy(media => media.Name.Length - media.Name.Replace(";", "").Length)
            .ThenBy(media => media.Name, StringComparer.Ordinal)
            .Select(media => AnswerChoice.Of(response, media))
            .ToList();
        AnswerChoice? json = Best(offered.Where(answer => answer.Representation == RepresentationKind.Json), preferred);
        bool isTyped = json is { IsUntyped: false };
        bool hasOther = offered.Any(answer => answer.Representation != RepresentationKind.Json);
        foreach (IGrouping<RepresentationKind, AnswerChoice> kind in offered.Where(IsKept).GroupBy(answer => answer.Representation))
        {
            alternatives._choices.Add(kind.Key, kind.Key == RepresentationKind.File ? Joined(kind) : Best(kind, preferred)!);
        }

        foreach (AnswerChoice answer in offered)
        {
            alternatives.Tell(answer, findings);
        }

        RepresentationKind? first = offered.Where(answer => preferred.Has(answer.Media!.Name)).Select(answer => (RepresentationKind?)answer.Representation).FirstOrDefault();
        alternatives.Plain = first ?? alternatives._choices.Keys.OrderBy(kind => kind).FirstOrDefault();
        return alternatives;

        bool IsKept(AnswerChoice answer) =>
            preferred.Has(answer.Media!.Name)
            || (answer.Representation == RepresentationKind.Json ? isTyped || !hasOther : !isTyped || !IsSameValue(answer, json!));
    }

    /// <summary>Gets what a kind of content is read as; null: the status does not have it.</summary>
    public AnswerChoice? Find(RepresentationKind kind) => _choices.TryGetValue(kind, out AnswerChoice? choice) ? choice : null;

    private static AnswerChoice? Best(IEnumerable<AnswerChoice> answers, PreferredMediaTypes preferred) => answers
        .OrderBy(answer => preferred.RankOf(answer.Media!.Name))
        .ThenBy(answer => answer.IsUntyped || (answer.Representation == RepresentationKind.Stream && answer.Schema is null) ? 1 : 0)
        .ThenBy(answer => MediaTypes.Essence(answer.Media!.Name) is "application/json" or "text/event-stream" ? 0 : 1)
        .FirstOrDefault();

    private static AnswerChoice Joined(IEnumerable<AnswerChoice> files)
    {
        // Anything is accepted at last anyway, and asked for alone it is whatever the app likes best, such as JSON.
        List<string> names = files.Select(file => file.MediaType).Distinct().ToList();
        return files.First() with { MediaType = string.Join(", ", names.Where(name => names.Count == 1 || name != "*/*")) };
    }

    // A text's schema is a text, a file's is binary or none: another one describes the value that JSON has too.
    private static bool IsSameValue(AnswerChoice answer, AnswerChoice json)
    {
        string essence = MediaTypes.Essence(answer.Media!.Name);
        ApiSchema? schema = answer.Media.Schema is { } own ? SchemaFacts.Follow(own) : null;
        bool isOwn = schema is null || SchemaFacts.SaysNothing(schema) || SchemaFacts.TypesOf(schema) == ApiType.String;
        return answer.Kind switch
        {
            ResponseKind.Text => MediaTypes.IsOtherNotation(essence)
                || (essence == "text/plain" && (!isOwn || SchemaFacts.TypesOf(SchemaFacts.Follow(json.Schema!)) == ApiType.String)),
            ResponseKind.File => !isOwn,
            _ => false,
        };
    }

    private void Tell(AnswerChoice answer, Findings findings)
    {
        if (answer.Events.Any(one => one.IsAmbiguous))
        {
            findings.Untyped(answer.Media!.Pointer, $"several alternatives are of one kind of event, so that nothing tells them apart");
        }

        AnswerChoice? taken = Find(answer.Representation);
        if (taken?.Media == answer.Media || (taken is not null && answer.Representation == RepresentationKind.File))
        {
            return;
        }

        AnswerChoice other = taken ?? _choices.OrderBy(choice => choice.Key).First().Value;
        findings.Ignored(
            answer.Media!.Pointer,
            answer.IsUntyped && taken is null
                ? (MessageText)$"no method asks for '{answer.Media.Name}', of which the document says nothing; '{other.Media!.Name}' says more"
                : $"no method asks for '{answer.Media.Name}'; '{other.Media!.Name}' is asked for. MediaTypes of the item changes it");
    }
}
