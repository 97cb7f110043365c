namespace DatabricksApps.Auth;

/// <summary>Tells what to do where nothing that is set signs in, one line for each way; then what was looked at.</summary>
internal static class NothingSignsIn
{
    /// <summary>Makes the exception.</summary>
    /// <param name="settings">What is set.</param>
    /// <param name="cli">Why the Databricks CLI does not sign in; null: not known.</param>
    /// <param name="list">What was looked at, in sentences.</param>
    public static AppAuthenticationException Of(AuthSettings settings, string? cli, string list)
    {
        string login = settings.Host is { } host
            ? $"databricks auth login --host {host}{(cli is null ? "" : $" ({cli})")}"
            : $"databricks auth login --host https://WORKSPACE, and set {NameOf(AuthAttribute.Host)} to that address";
        string principal = settings.Host is null ? "Host, ClientId and ClientSecret" : "ClientId and ClientSecret";
        AuthAttribute[] variables = settings.Host is null
            ? [AuthAttribute.Host, AuthAttribute.ClientId, AuthAttribute.ClientSecret]
            : [AuthAttribute.ClientId, AuthAttribute.ClientSecret];
        return AuthFailure.OfLines(
        [
            "nothing that is set signs in. Next step: one of these three.",
            $"- You yourself: {login}.",
            $"- A service principal: set {principal} ({string.Join(", ", variables.Select(a => a.Variable))}).",
            "- A token that you have, or that your code gets: set Token or TokenProvider.",
            list,
            SettingsSources.Of(settings),
        ]);
    }

    private static string NameOf(AuthAttribute attribute) => $"{ConfigurableOption.NameOf(attribute)} ({attribute.Variable})";
}
