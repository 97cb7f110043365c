using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Contracts;

/// <summary>
/// The scopes that an app asks its users for. They are the app's in the workspace and in no document, and their names change
/// there: they are compared as they are, and none is judged.
/// </summary>
internal static class AppScopes
{
    /// <summary>Tells what changed, and notes it in the lock.</summary>
    public static Task NoteAsync(ItemContract contract, FoundDocument found, Output output, CancellationToken cancellationToken)
    {
        Tell(contract, found, output);
        return found.AppScopes is { } scopes ? contract.NoteAsync(scopes, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Tells what changed since it was noted.</summary>
    public static void Tell(ItemContract contract, FoundDocument found, Output output)
    {
        if (contract.Accepted?.AppScopes is { } noted && found.AppScopes is { } scopes && scopes != noted)
        {
            output.Say($"{contract.ShownLock}: the app asks its users for other scopes now: {scopes}, was {noted}");
        }
    }
}
