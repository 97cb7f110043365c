using System.Diagnostics.CodeAnalysis;

namespace DatabricksApps.Auth;

/// <summary>What a method says to the settings: a source of tokens, or why it is not meant.</summary>
internal readonly struct CredentialAnswer
{
    private CredentialAnswer(ITokenSource? source, string? reason)
    {
        Source = source;
        Reason = reason;
    }

    /// <summary>Gets the source; null: the settings are not for this method.</summary>
    public ITokenSource? Source { get; }

    /// <summary>Gets why the settings are not for this method, as the end of "oauth-m2m: …".</summary>
    public string? Reason { get; }

    /// <summary>Tells whether the settings are for this method.</summary>
    [MemberNotNullWhen(true, nameof(Source))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsMine => Source is not null;

    /// <summary>The method signs in with this source.</summary>
    public static CredentialAnswer Use(ITokenSource source) => new(source, null);

    /// <summary>The settings are not for this method.</summary>
    public static CredentialAnswer NotMine(string reason) => new(null, reason);
}
