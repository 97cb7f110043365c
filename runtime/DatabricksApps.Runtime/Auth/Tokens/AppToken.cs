using System.Diagnostics;
using System.Globalization;
using DatabricksApps.Http;

namespace DatabricksApps.Auth;

/// <summary>An access token and when it expires. Nothing but <see cref="Value"/> and <see cref="Header"/> shows it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class AppToken
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _header;

    /// <summary>Initializes the token.</summary>
    /// <param name="value">The access token.</param>
    /// <param name="expiresOn">When it expires; null: not known, which counts as never.</param>
    /// <exception cref="FormatException">The text holds characters that no bearer token has.</exception>
    public AppToken(string value, DateTimeOffset? expiresOn = null)
    {
        if (!HeaderText.IsToken(value))
        {
            throw new FormatException("The token is empty or holds characters that no bearer token has (RFC 6750 §2.1).");
        }

        _value = value;
        ExpiresOn = expiresOn;
    }

    /// <summary>Gets the access token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value => _value;

    /// <summary>Gets when the token expires; null: not known.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>Gets the value of <c>Authorization</c>, made once for all requests that carry this token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Header => _header ??= "Bearer " + _value;

    /// <summary>Returns when the token expires; never the token.</summary>
    public override string ToString() => ExpiresOn is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"AppToken(***, expires {time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'})")
        : "AppToken(***)";
}
