namespace DatabricksApps.Isolation;

/// <summary>The people who call, and what tells them apart.</summary>
internal static class Users
{
    public const string Header = "X-Forwarded-Access-Token";
    public const string OwnToken = "token-of-the-program";

    private const int Count = 200;
    private const string JwtPrefix = "jwt-of-";

    public static string Any(Random random) => $"user-{random.Next(Count)}";

    public static string TokenOf(string user) => "token-of-" + user;

    /// <summary>Gets the token of another issuer, which the workspace exchanges for that of the user.</summary>
    public static string JwtOf(string user) => JwtPrefix + user;

    public static string OfJwt(string jwt) => jwt[JwtPrefix.Length..];

    public static bool IsIn(string text) => text.Contains("-of-user-", StringComparison.Ordinal);
}
