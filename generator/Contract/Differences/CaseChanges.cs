using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what tells the cases of an answer apart: of successes their statuses, of a stream its kinds of events.</summary>
internal static class CaseChanges
{
    /// <summary>Tells what is read as another case; null: nothing is. A case that is new or gone its union tells.</summary>
    public static Change? Of(Fact before, Fact after, string owner)
    {
        Dictionary<string, string> statuses = CasesOf(before, "status="), nowStatuses = CasesOf(after, "status=");
        if (Other(statuses, nowStatuses) is { } status)
        {
            return new Change("response.cases", before, after, $"{owner} gives {nowStatuses[status]} with {status} now, was {statuses[status]}");
        }

        Dictionary<string, string> events = CasesOf(before, "event="), nowEvents = CasesOf(after, "event=");
        string? changed = Other(events, nowEvents);
        string? gone = events.Keys.FirstOrDefault(name => !nowEvents.ContainsKey(name) && nowEvents.ContainsValue(events[name]));
        string? added = nowEvents.Keys.FirstOrDefault(name => !events.ContainsKey(name) && events.ContainsValue(nowEvents[name]));
        return changed is not null ? new Change("response.events", before, after, $"{owner} gives {nowEvents[changed]} as the event '{changed}' now, was {events[changed]}")
            : added is not null ? new Change("response.events", before, after, $"{owner} gives {nowEvents[added]} as the event '{added}' now")
            : gone is not null ? new Change("response.events", before, after, $"{owner} gives no event '{gone}' any more")
            : null;
    }

    private static string? Other(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.FirstOrDefault(name => after.TryGetValue(name, out string? type) && type != before[name]);

    // Names of events may have colons, types have one with their format alone: string:date.
    private static Dictionary<string, string> CasesOf(Fact answer, string start)
    {
        Dictionary<string, string> cases = new(StringComparer.Ordinal);
        foreach (string word in answer.Words.Where(word => word.StartsWith(start, StringComparison.Ordinal)).Select(word => word.Substring(start.Length)))
        {
            if (word.IndexOf(':') is > 0 and int colon)
            {
                cases[word.Substring(0, colon)] = word.Substring(colon + 1);
            }
        }

        return cases;
    }
}
