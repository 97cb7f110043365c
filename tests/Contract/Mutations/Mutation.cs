namespace DatabricksApps.Contract.Mutations;

/// <summary>A way to change a document.</summary>
/// <param name="Name">Its name in the tally.</param>
/// <param name="Kind">The kind of change that it is; null: it changes nothing that a client promises.</param>
/// <param name="Apply">Changes the document at one place; null: there is none for it. The number says which turn it is.</param>
internal sealed record Mutation(string Name, string? Kind, Func<Site, int, Made?> Apply)
{
    /// <summary>Gets whether the lock's names are left aside: what changes is a name.</summary>
    public bool IsOfNames { get; init; }
}
