using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;
using DatabricksApps.Tool.Usages;

namespace DatabricksApps.Tool.Contracts;

/// <summary>A document of a project: what was accepted of it, and what a text of it promises.</summary>
internal sealed class ItemContract
{
    private readonly ProjectItem _item;
    private readonly ToolContext _context;

    private ItemContract(ProjectItem item, ToolContext context, AcceptedLock? accepted)
    {
        _item = item;
        _context = context;
        Accepted = accepted;
    }

    /// <summary>Gets what was accepted; null: nothing.</summary>
    public AcceptedLock? Accepted { get; }

    public string LockPath => AcceptedLock.PathOf(_item.FullPath);

    public string Shown => _context.Show(_item.FullPath);

    public string ShownLock => _context.Show(LockPath);

    /// <exception cref="ToolException">Its lock cannot be read.</exception>
    public static async Task<ItemContract> ReadAsync(ProjectItem item, ToolContext context, CancellationToken cancellationToken)
    {
        string path = AcceptedLock.PathOf(item.FullPath);
        return new ItemContract(item, context, await AcceptedLock.ReadAsync(path, context.Show(path), cancellationToken));
    }

    /// <summary>Reads what a text of the document promises, with the names that were accepted.</summary>
    /// <exception cref="ToolException">The generator can make no client of it.</exception>
    public ClientContract Read(string text, CancellationToken cancellationToken) => ClientContract.Read(
        _item.FullPath, text, Shown, ItemReading.OptionsOf(_item), ItemReading.FilesOf(_item), Accepted is null ? KeptNames.None : KeptNames.Of(Accepted.Facts), cancellationToken);

    /// <summary>Finds what a text of the document changes: since it was accepted, or, if it never was, since a former text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="former">The former text; null: there is none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="usage">What the project's code uses; null: that is not known.</param>
    public IReadOnlyList<ReportedChange> ChangesOf(string text, string? former, CancellationToken cancellationToken, CodeUsage? usage = null)
    {
        ClientContract now = Read(text, cancellationToken);
        return Accepted is not null ? Changes.Since(Accepted, ShownLock, now, Shown, usage)
            : former is null || former == text || ReadFormer(former, cancellationToken) is not { } was ? []
            : Changes.Between(was, Shown, now, Shown, usage);
    }

    // What gave no client before promised nothing.
    private ClientContract? ReadFormer(string text, CancellationToken cancellationToken)
    {
        try
        {
            return Read(text, cancellationToken);
        }
        catch (ToolException)
        {
            return null;
        }
    }

    /// <summary>Writes that what a text of the document promises is accepted.</summary>
    /// <returns>Whether anything was not.</returns>
    public Task<bool> AcceptAsync(EquatableArray<Fact> facts, CancellationToken cancellationToken) => AcceptAsync(facts, Accepted?.AppScopes, cancellationToken);

    /// <inheritdoc cref="AcceptAsync(EquatableArray{Fact}, CancellationToken)"/>
    /// <param name="facts">What is accepted.</param>
    /// <param name="appScopes">The scopes of the app; null: they are not known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<bool> AcceptAsync(EquatableArray<Fact> facts, string? appScopes, CancellationToken cancellationToken) =>
        AcceptedLock.WriteAsync(LockPath, _item.FullPath, facts, appScopes, cancellationToken);

    /// <summary>Notes the scopes of the app in the lock, if there is one: they are no fact, and nobody accepts them.</summary>
    public Task NoteAsync(string appScopes, CancellationToken cancellationToken) =>
        Accepted is null || appScopes == Accepted.AppScopes ? Task.CompletedTask : AcceptAsync(Accepted.Facts, appScopes, cancellationToken);
}
