using System.Globalization;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Explains the break of a stream: always with the number of items that came before.</summary>
internal static class StreamFailure
{
    /// <summary>Translates what reading or parsing an item threw.</summary>
    /// <returns>What to throw; null: the exception as it is.</returns>
    public static Exception? Translate(
        Exception exception, AppRequest request, HttpResponseMessage response, long count, long limit, CancellationToken cancellationToken)
    {
        string after = After(count);
        if (exception is ItemTooLargeException)
        {
            return Failure.Of(request, response, new Explanation(
                AppErrorReason.ResponseTooLarge,
                string.Create(CultureInfo.InvariantCulture, $"an item of the stream is larger than {limit:N0} bytes, {after}"),
                "the route sends no line ends, or very large items.",
                "Send smaller items, or raise DatabricksAppOptions.MaxResponseBytes."));
        }

        if (JsonFailure.IsMisfit(exception))
        {
            JsonFault? fault = exception as JsonFault;
            fault?.HideSent(request);
            string what = fault is not null ? $"at {fault.JsonPath}: {fault.Cause}" : $": {exception.Message}";
            return Failure.Of(request, response, new Explanation(
                AppErrorReason.UnexpectedValue,
                $"an item of the stream does not fit the document, {after} {what}",
                BodyEncoding.UnknownCharsetOf(response) is { } charset
                    ? $"it is in the charset '{charset}', which this program has no decoder for."
                    : "the document is not the one of the app's present version.",
                "Refresh the document from the app."), cause: exception);
        }

        return TransportFailure.Translate(exception, request, response, null, after, cancellationToken);
    }

    /// <summary>Makes the exception of a last line that has no end and is no value.</summary>
    public static AppException CutItem(AppRequest request, HttpResponseMessage response, long count) =>
        (AppException)TransportFailure.Translate(
            new IOException("The last line is not complete."), request, response, null, After(count), CancellationToken.None)!;

    private static string After(long count) =>
        count == 1 ? "after 1 item" : string.Create(CultureInfo.InvariantCulture, $"after {count} items");
}
