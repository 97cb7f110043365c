using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>What a program that is started may know of the environment: no secret, of whatever way to sign in or application.</summary>
internal static class ChildEnvironment
{
    // Of another way to sign in than that of the program: it might show it, log it or refuse to choose.
    private static readonly HashSet<string> s_others =
    [
        .. AuthAttribute.All.Where(a => a.IsSecret).Select(a => a.Variable!), AuthAttribute.ClientId.Variable!, EnvironmentOidcMethod.DefaultVariable, "SYSTEM_ACCESSTOKEN",
    ];

    // What Databricks' own variables with such words hold is known.
    private static readonly HashSet<string> s_known = [.. AuthAttribute.All.Select(a => a.Variable).OfType<string>()];

    private static readonly string[] s_words =
    [
        "SECRET", "TOKEN", "PASSWORD", "PASSWD", "CREDENTIAL", "APIKEY", "API_KEY", "PRIVATE_KEY", "ACCESS_KEY", "ACCOUNT_KEY", "CONNECTIONSTRING", "CONNECTION_STRING",
    ];

    private static readonly string[] s_paths = ["HOME", "DATABRICKS_CONFIG_FILE"];

    /// <summary>Takes secrets and relative paths out of an environment.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach ((string name, string? value) in environment.ToArray())
        {
            if (IsSecret(name, value ?? ""))
            {
                environment.Remove(name);
            }
            else if (name.Equals("PATH", StringComparison.OrdinalIgnoreCase))
            {
                environment[name] = string.Join(Path.PathSeparator, ProgramPath.Folders(value));
            }
            else if (s_paths.Contains(name) && value is { Length: > 0 } && !value.StartsWith('~'))
            {
                // It means the same from another working directory.
                environment[name] = Path.GetFullPath(value);
            }
        }
    }

    private static bool IsSecret(string name, string value) =>
        s_others.Contains(name)
        || (!s_known.Contains(name) && s_words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        || Redaction.Hide(value, null) != value;
}
