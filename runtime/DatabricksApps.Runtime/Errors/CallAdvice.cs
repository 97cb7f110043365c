using DatabricksApps.Auth;

namespace DatabricksApps.Errors;

/// <summary>What the advice of an error can name of the client that called: its app, its workspace, its scopes.</summary>
internal sealed class CallAdvice
{
    /// <summary>The advice for a client of which nothing is known.</summary>
    public static readonly CallAdvice Unknown = new(null, null, null, []);

    private const string AppsDomain = ".databricksapps.com";

    private readonly string? _profile;

    private CallAdvice(string? app, string? host, string? profile, IReadOnlyList<string> scopes)
    {
        App = app ?? "NAME";
        Host = host;
        _profile = profile;
        Scopes = scopes;
    }

    /// <summary>Gets the app's name, or a word in its place.</summary>
    public string App { get; }

    /// <summary>Gets the address of the workspace that the client signs in to; null: not known.</summary>
    public string? Host { get; }

    /// <summary>Gets the scopes that the client asks for; empty: it does not say.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets the command that signs in a user.</summary>
    public string Login => $"databricks auth login {(_profile is null ? $"--host {Host ?? "WORKSPACE"}" : $"--profile {_profile}")}{ScopesOption}";

    /// <summary>Gets the option of that command that asks for the client's scopes.</summary>
    public string ScopesOption => Scopes.Count == 0 ? "" : $" --scopes {string.Join(',', Scopes)}";

    /// <summary>Makes the advice for a client.</summary>
    public static CallAdvice For(DatabricksAppOptions options, AuthSettings? settings, IReadOnlyList<string> scopes) =>
        new(options.AppName ?? NameIn(options.BaseAddress), settings?.Host?.ToString(), settings?[AuthAttribute.Profile], scopes);

    // An app's host begins with its name and the number of its workspace.
    private static string? NameIn(Uri? address)
    {
        if (address is null || !address.Host.EndsWith(AppsDomain, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string label = address.Host[..address.Host.IndexOf('.', StringComparison.Ordinal)];
        int dash = label.LastIndexOf('-');
        return dash > 0 && label.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? label[..dash] : null;
    }
}
