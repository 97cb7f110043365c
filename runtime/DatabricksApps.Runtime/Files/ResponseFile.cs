using System.Net.Http.Headers;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Makes the file of an answer.</summary>
internal static class ResponseFile
{
    public static AppFile Of(AppRequest request, HttpResponseMessage response, Stream body)
    {
        HttpContentHeaders headers = response.Content.Headers;
        string mediaType = BodyEncoding.MediaTypeOf(response);
        return new AppFile(
            new ResponseStream(body, request, response),
            response,
            FileNameOf(headers.ContentDisposition),
            mediaType.Length == 0 ? null : mediaType,
            headers.ContentLength);
    }

    // RFC 6266 §4.3: the extended name wins.
    private static string? FileNameOf(ContentDispositionHeaderValue? disposition) =>
        FileName.Of(disposition?.FileNameStar) ?? FileName.Of(disposition?.FileName?.Trim('"'));
}
