using Microsoft.Extensions.Logging;

namespace DatabricksApps.Auth;

/// <summary>What a credential method works with.</summary>
internal sealed class CredentialContext
{
    /// <summary>Gets what the user configured.</summary>
    public required AuthSettings Settings { get; init; }

    /// <summary>Gets the client for requests to the workspace, which follows no redirect and has no timeout of its own.</summary>
    public required Func<HttpClient> HttpClient { get; init; }

    /// <summary>Gets the variables of the environment.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Gets the clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Gets the log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Gets what spreads retries, a number from 0 to below 1; null: the machine's.</summary>
    public Func<double>? Random { get; init; }

    /// <summary>Gets the folder in which sign-ins in the browser are kept; null: they are not.</summary>
    public string? TokenFolder { get; init; }

    /// <summary>Gets what opens the address of a sign-in for the user; null: the system's browser.</summary>
    public Func<Uri, CancellationToken, ValueTask>? OpenBrowser { get; init; }
}
