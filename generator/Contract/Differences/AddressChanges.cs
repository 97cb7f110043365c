using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>Compares what of an operation goes to another place on the wire while its method stays.</summary>
internal static class AddressChanges
{
    // One of several that a caller may choose among has a question mark.
    private static readonly string[] s_keys = { "key=", "key?=" };

    private static readonly string[] s_places = { "@header:", "@query:", "@cookie:" };

    public static IEnumerable<Change> Of(Fact before, Fact after)
    {
        string was = before.Get("root") ?? "/", isNow = after.Get("root") ?? "/";
        if (was != isNow)
        {
            yield return new Change("operation.root", before, after, $"{after.Owner} is below {isNow} now, was below {was}");
        }

        foreach (string key in Keys(after))
        {
            string scheme = SchemeOf(key);
            if (Keys(before).FirstOrDefault(other => SchemeOf(other) == scheme) is { } former && PlaceOf(former) is { } old && PlaceOf(key) is { } place && old != place)
            {
                yield return new Change("security.key.moved", before, after, $"{after.Owner} takes the API key {scheme} as the {place} now, was the {old}");
            }
        }
    }

    /// <summary>Gets the name of a scheme, without the place of its key.</summary>
    public static string SchemeOf(string key) => key.Substring(0, PlaceAt(key));

    private static IEnumerable<string> Keys(Fact fact) =>
        from word in fact.Words
        from start in s_keys
        where word.StartsWith(start, StringComparison.Ordinal)
        select word.Substring(start.Length);

    private static string? PlaceOf(string key)
    {
        int at = PlaceAt(key);
        return at == key.Length ? null : key.Substring(at + 1).Replace(":", " ");
    }

    private static int PlaceAt(string key) => s_places.Max(place => key.LastIndexOf(place, StringComparison.Ordinal)) is >= 0 and int at ? at : key.Length;
}
