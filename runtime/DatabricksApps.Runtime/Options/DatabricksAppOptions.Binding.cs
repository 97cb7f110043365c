using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Sets what a section of the program's configuration gives, such as <c>appsettings.json</c>'s; what it does not
    /// name stays. No reflection, so it works in trimmed programs.
    /// </summary>
    /// <example><c>services.AddInventoryClient(options => options.Bind(configuration.GetSection("Inventory")))</c></example>
    /// <param name="section">
    /// The section: the names of the properties, in any case. <see cref="Scopes"/> is an array, or a text with commas;
    /// <see cref="Timeout"/> is <c>00:01:40</c>. Functions cannot be configured.
    /// </param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">A name is not that of an option, or a value is not of its kind; the message names it, and shows no value.</exception>
    public DatabricksAppOptions Bind(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (entry.Key.Equals(nameof(Scopes), StringComparison.OrdinalIgnoreCase))
            {
                BindScopes(entry);
            }
            else if (entry.Key.Equals(nameof(ApiKeys), StringComparison.OrdinalIgnoreCase))
            {
                BindApiKeys(entry);
            }
            else if (entry.Value is { Length: > 0 } text)
            {
                Bind(entry, text);
            }
            else if (entry.GetChildren().Any())
            {
                throw new ArgumentException($"{entry.Path} is a section, where a value is expected.");
            }
        }

        return this;
    }

    private void Bind(IConfigurationSection entry, string text)
    {
        switch (entry.Key.ToUpperInvariant())
        {
            case "BASEADDRESS":
                BaseAddress = Address(entry, text);
                break;
            case "APPNAME":
                AppName = text;
                break;
            case "TOKEN":
                Token = text;
                break;
            case "HOST":
                Host = text;
                break;
            case "AUTHTYPE":
                AuthType = text;
                break;
            case "CLIENTID":
                ClientId = text;
                break;
            case "CLIENTSECRET":
                ClientSecret = text;
                break;
            case "PROFILE":
                Profile = text;
                break;
            case "CONFIGFILE":
                ConfigFile = text;
                break;
            case "WORKSPACEID":
                WorkspaceId = text;
                break;
            case "OIDCTOKENFILE":
                OidcTokenFile = text;
                break;
            case "OIDCTOKENVARIABLE":
                OidcTokenVariable = text;
                break;
            case "TOKENAUDIENCE":
                TokenAudience = text;
                break;
            case "TOKENFOLDER":
                TokenFolder = text;
                break;
            case "OAUTHCALLBACKPORT":
                OAuthCallbackPort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
                    ? port
                    : throw new ArgumentException($"{entry.Path} is not a port.");
                break;
            case "ACCOUNTID":
                AccountId = text;
                break;
            case "DISCOVERYURL":
                DiscoveryUrl = Address(entry, text);
                break;
            case "CLIPATH":
                CliPath = text;
                break;
            case "TIMEOUT":
                Timeout = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time)
                    ? time
                    : throw new ArgumentException($"{entry.Path} is not a time such as 00:01:40.");
                break;
            case "MAXRESPONSEBYTES":
                MaxResponseBytes = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
                    ? bytes
                    : throw new ArgumentException($"{entry.Path} is not a number of bytes.");
                break;
            default:
                throw new ArgumentException($"{entry.Path} is not an option of DatabricksAppOptions that can be configured.");
        }
    }

    private void BindScopes(IConfigurationSection entry)
    {
        IEnumerable<string> scopes = entry.Value is { } text
            ? text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : entry.GetChildren().Select(child => child.Value).OfType<string>();
        Scopes.Clear();
        foreach (string scope in scopes)
        {
            Scopes.Add(scope);
        }
    }

    private static Uri Address(IConfigurationSection entry, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            ? address
            : throw new ArgumentException($"{entry.Path} is not an absolute address.");
}
