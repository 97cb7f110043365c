using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Explains a body that could not be read as the JSON that was promised.</summary>
internal static class JsonFailure
{
    private const string OtherVersion =
        "the document is not the one of the app's present version, or the route leaves values out (response_model_exclude_unset, response_model_exclude_none).";

    private const string Refresh = "Refresh the document from the app, or give the route a response model that fits.";

    /// <summary>Tells the exceptions that mean that a body does not fit.</summary>
    public static bool IsMisfit(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or OverflowException or ArgumentException
        && exception is not ObjectDisposedException;

    /// <summary>Makes the exception of a whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer.</param>
    /// <param name="body">The body in UTF-8.</param>
    /// <param name="position">How far the reader came.</param>
    /// <param name="cause">What the reader threw.</param>
    public static AppException Of(
        AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, long position, Exception cause)
    {
        JsonFault? fault = cause as JsonFault;
        fault?.HideSent(request);
        Explanation explanation =
            body.Trim(" \t\r\n"u8).IsEmpty ? Empty()
            : IsHtml(response, body) ? Html(request, response, body)
            : fault is not null ? Misfit(fault.JsonPath, fault.Cause)
            : IsCut(body) ? CutShort(JsonPathFinder.Find(body, long.MaxValue))
            : cause is JsonException && !IsValid(body) ? Broken(JsonPathFinder.Find(body, long.MaxValue))
            : Misfit(JsonPathFinder.Find(body, position), cause.Message);
        return Failure.Of(request, response, explanation, Failure.BodyText(request, body), cause);
    }

    /// <summary>Tells whether a body is a page.</summary>
    public static bool IsHtml(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        BodyEncoding.MediaTypeOf(response).StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
        || body.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>Tells whether a body begins as a whole HTML document does; a piece of HTML is a text like others.</summary>
    public static bool IsPage(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(" \t\r\n"u8);
        while (body.StartsWith("<!--"u8) && body.IndexOf("-->"u8) is int end and > 0)
        {
            body = body[(end + 3)..].TrimStart(" \t\r\n"u8);
        }

        return Begins(body, "<!doctype"u8) || Begins(body, "<html"u8);
    }

    /// <summary>Explains a page where something else was promised.</summary>
    public static Explanation Html(AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        string status = $"the app answered {(int)response.StatusCode} with an HTML page where the document promises another type";
        string page = Encoding.UTF8.GetString(body.Length > 4096 ? body[..4096] : body);
        bool isLogin = page.Contains("/oidc/", StringComparison.Ordinal)
            || page.Contains("/.auth/", StringComparison.Ordinal)
            || page.Contains("login", StringComparison.OrdinalIgnoreCase)
            || page.Contains("sign in", StringComparison.OrdinalIgnoreCase);
        return isLogin
            ? SignIn.Explain(request, status + ": a login page")
            : new(AppErrorReason.UnexpectedContent, status,
                "the path belongs to the app's web pages (a single-page app answers every path with its start page), or a proxy answered in the app's place.",
                "Check the base address and that the route lies below /api/.");
    }

    private static bool Begins(ReadOnlySpan<byte> body, ReadOnlySpan<byte> start) =>
        body.Length >= start.Length && Ascii.EqualsIgnoreCase(body[..start.Length], start);

    private static Explanation Empty() => new(
        AppErrorReason.UnexpectedContent,
        "the answer is empty where JSON was promised",
        "the route returns nothing in this case, which the document does not say.",
        "Declare the empty answer in the app (status_code=204 in responses), and refresh the document.");

    private static Explanation Misfit(string path, string what) => new(
        AppErrorReason.UnexpectedValue,
        $"the answer does not fit the document at {path}: {what}",
        what.Contains("response_model", StringComparison.Ordinal) ? null : OtherVersion,
        Refresh);

    private static Explanation CutShort(string path) => new(
        AppErrorReason.InvalidJson,
        $"the answer's JSON ends in the middle, at {path}",
        "the app stopped or failed while it answered.",
        "Call again, and look for the request in the app's logs (databricks apps logs NAME).");

    private static Explanation Broken(string path) => new(
        AppErrorReason.InvalidJson,
        $"the answer is not valid JSON at {path}",
        "the route writes its own text instead of JSON (NaN and Infinity are not JSON either).",
        "Look at the exception's Body, and at the route in the app.");

    // JSON that is cut has no error before its end: as the first block of more to come it is fine.
    private static bool IsCut(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            return !IsValid(body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Tells whether a text is complete JSON.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
