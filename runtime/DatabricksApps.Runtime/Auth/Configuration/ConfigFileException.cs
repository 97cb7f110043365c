namespace DatabricksApps.Auth;

/// <summary>The configuration file does not give the profile that was asked for.</summary>
/// <param name="message">What is wrong, without what stands in the file.</param>
/// <param name="next">What to do next, a sentence.</param>
internal sealed class ConfigFileException(string message, string? next) : Exception(message)
{
    public string? Next { get; } = next;
}
