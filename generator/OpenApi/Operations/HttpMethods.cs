using System;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>The HTTP methods of path items.</summary>
internal static class HttpMethods
{
    /// <summary>Tells whether a method has a key of its own in a path item (<c>query</c> is new in 3.2).</summary>
    /// <remarks>
    /// The keys are lower case, and methods upper case where they are sent. Documents that are written by hand have
    /// <c>GET</c> too, which cannot mean anything else.
    /// </remarks>
    public static bool IsKey(string key) => key.ToLowerInvariant() is
        "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query";

    /// <summary>Tells whether a text can be a method (RFC 9110, 5.6.2: a token).</summary>
    public static bool IsToken(string method)
    {
        foreach (char c in method)
        {
            bool isTokenCharacter = c < 0x7F && (char.IsLetterOrDigit(c) || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0);
            if (!isTokenCharacter)
            {
                return false;
            }
        }

        return method.Length > 0;
    }
}
