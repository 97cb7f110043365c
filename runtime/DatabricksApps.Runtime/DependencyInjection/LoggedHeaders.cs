using System.Collections.Frozen;

namespace DatabricksApps.Generated;

/// <summary>Tells which headers logging at Trace may show: those known to hold no secret, since an app can put a key into any other, and echo in the id of a request what it was sent.</summary>
internal static class LoggedHeaders
{
    private static readonly FrozenSet<string> s_shown = new[]
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Age", "Allow", "Cache-Control", "Connection", "Content-Disposition",
        "Content-Encoding", "Content-Language", "Content-Length", "Content-Range", "Content-Type", "Date", "ETag", "Expect", "Expires", "Host",
        "If-Match", "If-Modified-Since", "If-None-Match", "Last-Modified", "Range", "Retry-After", "Server", "Strict-Transport-Security",
        "traceparent", "Transfer-Encoding", "User-Agent", "Vary",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsSecret(string header) => !s_shown.Contains(header);
}
