using DatabricksApps.Http;

namespace DatabricksApps.Auth;

/// <summary>
/// A function of the options that gives the token for each request. What it gives may belong to the user of that
/// request, so nothing is kept.
/// </summary>
/// <param name="callback">The function.</param>
/// <param name="option">The option that holds it.</param>
internal sealed class CallbackTokenSource(Func<CancellationToken, ValueTask<string>> callback, string option) : ITokenSource
{
    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        string? value = await callback(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(value))
        {
            throw AuthFailure.Of($"{option} gave an empty token", "the user of the request has not signed in.", "Return the access token.");
        }

        if (WrappedToken.Explain(value) is { } wrapped)
        {
            throw AuthFailure.Of($"the token that {option} gave {wrapped.TrimEnd('.')}", null, null);
        }

        if (!HeaderText.IsToken(value))
        {
            throw AuthFailure.Of($"{option} gave a token that holds characters that no bearer token has (RFC 6750 §2.1)", null, "Return the access token alone.");
        }

        // The workspace itself takes one, so that it can find an app.
        if (option != nameof(DatabricksAppOptions.LookupTokenProvider) && PersonalToken.IsOne(value))
        {
            throw AuthFailure.Of($"{option} gave what {PersonalToken.Refusal}", null, RefusedMethod.Pat.Refusal.Next);
        }

        return new AppToken(value);
    }
}
