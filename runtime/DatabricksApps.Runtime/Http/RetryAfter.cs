using System.Net.Http.Headers;

namespace DatabricksApps.Http;

/// <summary>Reads how long an app asks to wait (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private const string Name = "Retry-After";

    /// <summary>Gets it; null: the app does not say it, or names a time that is over, as where two clocks differ.</summary>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : null,

        // More seconds than .NET reads are more than anybody waits.
        _ => headers.NonValidated.TryGetValues(Name, out HeaderStringValues values) && values.ToString() is { Length: > 0 } text && text.All(char.IsAsciiDigit)
            ? TimeSpan.MaxValue
            : null,
    };
}
