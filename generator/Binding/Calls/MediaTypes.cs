using System;

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

    // Any `+json` is JSON with more meaning (RFC 6839, 3.1), such as problem+json; ASP.NET Core writes text/json beside
    // application/json. Spring's stream+json is the one exception: lines of JSON.
    public static bool IsJson(string essence) =>
        essence is "application/json" or "text/json"
        || (essence.EndsWith("+json", StringComparison.Ordinal) && essence != "application/stream+json");

    public static bool IsForm(string essence) => essence == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string essence) => essence.StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsEvents(string essence) => essence == "text/event-stream";

    /// <summary>Tells whether each line of a body is a JSON value.</summary>
    public static bool IsLines(string essence) => essence is
        "application/jsonl" or "application/x-jsonl" or "application/jsonlines" or "application/x-jsonlines"
        or "application/ndjson" or "application/x-ndjson" or "application/stream+json" or "application/json-lines";

    // XML and YAML are text here: their schemas describe what a parser would make of them, and a client has none.
    public static bool IsText(string essence) =>
        (essence.StartsWith("text/", StringComparison.Ordinal) && !IsEvents(essence) && essence != "text/json")
        || essence is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript"
        || essence.EndsWith("+xml", StringComparison.Ordinal);

    public static bool IsAny(string essence) => essence is "*/*" or "application/*" or "";
}
