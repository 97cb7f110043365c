using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>Looks into a token for the scopes that it holds.</summary>
internal static class JwtScopes
{
    /// <summary>
    /// Gets the scopes that a token lacks. Tokens that are no JWT or name no scopes lack none: what they are good for only
    /// the app can tell. <c>all-apis</c> is a scope like any other: it does not cover those that an app asks its users for.
    /// </summary>
    public static IReadOnlyList<string> Missing(string token, IReadOnlyList<string> wanted)
    {
        if (Read(token) is not { } held)
        {
            return [];
        }

        return [.. wanted.Where(scope => scope != "offline_access" && !held.Contains(scope))];
    }

    // The claim is a text with blanks between the scopes (RFC 8693 §4.2), or a list.
    private static HashSet<string>? Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[1]) is not { } payload)
        {
            return null;
        }

        using JsonDocument? document = AnswerJson.Parse(payload);
        if (document is null || !document.RootElement.TryGetProperty("scope", out JsonElement scope))
        {
            return null;
        }

        return scope.ValueKind switch
        {
            JsonValueKind.String => [.. scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            JsonValueKind.Array => [.. scope.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
            _ => null,
        };
    }

    private static byte[]? Decode(string base64Url)
    {
        string text = base64Url.Replace('-', '+').Replace('_', '/');
        text = text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }
}
