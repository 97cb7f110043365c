using System.Globalization;

namespace DatabricksApps.Auth;

/// <summary>Explains why the Databricks CLI gave no token.</summary>
internal static class CliFailure
{
    private const int LongestError = 500;

    /// <summary>Explains a run that ended with an error.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="command">The command.</param>
    /// <param name="login">The command that signs in.</param>
    /// <param name="tokens">The tokens that it gave before, and may repeat.</param>
    public static AppAuthenticationException Of(CliResult result, string command, string login, IEnumerable<string> tokens)
    {
        string said = SingleLine.Of(result.Error, LongestError, [.. tokens]).TrimEnd('.');
        if (said.StartsWith("Error: ", StringComparison.Ordinal))
        {
            said = said["Error: ".Length..];
        }

        string what = string.Create(CultureInfo.InvariantCulture, $"cannot get access token: '{command}' ended with exit code {result.ExitCode}");
        what += said.Length == 0 ? "" : $": {said}";
        bool isLogin = said.Contains("databricks OAuth is not", StringComparison.Ordinal)
            || said.Contains("refresh token is invalid", StringComparison.OrdinalIgnoreCase)
            || said.Contains("databricks auth login", StringComparison.Ordinal);
        return isLogin
            ? AuthFailure.Of(what, "the user has not signed in, or the sign-in has expired.", $"Run: {login}")
            : AuthFailure.Of(what, null, $"Run it in a terminal: {command}");
    }

    /// <summary>Tells whether a run failed only because another process wrote the CLI's tokens at that moment.</summary>
    public static bool IsRace(CliResult result) =>
        result.ExitCode != 0 && result.Error.Contains("cache update", StringComparison.OrdinalIgnoreCase);

    /// <summary>Explains output that is not what the CLI prints.</summary>
    public static AppAuthenticationException Garbage(string command, string what) => AuthFailure.Of(
        $"'{command}': {what}",
        "the program is not the Databricks CLI, or a version that is too old.",
        "Set CliPath (DATABRICKS_CLI_PATH) to the Databricks CLI, and upgrade it to >= 0.296.0.");
}
