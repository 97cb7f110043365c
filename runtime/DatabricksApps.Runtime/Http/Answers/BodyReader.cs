using System.Globalization;
using System.Runtime.CompilerServices;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads a body into one pooled buffer.</summary>
internal static class BodyReader
{
    private const int DefaultCapacity = 4096;
    private const int LargestTrusted = 1024 * 1024;

    /// <summary>Reads a body whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="cancellationToken">The time for the body.</param>
    /// <param name="opened">The body, if it was opened already; else it is opened.</param>
    /// <exception cref="AppException">The body is larger than the limit.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBuffer> ReadAsync(
        AppRequest request, HttpResponseMessage response, long limit, CancellationToken cancellationToken, Stream? opened = null)
    {
        PooledBuffer body = new(DefaultCapacity);
        try
        {
            Stream stream = opened ?? await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            bool isMeasured = false;
            while (true)
            {
                int count = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                body.Advance(count);

                // Most bodies are small: only of one that fills the first buffer is the header looked up that tells its length.
                if (!isMeasured && body.WrittenCount >= DefaultCapacity)
                {
                    isMeasured = true;
                    Measure(request, response, limit, body);
                }

                if (body.WrittenCount > limit)
                {
                    throw TooLarge(request, response, limit);
                }
            }

            if (BodyEncoding.ToUtf8(response, body) is { } charset && !JsonFailure.IsHtml(response, body.WrittenSpan))
            {
                throw UnknownCharset(request, response, charset);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads the start of a body: as far as it comes before it is cut, or the time runs out.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="limit">How much is read.</param>
    /// <param name="time">The time for the body.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static async ValueTask<PooledBuffer> ReadStartAsync(
        HttpResponseMessage response, int limit, CancellationToken time, CancellationToken cancellationToken)
    {
        PooledBuffer body = new(DefaultCapacity);
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(time).ConfigureAwait(false);
            int count = 1;
            while (count > 0 && body.WrittenCount < limit)
            {
                count = await stream.ReadAsync(body.GetMemory(), time).ConfigureAwait(false);
                body.Advance(count);
            }
        }
        catch (Exception exception) when (IsBreak(exception) && !cancellationToken.IsCancellationRequested)
        {
            // The status is what matters of an error; a body that is cut, or stalls, is shown as far as it came.
        }
        catch
        {
            body.Dispose();
            throw;
        }

        BodyEncoding.ToUtf8(response, body);
        return body;
    }

    private static bool IsBreak(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException or OperationCanceledException;

    // The parsed header would be one more object; a handler that computes the length sets none.
    private static long? LengthOf(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : null;

    // One byte more than announced, so that the read that finds the end needs no larger buffer. A length is believed
    // up to a point: an app that announces much and sends little must not cost much.
    private static void Measure(AppRequest request, HttpResponseMessage response, long limit, PooledBuffer body)
    {
        if (LengthOf(response) is not { } length)
        {
            return;
        }

        if (length > limit)
        {
            throw TooLarge(request, response, limit);
        }

        body.GetMemory((int)Math.Max(1, Math.Min(length + 1, LargestTrusted) - body.WrittenCount));
    }

    private static AppException UnknownCharset(AppRequest request, HttpResponseMessage response, string charset) => Failure.Of(
        request,
        response,
        new Explanation(
            AppErrorReason.UnexpectedContent,
            $"the answer is in the charset '{charset}', which this program has no decoder for",
            null,
            "Let the app answer in UTF-8, or register the charset: Encoding.RegisterProvider(CodePagesEncodingProvider.Instance)."));

    private static AppException TooLarge(AppRequest request, HttpResponseMessage response, long limit) => Failure.Of(
        request,
        response,
        new Explanation(
            AppErrorReason.ResponseTooLarge,
            string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {limit:N0} bytes"),
            "the route returns everything at once.",
            "Ask for less (a filter, pages), or raise DatabricksAppOptions.MaxResponseBytes."));
}
