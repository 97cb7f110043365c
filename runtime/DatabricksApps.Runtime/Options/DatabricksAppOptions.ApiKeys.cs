using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace DatabricksApps;

public sealed partial class DatabricksAppOptions
{
    /// <summary>
    /// Gets the API keys that the app itself asks for, besides the Databricks token: each under the name that its
    /// security scheme (<c>type: apiKey</c>) has in the document. A key is sent with the operations that ask for it, in
    /// the header, query parameter or cookie that the document names.
    /// </summary>
    /// <remarks>A key in the query shows wherever addresses are logged; those in headers and cookies are redacted.</remarks>
    [JsonIgnore, IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> ApiKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Throws unless each API key is under the name of a security scheme: another one would never be sent.</summary>
    /// <param name="schemes">The names of the document's schemes; null: they are not known.</param>
    internal void CheckApiKeys(IReadOnlyList<string>? schemes)
    {
        if (schemes is null || ApiKeys.Keys.FirstOrDefault(name => !schemes.Contains(name, StringComparer.Ordinal)) is not { } unknown)
        {
            return;
        }

        string known = schemes.Count == 0
            ? "The document has no security scheme of the type apiKey, so that the client sends no API key: take it away, or refresh the document."
            : $"The document has {string.Join(", ", schemes.Select(scheme => $"'{scheme}'"))}.";
        throw new ArgumentException($"ApiKeys has a key under '{unknown}', which no security scheme of the document (type: apiKey) is called. {known}");
    }

    private void BindApiKeys(IConfigurationSection section)
    {
        foreach (IConfigurationSection key in section.GetChildren())
        {
            if (key.Value is { Length: > 0 } value)
            {
                ApiKeys[key.Key] = value;
            }
        }
    }
}
