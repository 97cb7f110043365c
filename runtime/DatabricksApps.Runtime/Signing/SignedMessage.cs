using System.Net.Http.Headers;

namespace DatabricksApps.Signing;

/// <summary>
/// The message that is signed and sent in the place of one that handlers of the user still hold, and may write down while it
/// is under way.
/// </summary>
internal static class SignedMessage
{
    public static HttpRequestMessage Of(HttpRequestMessage request)
    {
        HttpRequestMessage message = new(request.Method, request.RequestUri)
        {
            Content = request.Content,
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach (KeyValuePair<string, HeaderStringValues> header in request.Headers.NonValidated)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        foreach (KeyValuePair<string, object?> option in request.Options)
        {
            message.Options.Set(new HttpRequestOptionsKey<object?>(option.Key), option.Value);
        }

        return message;
    }

    /// <summary>Makes the answer one to the message that the handlers know, which learns where it went.</summary>
    public static void Return(HttpRequestMessage request, HttpRequestMessage sent, HttpResponseMessage response)
    {
        if (!ReferenceEquals(request, sent) && ReferenceEquals(response.RequestMessage, sent))
        {
            request.RequestUri = sent.RequestUri;
            response.RequestMessage = request;
        }
    }
}
