using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DatabricksApps.Auth;

/// <summary>Lets the user sign in in the browser, which returns to a port of the loopback interface (RFC 8252 §7.3).</summary>
/// <param name="request">What sends to the token endpoint.</param>
/// <param name="endpoint">The authorization endpoint.</param>
/// <param name="clientId">The OAuth client.</param>
/// <param name="scopes">The scopes to ask for.</param>
/// <param name="port">The port to return to; null: the first free one that the client may use.</param>
/// <param name="context">What opens the browser, and the clock.</param>
internal sealed class BrowserSignIn(
    TokenRequest request, Uri endpoint, string clientId, IReadOnlyList<string> scopes, string? port, CredentialContext context)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public async ValueTask<TokenSet> SignInAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(s_limit, context.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using LoopbackCallback callback = LoopbackCallback.Listen(port is null ? null : int.Parse(port, CultureInfo.InvariantCulture));
        string verifier = Base64Url(RandomNumberGenerator.GetBytes(64));
        string state = Base64Url(RandomNumberGenerator.GetBytes(16));
        try
        {
            callback.Answer(state);
            Task open = (context.OpenBrowser ?? SystemBrowser.OpenAsync)(Address(callback.Address, verifier, state), either.Token).AsTask();
            string code = await WaitForCodeAsync(open, callback.WaitForCodeAsync(either.Token)).ConfigureAwait(false);
            KeyValuePair<string, string>[] form =
            [
                new("grant_type", "authorization_code"), new("code", code), new("code_verifier", verifier),
                new("redirect_uri", callback.Address), new("client_id", clientId),
            ];
            return await request.SendForSetAsync(form, basic: null, [code, verifier], either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw AuthFailure.Of(
                $"nobody signed in in the browser within {s_limit.TotalMinutes:0} minutes", null, "Call again, and sign in in the page that opens.",
                exception);
        }
    }

    // What opens the page may return at once, when the page is there, or when the user closes it: the code is what counts.
    private static async Task<string> WaitForCodeAsync(Task open, Task<string> code)
    {
        if (await Task.WhenAny(open, code).ConfigureAwait(false) == open)
        {
            await open.ConfigureAwait(false);
        }
        else
        {
            // What becomes of the page then is nobody's failure.
            _ = open.ContinueWith(
                static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return await code.ConfigureAwait(false);
    }

    private Uri Address(string redirect, string verifier, string state)
    {
        string challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        (string Name, string Value)[] query =
        [
            ("response_type", "code"), ("client_id", clientId), ("redirect_uri", redirect), ("scope", string.Join(' ', scopes)),
            ("state", state), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ];
        string start = endpoint.Query.Length > 0 ? endpoint.AbsoluteUri + "&" : endpoint.AbsoluteUri + "?";
        return new Uri(start + string.Join('&', query.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
