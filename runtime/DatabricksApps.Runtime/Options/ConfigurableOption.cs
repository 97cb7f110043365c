using System.Globalization;
using DatabricksApps.Auth;

namespace DatabricksApps;

/// <summary>
/// An option that a text can give: the one list of them, from which a section of configuration is bound and the unified
/// configuration gets what the code says.
/// </summary>
internal sealed class ConfigurableOption
{
    /// <summary>Every one but those that are collections.</summary>
    public static readonly IReadOnlyList<ConfigurableOption> All =
    [
        OfAddress(nameof(DatabricksAppOptions.BaseAddress), null, o => o.BaseAddress, (o, value) => o.BaseAddress = value),
        OfText(nameof(DatabricksAppOptions.AppName), null, o => o.AppName, (o, value) => o.AppName = value),
        OfText(nameof(DatabricksAppOptions.Token), null, o => o.Token, (o, value) => o.Token = value),
        OfText(nameof(DatabricksAppOptions.TokenFolder), null, o => o.TokenFolder, (o, value) => o.TokenFolder = value),
        new(nameof(DatabricksAppOptions.Timeout), "a time such as 00:01:40", null, o => o.Timeout.ToString("c", CultureInfo.InvariantCulture), static (o, text) =>
        {
            bool isTime = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value);
            o.Timeout = isTime ? value : o.Timeout;
            return isTime;
        }),
        new(nameof(DatabricksAppOptions.SignInTimeout), "a time such as 00:05:00", null, o => o.SignInTimeout?.ToString("c", CultureInfo.InvariantCulture), static (o, text) =>
        {
            bool isTime = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value);
            o.SignInTimeout = isTime ? value : o.SignInTimeout;
            return isTime;
        }),
        new(nameof(DatabricksAppOptions.MaxResponseBytes), "a number of bytes", null, o => o.MaxResponseBytes.ToString(CultureInfo.InvariantCulture), static (o, text) =>
        {
            bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value);
            o.MaxResponseBytes = isNumber ? value : o.MaxResponseBytes;
            return isNumber;
        }),
        new(nameof(DatabricksAppOptions.CheckRequests), "true or false", null, o => o.CheckRequests ? "true" : "false", static (o, text) =>
        {
            bool isFlag = bool.TryParse(text, out bool value);
            o.CheckRequests = isFlag ? value : o.CheckRequests;
            return isFlag;
        }),
        OfText(nameof(DatabricksAppOptions.Host), AuthAttribute.Host, o => o.Host, (o, value) => o.Host = value),
        OfText(nameof(DatabricksAppOptions.AccountId), AuthAttribute.AccountId, o => o.AccountId, (o, value) => o.AccountId = value),
        OfText(nameof(DatabricksAppOptions.WorkspaceId), AuthAttribute.WorkspaceId, o => o.WorkspaceId, (o, value) => o.WorkspaceId = value),
        OfText(nameof(DatabricksAppOptions.Profile), AuthAttribute.Profile, o => o.Profile, (o, value) => o.Profile = value),
        OfText(nameof(DatabricksAppOptions.ConfigFile), AuthAttribute.ConfigFile, o => o.ConfigFile, (o, value) => o.ConfigFile = value),
        new(nameof(DatabricksAppOptions.OAuthCallbackPort), "a port", AuthAttribute.CallbackPort, o => o.OAuthCallbackPort?.ToString(CultureInfo.InvariantCulture), static (o, text) =>
        {
            bool isPort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value);
            o.OAuthCallbackPort = isPort ? value : o.OAuthCallbackPort;
            return isPort;
        }),
        OfText(nameof(DatabricksAppOptions.ClientId), AuthAttribute.ClientId, o => o.ClientId, (o, value) => o.ClientId = value),
        OfText(nameof(DatabricksAppOptions.ClientSecret), AuthAttribute.ClientSecret, o => o.ClientSecret, (o, value) => o.ClientSecret = value),
        OfText(nameof(DatabricksAppOptions.CliPath), AuthAttribute.CliPath, o => o.CliPath, (o, value) => o.CliPath = value),
        OfText(nameof(DatabricksAppOptions.AuthType), AuthAttribute.AuthType, o => o.AuthType, (o, value) => o.AuthType = value),
        OfText(nameof(DatabricksAppOptions.OidcTokenFile), AuthAttribute.OidcTokenFile, o => o.OidcTokenFile, (o, value) => o.OidcTokenFile = value),
        OfText(nameof(DatabricksAppOptions.OidcTokenVariable), AuthAttribute.OidcTokenVariable, o => o.OidcTokenVariable, (o, value) => o.OidcTokenVariable = value),
        OfText(nameof(DatabricksAppOptions.TokenAudience), AuthAttribute.TokenAudience, o => o.TokenAudience, (o, value) => o.TokenAudience = value),
        OfAddress(nameof(DatabricksAppOptions.DiscoveryUrl), AuthAttribute.DiscoveryUrl, o => o.DiscoveryUrl, (o, value) => o.DiscoveryUrl = value),
    ];

    private readonly Func<DatabricksAppOptions, string?> _get;
    private readonly Func<DatabricksAppOptions, string, bool> _trySet;

    private ConfigurableOption(
        string name, string expected, AuthAttribute? attribute, Func<DatabricksAppOptions, string?> get, Func<DatabricksAppOptions, string, bool> trySet)
    {
        Name = name;
        Expected = expected;
        Attribute = attribute;
        _get = get;
        _trySet = trySet;
    }

    /// <summary>Gets the name of the property for an attribute; null: there is none.</summary>
    public static string? NameOf(AuthAttribute attribute) => All.FirstOrDefault(option => option.Attribute == attribute)?.Name;

    /// <summary>Gets the name of the property.</summary>
    public string Name { get; }

    /// <summary>Gets what the text must be.</summary>
    public string Expected { get; }

    /// <summary>Gets what it is in the unified configuration; null: it is no part of that.</summary>
    public AuthAttribute? Attribute { get; }

    /// <summary>Gets the value as text; null: it is not set.</summary>
    public string? Get(DatabricksAppOptions options) => _get(options);

    /// <summary>Sets the value; tells whether the text is of its kind.</summary>
    public bool TrySet(DatabricksAppOptions options, string text) => _trySet(options, text);

    private static ConfigurableOption OfText(
        string name, AuthAttribute? attribute, Func<DatabricksAppOptions, string?> get, Action<DatabricksAppOptions, string> set) =>
        new(name, "a text", attribute, get, (options, text) =>
        {
            set(options, text);
            return true;
        });

    private static ConfigurableOption OfAddress(
        string name, AuthAttribute? attribute, Func<DatabricksAppOptions, Uri?> get, Action<DatabricksAppOptions, Uri> set) =>
        new(name, "an absolute address", attribute, options => get(options)?.OriginalString, (options, text) =>
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
            {
                return false;
            }

            set(options, address);
            return true;
        });
}
