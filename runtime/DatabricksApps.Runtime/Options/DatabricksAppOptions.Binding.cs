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
        ConfigurableOption option = ConfigurableOption.All.FirstOrDefault(o => o.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"{entry.Path} is not an option of DatabricksAppOptions that can be configured.");
        if (!option.TrySet(this, text))
        {
            throw new ArgumentException($"{entry.Path} is not {option.Expected}.");
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
}
