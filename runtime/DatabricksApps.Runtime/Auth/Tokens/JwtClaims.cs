using System.Text.Json;

namespace DatabricksApps.Auth;

/// <summary>What a token says of itself, if it is a JWT. It is not verified: it serves advice, and tells people apart whose tokens the app verifies.</summary>
internal sealed class JwtClaims
{
    private JwtClaims(string? subject, HashSet<string>? scopes, DateTimeOffset? expiresOn)
    {
        Subject = subject;
        Scopes = scopes;
        ExpiresOn = expiresOn;
    }

    /// <summary>Gets whose the token is (RFC 7519 §4.1.2); null: it does not say.</summary>
    public string? Subject { get; }

    /// <summary>Gets the scopes; null: the token does not name them.</summary>
    public IReadOnlySet<string>? Scopes { get; }

    /// <summary>Gets when the token expires; null: it does not say.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>Reads the claims; null: the token is no JWT.</summary>
    public static JwtClaims? Read(string token)
    {
        string[] parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[1]) is not { } payload)
        {
            return null;
        }

        using JsonDocument? document = AnswerJson.Parse(payload);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root
            ? new JwtClaims(AnswerJson.Text(root, "sub"), ReadScopes(root), ReadExpiry(root))
            : null;
    }

    /// <summary>
    /// Gets the scopes that a token lacks. Tokens that are no JWT or name no scopes lack none: what they are good for only
    /// the app can tell. <c>all-apis</c> is a scope like any other: it does not cover those that an app asks its users for.
    /// </summary>
    public static IReadOnlyList<string> MissingScopes(string token, IEnumerable<string> wanted) =>
        Read(token)?.Scopes is { } held ? [.. wanted.Where(scope => scope != "offline_access" && !held.Contains(scope))] : [];

    // The claim is a text with blanks between the scopes (RFC 8693 §4.2), or a list.
    private static HashSet<string>? ReadScopes(JsonElement root) =>
        !root.TryGetProperty("scope", out JsonElement scope) ? null
        : scope.ValueKind switch
        {
            JsonValueKind.String => [.. scope.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            JsonValueKind.Array => [.. scope.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
            _ => null,
        };

    private static DateTimeOffset? ReadExpiry(JsonElement root) =>
        root.TryGetProperty("exp", out JsonElement exp)
        && exp.ValueKind == JsonValueKind.Number
        && exp.TryGetInt64(out long seconds)
        && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static byte[]? Decode(string base64Url)
    {
        string text = base64Url.Replace('-', '+').Replace('_', '/');
        text = text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }
}
