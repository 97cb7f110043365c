using System.Diagnostics;

namespace DatabricksApps.Auth;

/// <summary>What a sign-in of a user brings. Not a record: its text would show the tokens.</summary>
internal sealed class TokenSet(AppToken token, string? refreshToken)
{
    public AppToken Token { get; } = token;

    /// <summary>Gets what brings the next token without the user; null: nothing.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? RefreshToken { get; } = refreshToken;
}
