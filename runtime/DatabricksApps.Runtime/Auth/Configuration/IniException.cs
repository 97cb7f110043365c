namespace DatabricksApps.Auth;

/// <summary>A line is not one of an ini file. The message does not show it: it may be a secret.</summary>
/// <param name="line">The number of the line, from 1.</param>
/// <param name="message">What is wrong, as the end of "line 3 …".</param>
internal sealed class IniException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
