using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>
/// What the app sends in webhooks and callbacks, and what it wants to be answered: the program that receives such a call
/// reads and writes them by JSON.
/// </summary>
internal static class PayloadChoice
{
    /// <summary>Gets the schemas of calls, and of the calls because of them.</summary>
    public static IEnumerable<SchemaRoot> AllOf(IEnumerable<ApiOperation> calls)
    {
        HashSet<ApiOperation> seen = new();
        Stack<ApiOperation> open = new(calls.Reverse());
        while (open.Count > 0)
        {
            ApiOperation call = open.Pop();
            if (seen.Add(call))
            {
                foreach (SchemaRoot root in Of(call))
                {
                    yield return root;
                }

                foreach (ApiOperation callback in call.Callbacks)
                {
                    open.Push(callback);
                }
            }
        }
    }

    private static IEnumerable<SchemaRoot> Of(ApiOperation call)
    {
        if (call.RequestBody is { } body && SchemaOf(body.Content) is { } payload)
        {
            yield return new SchemaRoot(payload, Direction.Received, call, new[] { "Payload" });
        }

        foreach (ApiResponse response in call.Responses)
        {
            if (SchemaOf(response.Content) is { } answer)
            {
                yield return new SchemaRoot(answer, Direction.Received, call, new[] { "Answer" });
            }
        }
    }

    // The receiver reads JSON. A schema under another media type (`*/*`, a form) still describes members; that of a text or
    // a file does not.
    private static ApiSchema? SchemaOf(IReadOnlyList<ApiMediaType> content)
    {
        List<ApiMediaType> sorted = content
            .OrderBy(c => c.Schema is null || SchemaFacts.SaysNothing(c.Schema) ? 1 : 0)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        ApiMediaType? media = sorted.FirstOrDefault(c => MediaTypes.IsJson(MediaTypes.Essence(c.Name)))
            ?? sorted.FirstOrDefault(c => !MediaTypes.IsText(MediaTypes.Essence(c.Name)));
        return media?.Schema is { } schema && !Formats.IsBinary(SchemaFacts.Follow(schema)) ? schema : null;
    }
}
