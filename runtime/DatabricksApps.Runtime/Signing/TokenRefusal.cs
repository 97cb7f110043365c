using System.Net;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps.Signing;

/// <summary>Tells whether an answer means that the front door refused the token, so that another one may help.</summary>
internal static class TokenRefusal
{
    // The front door's own text is a few words.
    private const int LongestText = 4096;

    /// <summary>
    /// Tells so of 401 unless it is about the network, of a redirect to a sign-in, and of 403 with <c>Invalid Token</c> or other words of the workspace on the token; another 403 is about the
    /// caller, whatever the token.
    /// </summary>
    public static async ValueTask<bool> IsOfAsync(HttpResponseMessage response, Uri sent, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => !await SaysAsync(response, text => WorkspaceWords.OfNetwork(text) is not null, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.Forbidden => await SaysAsync(response, text => WorkspaceWords.OfToken(text) is not null, cancellationToken).ConfigureAwait(false),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
                response.Headers.Location is { } location && Uri.TryCreate(sent, location, out Uri? target) && RedirectExplanation.IsLogin(target),
            _ => false,
        };

    private static async ValueTask<bool> SaysAsync(HttpResponseMessage response, Func<string, bool> isSaid, CancellationToken cancellationToken)
    {
        HttpContent content = response.Content;
        bool isShort = content.Headers.ContentLength is { } length
            ? length <= LongestText
            : content.Headers.ContentType?.MediaType is "text/plain" or "application/json";
        if (!isShort)
        {
            return false;
        }

        // By its bytes: the words are ASCII in whatever charset the answer says, and no charset can make this fail.
        ReadOnlyMemory<byte> start = await PeekedContent.PeekAsync(response, LongestText, cancellationToken).ConfigureAwait(false);
        return isSaid(Encoding.Latin1.GetString(start.Span));
    }
}
