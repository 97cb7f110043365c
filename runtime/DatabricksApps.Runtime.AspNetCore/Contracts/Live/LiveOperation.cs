using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>An operation of the document that is served.</summary>
/// <param name="Route">Its route below the app's address.</param>
/// <param name="Path">Its path as the document has it, without that of the server.</param>
/// <param name="Item">The path that it belongs to.</param>
/// <param name="Node">The operation.</param>
internal sealed record LiveOperation(string Route, string Path, JsonElement Item, JsonElement Node);
