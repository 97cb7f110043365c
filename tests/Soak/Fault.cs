using DatabricksApps.Soak.InventoryApi;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Soak;

/// <summary>Something that goes wrong, and what the caller has to be told of it.</summary>
/// <param name="Name">Its name, which the request carries.</param>
/// <param name="Call">The call that meets it.</param>
/// <param name="Told">What the caller is told: the name of a reason, or of the exception that is its own.</param>
internal sealed record Fault(string Name, Func<InventoryClient, AppRequestOptions, CancellationToken, Task> Call, string Told)
{
    /// <summary>The header by which a request asks for its fault.</summary>
    public const string Header = "X-Fault";

    /// <summary>Gets what an HTTP server does; null: the fault lies elsewhere.</summary>
    public Func<HttpContext, Task>? Serve { get; init; }

    /// <summary>Gets what a server does that speaks bytes, not HTTP.</summary>
    public Func<ConnectionContext, Task>? ServeBytes { get; init; }

    /// <summary>Gets whether nothing listens.</summary>
    public bool IsUnreachable { get; init; }
}
