using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Decides which methods an operation has: one for each kind of content that its successes offer.</summary>
/// <remarks>
/// A caller of <c>ChatAsync</c> wants a value, one of <c>ChatStreamAsync</c> its pieces, and which of the two an app sends
/// the <c>Accept</c> header says, so that each is a method with its own. The first status that has content gives the plain
/// name: to JSON, else to its stream, text or file. What a lock knows
/// by the plain name keeps it.
/// </remarks>
internal static class Representations
{
    /// <param name="operation">The operation.</param>
    /// <param name="known">The kind that a lock knows the plain name of; empty: none.</param>
    /// <param name="preferred">The media types that the item names.</param>
    /// <param name="findings">Takes what the user should know.</param>
    public static IReadOnlyList<Representation> AllOf(ApiOperation operation, string known, PreferredMediaTypes preferred, Findings findings)
    {
        // The answer to HEAD has no content, whatever the document declares (RFC 9110, 9.3.2).
        List<AnswerAlternatives> successes = Successes(operation)
            .Select(response => operation.Method == "HEAD" ? AnswerAlternatives.None(response) : AnswerAlternatives.Of(response, preferred, findings))
            .ToList();
        List<RepresentationKind> kinds = successes.SelectMany(success => success.Kinds).Distinct().ToList();
        if (kinds.Count == 0)
        {
            return new[] { new Representation(RepresentationKind.Json, true, successes.Select(success => AnswerChoice.None(success.Response)).ToList()) };
        }

        // Beside a status with JSON, one with text alone is a value too: both are one result.
        bool isTextValue = kinds.Contains(RepresentationKind.Json)
            && successes.All(success => success.Kinds.Count == 1 || !success.Kinds.Contains(RepresentationKind.Text))
            && kinds.Remove(RepresentationKind.Text);
        RepresentationKind first = successes.First(success => success.Kinds.Count > 0).Plain;
        RepresentationKind plain = isTextValue && first == RepresentationKind.Text ? RepresentationKind.Json : first;
        plain = kinds.Where(kind => Representation.WordOf(kind) == known).DefaultIfEmpty(plain).First();
        return kinds
            .OrderBy(kind => kind == plain ? 0 : 1)
            .ThenBy(kind => kind)
            .Select(kind => Of(kind, kind == plain, isTextValue, successes))
            .ToList();
    }

    // Without a 2xx, "default" is what a success looks like; a document that has none promises nothing. The exact code counts
    // before a range (OpenAPI, "Responses Object").
    private static IEnumerable<ApiResponse> Successes(ApiOperation operation)
    {
        List<ApiResponse> successes = operation.Responses
            .Where(r => StatusRange.Of(r.StatusCode) is { First: >= 200, Last: < 300 })
            .OrderBy(r => Width(r))
            .ThenBy(r => r.StatusCode, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return successes.Count > 0 ? successes : operation.Responses.Where(r => r.StatusCode == "default" && r.Content.Count > 0);
    }

    private static int Width(ApiResponse response) => StatusRange.Of(response.StatusCode) is { } range ? range.Last - range.First : 0;

    private static Representation Of(RepresentationKind kind, bool isPlain, bool isTextValue, IReadOnlyList<AnswerAlternatives> successes)
    {
        List<AnswerChoice> answers = new();
        List<ElsewhereChoice> elsewhere = new();
        foreach (AnswerAlternatives success in successes)
        {
            AnswerChoice? answer = success.Kinds.Count == 0 ? AnswerChoice.None(success.Response)
                : success.Find(kind) ?? (isTextValue && kind == RepresentationKind.Json ? success.Find(RepresentationKind.Text) : null);
            if (answer is not null)
            {
                answers.Add(answer);
            }
            else if (StatusRange.Of(success.Response.StatusCode) is { } range)
            {
                RepresentationKind reader = isTextValue && success.Plain == RepresentationKind.Text ? RepresentationKind.Json : success.Plain;
                elsewhere.AddRange(StatusRange.Without(range, Codes(answers)).Select(part => new ElsewhereChoice(part.First, part.Last, reader)));
            }
        }

        return new Representation(kind, isPlain, answers) { Elsewhere = elsewhere };
    }

    private static IEnumerable<int> Codes(IEnumerable<AnswerChoice> answers) => answers
        .Select(answer => StatusRange.Of(answer.Response.StatusCode))
        .Where(range => range is { } r && r.First == r.Last)
        .Select(range => range!.Value.First);
}
