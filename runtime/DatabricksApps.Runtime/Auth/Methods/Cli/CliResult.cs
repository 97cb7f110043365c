namespace DatabricksApps.Auth;

/// <summary>How a run of the Databricks CLI ended. Not a record: its text would show the token.</summary>
internal sealed class CliResult(int exitCode, string output, string error)
{
    public int ExitCode { get; } = exitCode;

    public string Output { get; } = output;

    public string Error { get; } = error;
}
