namespace DatabricksApps.Auth;

/// <summary>A client of <see cref="IHttpClientFactory"/>, as its latest handler was made.</summary>
/// <param name="Settings">What it is made with.</param>
/// <param name="Location">Where its app is.</param>
internal sealed record RegisteredClient(ClientSettings Settings, AppLocation Location);
