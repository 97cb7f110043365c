using System.Net;

namespace DatabricksApps.Auth;

/// <summary>What a workspace answered, read whole.</summary>
internal sealed class WorkspaceAnswer
{
    /// <summary>Gets the address that was asked, without its query.</summary>
    public required string Address { get; init; }

    public required HttpStatusCode Status { get; init; }

    /// <summary>Gets the media type; null: the answer names none.</summary>
    public required string? MediaType { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Gets how long the server asked to wait (<c>Retry-After</c>); null: it did not say.</summary>
    public required TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the host that the answer redirects to; null: none.</summary>
    public required string? RedirectHost { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Gets whether the same request may succeed a little later.</summary>
    public bool IsTransient => (int)Status is 429 or 502 or 503 or 504;
}
