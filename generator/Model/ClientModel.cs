namespace DatabricksApps.Gen.Model;

/// <summary>
/// Everything that the C# of one document will be: the answer of <c>Binding</c>, the only input of <c>Emit</c>.
/// </summary>
/// <remarks>
/// The records of this folder are immutable and value-equal all the way down (strings, numbers, enums, records and
/// <see cref="EquatableArray{T}"/>), because the compiler's incremental engine decides by their equality whether a
/// file is written again. Whatever <c>Emit</c> reads must take part in that equality. Names are finished C# names
/// (without the <c>@</c> of a keyword); texts are the document's own, and reach C# only through the escapers of
/// <c>Emit</c>.
/// </remarks>
/// <param name="DocumentName">The document's file name, such as <c>inventory.openapi.json</c>.</param>
/// <param name="Namespace">The namespace of all generated types, such as <c>MyApp.InventoryApi</c>.</param>
/// <param name="BaseName">The stem of the names below, such as <c>Inventory</c>.</param>
/// <param name="ClientName">The client class, such as <c>InventoryClient</c>.</param>
/// <param name="JsonName">The class that holds the type-info resolver, such as <c>InventoryJson</c>.</param>
/// <param name="IsPublic">Whether the types are public (else internal).</param>
/// <param name="Doc">The documentation of the client: the document's title and description.</param>
/// <param name="Scopes">The Databricks scopes of the item's metadata; empty: the runtime's default.</param>
/// <param name="Groups">The operations; the group without a name sits on the client itself.</param>
/// <param name="Types">The types, in the order of their names.</param>
internal sealed record ClientModel(
    string DocumentName,
    string Namespace,
    string BaseName,
    string ClientName,
    string JsonName,
    bool IsPublic,
    DocModel Doc,
    EquatableArray<string> Scopes,
    EquatableArray<GroupModel> Groups,
    EquatableArray<TypeModel> Types)
{
    /// <summary>Gets the names of the document's API keys, under which the options have them.</summary>
    public EquatableArray<string> ApiKeys { get; init; }

    /// <summary>Gets the class that holds the rules.</summary>
    public string RulesName { get; init; } = "";

    /// <summary>Gets the rules that values are checked by before they are sent, if the item asks for it.</summary>
    public EquatableArray<NamedRuleModel> Rules { get; init; }

    /// <summary>Gets the Gradio app that is called; null: the app is none.</summary>
    public GradioAppModel? Gradio { get; init; }

    /// <summary>Gets why the document cannot be read, where nothing tells what is missing in the client; null: it is read.</summary>
    public UnreadableModel? Unreadable { get; init; }
}

/// <summary>Why a document cannot be read.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Text">What it says where code names the client.</param>
internal sealed record UnreadableModel(string Id, string Text);

/// <summary>A Gradio app.</summary>
/// <param name="Path">The path that it is mounted at, which of the root is empty.</param>
internal sealed record GradioAppModel(string Path);

/// <summary>The operations that share a tag.</summary>
/// <param name="PropertyName">The client's property, such as <c>Items</c>; null for the client itself.</param>
/// <param name="ClassName">The class of the group, such as <c>ItemsOperations</c>; the client's own name if null above.</param>
/// <param name="Doc">The tag's description.</param>
/// <param name="Operations">The operations, in the document's order.</param>
internal sealed record GroupModel(
    string? PropertyName,
    string ClassName,
    DocModel Doc,
    EquatableArray<OperationModel> Operations);
