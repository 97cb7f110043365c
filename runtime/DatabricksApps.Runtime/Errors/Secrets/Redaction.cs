using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Takes tokens out of text that ends in exceptions: an app may echo what it was sent.</summary>
internal static partial class Redaction
{
    private const string Mask = "***";

    // Shorter ones are words and numbers of any text, and no secrets.
    private const int ShortestToken = 4;

    // The forms of shorter ones are so short that they are found by chance.
    private const int ShortestEncoded = 6;

    /// <summary>Hides a token, and whatever looks like one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The token that was sent; null: none.</param>
    /// <remarks>
    /// A replacement that is a text may refer to groups, and brings the parser of expressions into a native program.
    /// </remarks>
    public static string Hide(string text, string? token) => HideTokenLike(token is null ? text : HideToken(text, token));

    private static string HideToken(string text, string token)
    {
        if (token.Length < ShortestToken)
        {
            return text;
        }

        text = text.Replace(token, Mask, StringComparison.Ordinal);
        return token.Length >= ShortestEncoded ? EncodedSecret.Hide(text, token, Mask) : text;
    }

    private static string HideTokenLike(string text) => MayHoldToken(text) ? TokenLike().Replace(text, static _ => Mask) : text;

    /// <summary>Hides what a request was sent with, and whatever looks like a token.</summary>
    public static string HideSent(AppRequest request, string text) => HideTokenLike(WithoutSent(request, text));

    /// <summary>Hides what a request was sent with.</summary>
    public static string WithoutSent(AppRequest request, string text)
    {
        if (request.SentKeys is { } keys)
        {
            foreach (string key in keys)
            {
                text = text.Replace(key, Mask, StringComparison.Ordinal);
                text = key.Length >= ShortestEncoded ? EncodedSecret.Hide(text, key, Mask) : text;
            }
        }

        return request.SentToken is { } token ? HideToken(text, token) : text;
    }

    /// <summary>Hides what a request was sent with in the body of an error, of which typed values are read.</summary>
    public static void HideSent(AppRequest request, PooledBuffer body)
    {
        if (request.SentToken is not { Length: > 0 } && request.SentKeys is null)
        {
            return;
        }

        // Refused values are a failure that programs live with: nothing is made where there is nothing to hide.
        char[] rented = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(body.WrittenCount));
        try
        {
            ReadOnlySpan<char> text = rented.AsSpan(0, Encoding.UTF8.GetChars(body.WrittenSpan, rented));
            if (MayHoldSent(request, text))
            {
                string hidden = WithoutSent(request, text.ToString());
                if (!text.SequenceEqual(hidden))
                {
                    body.Clear();
                    body.Write(Encoding.UTF8.GetBytes(hidden));
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static bool MayHoldSent(AppRequest request, ReadOnlySpan<char> text)
    {
        if (request.SentToken is { Length: > 0 } token && MayHold(text, token))
        {
            return true;
        }

        foreach (string key in request.SentKeys ?? [])
        {
            if (MayHold(text, key))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHold(ReadOnlySpan<char> text, string secret) =>
        text.Contains(secret, StringComparison.Ordinal) || (secret.Length >= ShortestEncoded && EncodedSecret.MayHold(text, secret));

    // How many digits the expression wants of Databricks' own tokens.
    private const int LeastDigits = 16;

    // What each alternative of the expression needs: nearly no text has one, and the search is a fraction of the
    // expression's cost. SearchValues of several texts would add 90 KB to a native program.
    private static bool MayHoldToken(string text) =>
        text.Contains("eyj", StringComparison.OrdinalIgnoreCase)
        || text.Contains("bearer", StringComparison.OrdinalIgnoreCase)
        || TextRun.IsIn<TextRun.Hexadecimal>(text, LeastDigits);

    // A bearer value, a JWT, and the prefixes of Databricks' personal tokens, client secrets and refresh tokens.
    [GeneratedRegex(
        @"(?<=\bBearer\s+)[A-Za-z0-9\-._~+/]{8,}=*|\beyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){0,2}|\b(dapi|dose|doau|dkea)[0-9a-f]{16,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TokenLike();
}
