namespace DatabricksApps.AuthConformance;

/// <summary>How a sign-in of the runtime ended.</summary>
internal sealed class Outcome
{
    /// <summary>Gets the method that signed in; null: none did.</summary>
    public string? AuthType { get; init; }

    public string? Host { get; init; }

    public string? Profile { get; init; }

    public string? WorkspaceId { get; init; }

    public string? AccountId { get; init; }

    public bool IsAzure { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets the arguments of the CLI's first <c>auth token</c>.</summary>
    public IReadOnlyList<string> CliArguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets why no method signed in; null: one did, or failed only when it was asked for a token.</summary>
    public string? Error { get; init; }

    /// <summary>Gets why the method that was chosen gave no token.</summary>
    public string? AuthenticateError { get; init; }

    /// <summary>Gets whether apps refuse what the method gives.</summary>
    public bool IsRefusedByApps { get; init; }
}
