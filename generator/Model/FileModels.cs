namespace DatabricksApps.Gen.Model;

/// <summary>The files of types and of operations, in buckets: those of a bucket are written together.</summary>
/// <param name="Types">The buckets of files of types, each at the place of its number; they may be empty.</param>
/// <param name="Operations">The buckets of files of operations, likewise.</param>
internal sealed record PartsModel(
    EquatableArray<TypesBucketModel> Types,
    EquatableArray<OperationsBucketModel> Operations);

/// <summary>Files of types that are written together.</summary>
internal sealed record TypesBucketModel(EquatableArray<TypesFileModel> Files);

/// <summary>Files of operations that are written together.</summary>
internal sealed record OperationsBucketModel(EquatableArray<OperationsFileModel> Files);

/// <summary>What one file of types is written from.</summary>
/// <remarks>
/// The records of this file are the parts that <see cref="Buckets"/> cuts a <see cref="ClientModel"/> into: one for
/// each generated file, and nothing in it that the file does not say. So a change of the document writes again only the
/// buckets of files that it shows in.
/// </remarks>
/// <param name="Name">The file's name in the folder of the client, without extension.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the types.</param>
/// <param name="ClientName">The client class, which the folder of the files is named after.</param>
/// <param name="JsonName">The class that holds the types' converter.</param>
/// <param name="IsPublic">Whether the types are public (else internal).</param>
/// <param name="Types">The types, in the order of their names.</param>
internal sealed record TypesFileModel(
    string Name,
    string DocumentName,
    string Namespace,
    string ClientName,
    string JsonName,
    bool IsPublic,
    EquatableArray<TypeModel> Types)
{
    /// <summary>Gets the further part of a very large union that the file has instead of types.</summary>
    public UnionPartModel? Part { get; init; }
}

/// <summary>A further part of a very large union.</summary>
/// <param name="Union">The union.</param>
/// <param name="First">The index of the part's first case.</param>
internal sealed record UnionPartModel(UnionTypeModel Union, int First);

/// <summary>What the file that makes the unions of a document unions of C# 15 is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the unions.</param>
/// <param name="ClientName">The client class, after which the folder is named.</param>
/// <param name="JsonName">The class of the client's JSON, which the file is called after.</param>
/// <param name="Names">The unions; empty: no file.</param>
/// <param name="NamedValue">The one whose name is that of the member that C# reads a union by; null: there is none.</param>
internal sealed record UnionsFileModel(
    string DocumentName,
    string Namespace,
    string ClientName,
    string JsonName,
    EquatableArray<string> Names,
    UnionTypeModel? NamedValue);

/// <summary>What one file of operations is written from.</summary>
/// <param name="Name">The file's name in the folder of the client, without extension.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="ClientName">The client class, which the operations without a group belong to.</param>
/// <param name="IsPublic">Whether the class is public (else internal).</param>
/// <param name="Group">The group with its operations, or those of them that this file has.</param>
internal sealed record OperationsFileModel(
    string Name,
    string DocumentName,
    string Namespace,
    string ClientName,
    bool IsPublic,
    GroupModel Group)
{
    /// <summary>Gets the class that holds the rules of values.</summary>
    public string RulesName { get; init; } = "";

    /// <summary>Gets the number of the part if the head of the class is in another file; null: it is in this one.</summary>
    public int? Part { get; init; }
}

/// <summary>What the file of the client class and its registration is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the client.</param>
/// <param name="BaseName">The stem of the names, such as <c>Inventory</c>.</param>
/// <param name="ClientName">The client class.</param>
/// <param name="IsPublic">Whether the client is public (else internal).</param>
/// <param name="Doc">The documentation of the client.</param>
/// <param name="Scopes">The Databricks scopes of the item's metadata.</param>
/// <param name="Groups">The groups that are properties of the client, without their operations.</param>
internal sealed record ClientFileModel(
    string DocumentName,
    string Namespace,
    string BaseName,
    string ClientName,
    bool IsPublic,
    DocModel Doc,
    EquatableArray<string> Scopes,
    EquatableArray<GroupModel> Groups)
{
    /// <summary>Gets the names of the document's API keys.</summary>
    public EquatableArray<string> ApiKeys { get; init; }

    /// <summary>Gets the Gradio app that is called; null: the app is none.</summary>
    public GradioAppModel? Gradio { get; init; }

    /// <summary>Gets why the document cannot be read, where nothing tells what is missing in the client; null: it is read.</summary>
    public UnreadableModel? Unreadable { get; init; }
}

/// <summary>What the file of the type-info resolver is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the resolver's class.</param>
/// <param name="ClientName">The client class, which the folder of the files is named after.</param>
/// <param name="JsonName">The class that holds the resolver.</param>
/// <param name="IsPublic">Whether the class is public (else internal).</param>
/// <param name="Types">The names of the types, so that only a type that comes or goes writes the file again.</param>
/// <param name="Values">The other types that members and methods give.</param>
/// <param name="Streams">The items of the streams that methods give.</param>
internal sealed record ResolverFileModel(
    string DocumentName,
    string Namespace,
    string ClientName,
    string JsonName,
    bool IsPublic,
    EquatableArray<string> Types,
    EquatableArray<TypeRef> Values,
    EquatableArray<StreamItemModel> Streams);

/// <summary>What the items of a stream are.</summary>
/// <param name="Item">The type of the item, or of the data of an event.</param>
/// <param name="IsEvent">Whether the item is an event.</param>
internal sealed record StreamItemModel(TypeRef Item, bool IsEvent);
