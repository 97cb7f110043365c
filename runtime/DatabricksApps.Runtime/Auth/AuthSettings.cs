using System.Text;

namespace DatabricksApps.Auth;

/// <summary>
/// The values of the attributes and where each comes from: the options first, then the environment. Empty values count
/// as not set.
/// </summary>
internal sealed class AuthSettings
{
    /// <summary>What is asked for if nobody names scopes.</summary>
    public const string DefaultScope = "all-apis";

    private const int LongestShown = 200;

    private readonly Dictionary<AuthAttribute, (string Value, AuthSource Source)> _values = [];

    private AuthSettings(IReadOnlyList<string> scopes) => Scopes = scopes;

    /// <summary>Gets the scopes: trimmed, sorted, each once; never empty.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets the value of an attribute; null: not set.</summary>
    public string? this[AuthAttribute attribute] =>
        _values.TryGetValue(attribute, out (string Value, AuthSource Source) entry) ? entry.Value : null;

    /// <summary>Gets where the value of an attribute comes from; null: it is not set.</summary>
    public AuthSource? SourceOf(AuthAttribute attribute) =>
        _values.TryGetValue(attribute, out (string Value, AuthSource Source) entry) ? entry.Source : null;

    /// <summary>Reads the settings.</summary>
    /// <param name="options">What was set in code.</param>
    /// <param name="scopes">The scopes to ask for; empty: <see cref="DefaultScope"/>.</param>
    /// <param name="variable">Gets an environment variable.</param>
    public static AuthSettings Read(DatabricksAppOptions options, IEnumerable<string> scopes, Func<string, string?> variable)
    {
        string[] asked = [.. scopes
            .SelectMany(s => s.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        AuthSettings settings = new(asked.Length > 0 ? asked : [DefaultScope]);

        settings.Set(AuthAttribute.Host, options.Host, AuthSource.Options);
        settings.Set(AuthAttribute.AccountId, options.AccountId, AuthSource.Options);
        settings.Set(AuthAttribute.ClientId, options.ClientId, AuthSource.Options);
        settings.Set(AuthAttribute.ClientSecret, options.ClientSecret, AuthSource.Options);
        settings.Set(AuthAttribute.Scopes, string.Join(',', asked), AuthSource.Options);
        settings.Set(AuthAttribute.Profile, options.Profile, AuthSource.Options);
        settings.Set(AuthAttribute.CliPath, options.CliPath, AuthSource.Options);
        settings.Set(AuthAttribute.DiscoveryUrl, options.DiscoveryUrl?.OriginalString, AuthSource.Options);

        foreach (AuthAttribute attribute in AuthAttribute.All)
        {
            if (attribute.Variable is { } name)
            {
                settings.Set(attribute, variable(name), AuthSource.Environment);
            }
        }

        return settings;
    }

    /// <summary>
    /// Shows what is set, as Databricks' own tools do:
    /// <c>Config: host=https://x, client_secret=***. Env: DATABRICKS_CLIENT_SECRET</c>; secrets never. Empty if nothing is set.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (AuthAttribute attribute in AuthAttribute.All)
        {
            if (this[attribute] is { } value)
            {
                text.Append(text.Length == 0 ? "Config: " : ", ").Append(attribute.Name).Append('=').Append(attribute.IsSecret ? "***" : Shown(value));
            }
        }

        string[] variables = [.. AuthAttribute.All.Where(a => SourceOf(a) == AuthSource.Environment).Select(a => a.Variable!)];
        if (variables.Length > 0)
        {
            text.Append(". Env: ").AppendJoin(", ", variables);
        }

        return text.ToString();
    }

    // An address may hold a password before its '@' and a code after its '?'.
    private static string Shown(string value)
    {
        int query = value.IndexOf('?', StringComparison.Ordinal);
        string shown = query < 0 ? value : value[..query] + "?***";
        int at = shown.LastIndexOf('@');
        return SingleLine.Of(at < 0 ? shown : "***" + shown[at..], LongestShown, []);
    }

    private void Set(AuthAttribute attribute, string? value, AuthSource source)
    {
        if (value?.Trim() is { Length: > 0 } text)
        {
            _values.TryAdd(attribute, (text, source));
        }
    }
}
