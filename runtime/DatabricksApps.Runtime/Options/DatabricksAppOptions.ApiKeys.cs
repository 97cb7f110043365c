using System.Diagnostics;
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
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> ApiKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

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
