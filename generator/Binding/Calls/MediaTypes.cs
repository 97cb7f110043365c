using System;
using System.Linq;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Sorts media types by what a client does with them.</summary>
internal static class MediaTypes
{
    /// <summary>Gets a media type without parameters, in lower case.</summary>
    /// <remarks>Case means nothing in it (RFC 9110, 8.3.1), and a <c>charset</c> does not change what a body is.</remarks>
    public static string Essence(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim().ToLowerInvariant();
    }

    /// <summary>Gets a media type as it is sent and asked for.</summary>
    /// <remarks>
    /// A parameter such as <c>version=2</c> is part of what the app offers. Two are not: JSON has no charset (RFC 8259, 11)
    /// and a text's is the runtime's, as is the boundary of a multipart body.
    /// </remarks>
    public static string OnWire(string mediaType)
    {
        string[] parameters = mediaType.Split(';').Skip(1).Select(p => p.Trim())
            .Where(p => p.Length > 0 && !IsNamed(p, "charset") && !IsNamed(p, "boundary"))
            .ToArray();
        return string.Join("; ", new[] { Essence(mediaType) }.Concat(parameters));
    }

    // Any `+json` is JSON with more meaning (RFC 6839, 3.1), such as problem+json; ASP.NET Core writes text/json beside
    // application/json. Spring's stream+json is the one exception: lines of JSON.
    public static bool IsJson(string essence) =>
        essence is "application/json" or "text/json"
        || (essence.EndsWith("+json", StringComparison.Ordinal) && essence != "application/stream+json");

    public static bool IsForm(string essence) => essence == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string essence) => essence.StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsEvents(string essence) => essence == "text/event-stream";

    /// <summary>Tells whether a body is a sequence of JSON values: one on each line, or each after a record separator.</summary>
    /// <remarks>None of the names for lines is registered, so that there are many; <c>json-seq</c> is RFC 7464, with suffix RFC 8091.</remarks>
    public static bool IsSequence(string essence)
    {
        string subtype = essence.Substring(essence.IndexOf('/') + 1);
        string format = subtype.Substring(subtype.LastIndexOf('+') + 1);
        return essence == "application/stream+json"
            || (format.StartsWith("x-", StringComparison.Ordinal) ? format.Substring(2) : format)
                is "jsonl" or "jsonlines" or "json-lines" or "ndjson" or "json-seq";
    }

    /// <summary>Tells whether a body is the same value as JSON, in a notation that needs a parser of its own.</summary>
    public static bool IsOtherNotation(string essence) =>
        essence is "application/xml" or "text/xml" or "application/yaml" or "application/x-yaml" or "text/yaml" or "text/x-yaml"
        || essence.EndsWith("+xml", StringComparison.Ordinal)
        || essence.EndsWith("+yaml", StringComparison.Ordinal);

    // XML and YAML are text here: their schemas describe what a parser would make of them, and a client has none. So is what
    // a person reads in application/.
    public static bool IsText(string essence) =>
        (essence.StartsWith("text/", StringComparison.Ordinal) && !IsEvents(essence) && !IsSequence(essence) && essence != "text/json")
        || IsOtherNotation(essence)
        || essence is "application/javascript" or "application/graphql" or "application/sql";

    public static bool IsAny(string essence) => essence is "*/*" or "application/*" or "";

    private static bool IsNamed(string parameter, string name) =>
        parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase) && parameter.Substring(name.Length).TrimStart().StartsWith("=", StringComparison.Ordinal);
}
