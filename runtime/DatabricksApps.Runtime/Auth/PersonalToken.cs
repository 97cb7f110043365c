namespace DatabricksApps.Auth;

/// <summary>Tells a personal access token, which no app takes, by its spelling.</summary>
internal static class PersonalToken
{
    /// <summary>Why it is refused.</summary>
    public const string Refusal = "is a personal access token (dapi…), and apps take no personal access tokens";

    private const string Prefix = "dapi";
    private const int LeastDigits = 16;

    public static bool IsOne(string token) =>
        token.StartsWith(Prefix, StringComparison.Ordinal)
        && token.Length >= Prefix.Length + LeastDigits
        && !token.AsSpan(Prefix.Length, LeastDigits).ContainsAnyExcept("0123456789abcdef");
}
