using System.Diagnostics;
using System.Text;

namespace DatabricksApps.Auth;

/// <summary>
/// The values of the attributes and where each comes from: the options first, then the environment, then a profile. Empty
/// values count as not set.
/// </summary>
/// <param name="environment">The environment.</param>
internal sealed class AuthSettings(AmbientVariables environment)
{
    /// <summary>What is asked for if nobody names scopes.</summary>
    public const string DefaultScope = "all-apis";

    private const int LongestShown = 200;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<AuthAttribute, (string Value, AuthSource Source)> _values = [];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<(AuthSource Source, AuthAttribute Attribute), string> _said = [];

    /// <summary>Gets the scopes: trimmed, sorted, each once; never empty.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [DefaultScope];

    /// <summary>Gets the workspace or account that signs in; null: it is not set.</summary>
    public WorkspaceHost? Host { get; private set; }

    /// <summary>Gets or sets whether the file of profiles was read.</summary>
    public bool IsFileRead { get; set; }

    /// <summary>Gets whether the host is one of Azure, where Entra ID signs in as well.</summary>
    public bool IsAzure => this[AuthAttribute.AzureResourceId] is not null || WorkspaceCloud.Of(this) == WorkspaceCloud.Azure;

    /// <summary>Gets whether the profile is one that the code names, by its name or its file.</summary>
    public bool IsProfileOfCode => this[AuthAttribute.Profile] is not null
        && (SourceOf(AuthAttribute.Profile) == AuthSource.Options || SourceOf(AuthAttribute.ConfigFile) == AuthSource.Options);

    /// <summary>Gets the value of an attribute; null: not set.</summary>
    public string? this[AuthAttribute attribute] =>
        _values.TryGetValue(attribute, out (string Value, AuthSource Source) entry) ? entry.Value : null;

    /// <summary>Gets where the value of an attribute comes from; null: it is not set.</summary>
    public AuthSource? SourceOf(AuthAttribute attribute) =>
        _values.TryGetValue(attribute, out (string Value, AuthSource Source) entry) ? entry.Source : null;

    /// <summary>Reads the settings.</summary>
    /// <param name="options">What was set in code.</param>
    /// <param name="scopes">The scopes to ask for; empty: those of the profile, else <see cref="DefaultScope"/>.</param>
    /// <param name="variable">Gets an environment variable.</param>
    /// <exception cref="AppAuthenticationException">The profile cannot be read, or the values are not valid or contradict each other.</exception>
    public static AuthSettings Read(DatabricksAppOptions options, IEnumerable<string> scopes, Func<string, string?> variable) =>
        CredentialSources.Read([.. options.Attributes(scopes)], variable);

    /// <summary>Reads the settings with which users' tokens of another issuer are exchanged.</summary>
    /// <inheritdoc cref="Read"/>
    public static AuthSettings ReadForUsers(DatabricksAppOptions options, IEnumerable<string> scopes, Func<string, string?> variable) =>
        CredentialSources.Read([.. options.Attributes(scopes, FederatedTokenMethod.MethodName)], variable);

    /// <summary>Gets an environment variable; null: it is not set, or does not count for the credential.</summary>
    public string? Variable(string name) => environment.Get(name);

    /// <summary>Tells whether what a profile says of an attribute does not count for the credential.</summary>
    public bool IsSetAside(AuthAttribute attribute) => environment.IsHiddenOfProfile(attribute);

    /// <summary>Gets what a source says of an attribute, whether it counts or not; null: nothing.</summary>
    public string? Said(AuthSource source, AuthAttribute attribute) => _said.GetValueOrDefault((source, attribute));

    /// <summary>Remembers what a source says of an attribute.</summary>
    public void Say(AuthSource source, AuthAttribute attribute, string value) => _said.TryAdd((source, attribute), value);

    /// <summary>Gets the groups of which an attribute is set, in the order of the alphabet.</summary>
    public IEnumerable<string> Groups() => _values.Keys.Select(a => a.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>Sets an attribute that is not set yet.</summary>
    public void Add(AuthAttribute attribute, string? value, AuthSource source)
    {
        if (value?.Trim() is { Length: > 0 } text && _values.TryAdd(attribute, (text, source)) && attribute == AuthAttribute.Scopes)
        {
            string[] scopes =
            [
                .. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
            Scopes = scopes.Length > 0 ? scopes : Scopes;
        }
    }

    /// <summary>Sets the way to sign in that the code chose without naming it; null: it chose none.</summary>
    public void Choose(string? method)
    {
        if (method is not null)
        {
            // Also where something that lies around names another way.
            _values[AuthAttribute.AuthType] = (method, AuthSource.Options);
        }
    }

    /// <summary>Sets the host as it was understood.</summary>
    public void SetHost(WorkspaceHost host)
    {
        Host = host;
        _values[AuthAttribute.Host] = (host.ToString(), _values[AuthAttribute.Host].Source);
    }

    /// <summary>Names what of the attributes is not set, as the reason that a method is not configured; null: nothing.</summary>
    public string? Missing(params AuthAttribute[] attributes)
    {
        AuthAttribute[] missing = [.. attributes.Where(a => this[a] is null)];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing.AsEnumerable())} {(missing.Length == 1 ? "is" : "are")} not set";
    }

    /// <summary>
    /// Shows what is set, as Databricks' own tools do:
    /// <c>Config: host=https://x, client_secret=***. Env: DATABRICKS_CLIENT_SECRET</c>; secrets never. Then what of the
    /// environment does not count, by which a reader sees why a value is missing. Empty if nothing is set.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (AuthAttribute attribute in AuthAttribute.All.Where(a => a.IsShown))
        {
            if (this[attribute] is { } value)
            {
                text.Append(text.Length == 0 ? "Config: " : ", ").Append(attribute.Name).Append('=').Append(attribute.IsSecret ? "***" : Shown(AsWritten(attribute) ?? value));
            }
        }

        string[] variables = [.. AuthAttribute.All.Where(a => a.IsShown && SourceOf(a) == AuthSource.Environment).Select(a => a.Variable!)];
        if (variables.Length > 0)
        {
            text.Append(". Env: ").AppendJoin(", ", variables);
        }

        if (environment.Hidden.Any())
        {
            text.Append(text.Length == 0 ? "" : ". ").Append("Set aside beside what the code gives: ").AppendJoin(", ", environment.Hidden);
        }

        return text.ToString();
    }

    // A path is shown as its author knows it.
    private string? AsWritten(AuthAttribute attribute) =>
        attribute.Kind == AttributeKind.Path && SourceOf(attribute) is { } source ? Said(source, attribute) : null;

    /// <summary>Shows a value that is no secret; an address may hold a password before its '@' and a code after its '?'.</summary>
    public static string Shown(string value)
    {
        int query = value.IndexOf('?', StringComparison.Ordinal);
        string shown = query < 0 ? value : value[..query] + "?***";
        int at = shown.LastIndexOf('@');
        return SingleLine.Of(at < 0 ? shown : "***" + shown[at..], LongestShown, []);
    }
}
