using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Signing;

/// <summary>Whose call it is, where the call itself says so (<see cref="AppRequestOptions.TokenProvider"/>).</summary>
internal static class CallIdentity
{
    private const string Option = $"{nameof(AppRequestOptions)}.{nameof(AppRequestOptions.TokenProvider)}";

    // Of what runs within the sending of a call that has an identity of its own.
    private static readonly AsyncLocal<Sending?> s_sending = new();

    /// <summary>Hands the identity of a call to its request. The first counts: options are objects that change, and a stream is sent when it is read.</summary>
    public static void Take(AppRequest request, AppRequestOptions? options)
    {
        if (options?.TokenProvider is { } provider && request.Identity is null)
        {
            request.Identity = new CallbackTokenSource(provider, Option);
        }
    }

    /// <summary>Throws where nobody would sign as the call says.</summary>
    public static void CheckIsSigned(AppRequest request, bool isSigning)
    {
        if (!isSigning && request.Identity is not null)
        {
            throw new InvalidOperationException(FailureText.Of(
                $"{request.Method} {request.Route}: nothing was sent: the call has an identity of its own ({Option}), and the client was made with an HttpClient, " +
                "which is used as it is and signs nothing",
                null,
                "make the client with Create or Add…Client, which sign each call as it says; or let a DatabricksAppHandler of that HttpClient sign, by its own TokenProvider."));
        }
    }

    /// <summary>Sends a call through handlers of the user's, which may send copies of it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, AppRequest request, CancellationToken cancellationToken)
    {
        Sending sending = new() { Address = request.SentUri };
        s_sending.Value = sending;
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // What a handler has started meanwhile may go on.
            sending.Address = null;
        }
    }

    /// <summary>Throws for a message of which is not known that it is no copy of a call with an identity of its own.</summary>
    /// <exception cref="AppException">It may be one, and would be signed as somebody else.</exception>
    public static void CheckIsNoCopy(Origin origin)
    {
        if (s_sending.Value?.Address is { } sent && origin.Contains(sent))
        {
            throw new AppException(
                FailureText.Of(
                    $"Nothing was sent: a handler of the HttpClient sends another message in place of a call that has an identity of its own ({Option}), and it does not " +
                    "say which call it is of, so that it would be signed as somebody else",
                    null,
                    "let the handler send the message itself, or copy its Options too."),
                AppErrorReason.SignInFailed);
        }
    }

    private sealed class Sending
    {
        /// <summary>Gets or sets where the call goes; null: it has its answer.</summary>
        public Uri? Address { get; set; }
    }
}
