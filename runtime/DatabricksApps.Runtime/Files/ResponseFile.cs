using System.Net.Http.Headers;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Makes the file of an answer.</summary>
internal static class ResponseFile
{
    public static AppFile Of(AppRequest request, HttpResponseMessage response, Stream body, CallRecord? record)
    {
        HttpContentHeaders headers = response.Content.Headers;
        string mediaType = BodyEncoding.MediaTypeOf(response);
        return new AppFile(
            new ResponseStream(body, request, response, record),
            response,
            FileNameOf(headers.ContentDisposition),
            mediaType.Length == 0 ? null : mediaType,
            headers.ContentLength);
    }

    // RFC 6266 §4.3: the extended name wins.
    private static string? FileNameOf(ContentDispositionHeaderValue? disposition) => disposition is null ? null
        : NameOf(disposition, header => header.FileNameStar) ?? NameOf(disposition, header => header.FileName?.Trim('"'));

    // .NET decodes a name when it is asked for, and throws where the name says a charset that it does not support.
    private static string? NameOf(ContentDispositionHeaderValue disposition, Func<ContentDispositionHeaderValue, string?> read)
    {
        try
        {
            return FileName.Of(read(disposition));
        }
        catch (Exception exception) when (exception is NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
