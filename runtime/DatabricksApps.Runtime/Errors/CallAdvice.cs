using DatabricksApps.Auth;

namespace DatabricksApps.Errors;

/// <summary>What the advice of an error can name of the client that called: its app, its workspace, its scopes.</summary>
internal sealed class CallAdvice
{
    /// <summary>The advice for a client of which nothing is known.</summary>
    public static readonly CallAdvice Unknown = new(null, null, null, [], TimeProvider.System);

    private const string AppsDomain = ".databricksapps.com";

    private readonly string? _profile;

    private CallAdvice(string? app, string? host, string? profile, IReadOnlyList<string> scopes, TimeProvider time)
    {
        Time = time;
        App = app ?? "NAME";
        Host = host;
        _profile = profile;
        Scopes = scopes;
    }

    /// <summary>Gets the clock of this machine.</summary>
    public TimeProvider Time { get; }

    /// <summary>Gets the app's name, or a word in its place.</summary>
    public string App { get; }

    /// <summary>Gets the address of the workspace that the client signs in to; null: not known.</summary>
    public string? Host { get; }

    /// <summary>Gets the scopes that the client asks for; empty: it does not say.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets the scopes that the app asks its users for; empty: it asks for none, or was not asked.</summary>
    public IReadOnlyList<string> AppScopes { get; private init; } = [];

    /// <summary>Gets why the app may not answer, and what to do, in sentences; null: it is running, or was not asked.</summary>
    public string? AppState { get; private init; }

    /// <summary>Gets the scopes that the client or the app names.</summary>
    public IEnumerable<string> WantedScopes => Scopes.Union(AppScopes);

    /// <summary>Gets the command that signs in a user.</summary>
    public string Login => $"databricks auth login {(_profile is null ? $"--host {Host ?? "WORKSPACE"}" : $"--profile {_profile}")}{ScopesOption}";

    /// <summary>Gets the option of that command that asks for the scopes.</summary>
    public string ScopesOption => WantedScopes.Any() ? $" --scopes {string.Join(',', WantedScopes)}" : "";

    /// <summary>Gets the advice with what the workspace says of the app.</summary>
    public CallAdvice With(AppDescription app) => new(App, Host, _profile, Scopes, Time) { AppScopes = app.UserScopes, AppState = app.StateHint };

    /// <summary>Makes the advice for a client.</summary>
    public static CallAdvice For(DatabricksAppOptions options, AuthSettings? settings, IReadOnlyList<string> scopes, TimeProvider time) =>
        new(options.AppName ?? NameIn(options.BaseAddress), settings?.Host?.ToString(), settings?[AuthAttribute.Profile], scopes, time);

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
