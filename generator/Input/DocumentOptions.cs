using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Input;

/// <summary>The metadata of a <c>DatabricksApp</c> item, read but not yet interpreted against the document.</summary>
/// <param name="ClientName">The client's name with or without <c>Client</c>; null: from the file's name.</param>
/// <param name="Namespace">The namespace; null: the root namespace and the client's name.</param>
/// <param name="RootNamespace">The project's root namespace; null if it has none.</param>
/// <param name="IsPublic">Whether the generated types are public.</param>
/// <param name="IncludeOperations">Patterns of the names of operations to keep, such as <c>list_*</c>; empty: all.</param>
/// <param name="IncludeTags">Tags to keep; empty: all.</param>
/// <param name="IncludePaths">Path patterns to keep, such as <c>/api/**</c>; empty: all.</param>
/// <param name="ExcludePaths">Path patterns to leave out.</param>
/// <param name="BasePath">The path prefix that replaces the server's; null: the server's.</param>
/// <param name="MediaTypes">The media types to take where the document offers several, the best first; empty: by the rules.</param>
/// <param name="Scopes">The Databricks scopes; empty: the runtime's default.</param>
internal sealed record DocumentOptions(
    string? ClientName,
    string? Namespace,
    string? RootNamespace,
    bool IsPublic,
    EquatableArray<string> IncludeOperations,
    EquatableArray<string> IncludeTags,
    EquatableArray<string> IncludePaths,
    EquatableArray<string> ExcludePaths,
    string? BasePath,
    EquatableArray<string> MediaTypes,
    EquatableArray<string> Scopes)
{
    /// <summary>Gets how lists come in pages: a style, or <c>OPERATION=STYLE</c>; empty: as the document says.</summary>
    public EquatableArray<string> Paging { get; init; }

    /// <summary>Gets whether values are checked against the document before they are sent.</summary>
    public bool CheckRequests { get; init; }

    public static DocumentOptions Default { get; } = new(
        null, null, null, true,
        EquatableArray<string>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty,
        null, EquatableArray<string>.Empty, EquatableArray<string>.Empty);
}
