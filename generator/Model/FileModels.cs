namespace DatabricksApps.Gen.Model;

/// <summary>The files of types and of operations, each at the place of its number.</summary>
/// <param name="Types">The files of types; those without types are not written.</param>
/// <param name="Operations">The files of operations; those without groups are not written.</param>
internal sealed record PartsModel(EquatableArray<TypesFileModel> Types, EquatableArray<OperationsFileModel> Operations);

/// <summary>What one file of types is written from.</summary>
/// <remarks>
/// The records of this file are the parts that <see cref="Buckets"/> cuts a <see cref="ClientModel"/> into: one for
/// each generated file, and nothing in it that the file does not say. So a change of the document writes again only the
/// files that it shows in.
/// </remarks>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the types.</param>
/// <param name="JsonName">The class whose <c>AddTypes00</c>, <c>AddTypes01</c>, … this file has its part of.</param>
/// <param name="IsPublic">Whether the types are public (else internal).</param>
/// <param name="Bucket">The number of the file, from 0.</param>
/// <param name="Types">The types, in the order of their names.</param>
internal sealed record TypesFileModel(
    string DocumentName,
    string Namespace,
    string JsonName,
    bool IsPublic,
    int Bucket,
    EquatableArray<TypeModel> Types)
{
    /// <summary>Gets the further parts of very large unions whose heads are in other files.</summary>
    public EquatableArray<UnionPartModel> Parts { get; init; }

    /// <summary>Gets whether there is nothing to write.</summary>
    public bool IsEmpty => Types.IsEmpty && Parts.IsEmpty;
}

/// <summary>A further part of a very large union.</summary>
/// <param name="Union">The union.</param>
/// <param name="First">The index of the part's first case.</param>
internal sealed record UnionPartModel(UnionTypeModel Union, int First);

/// <summary>What the file that makes the unions of a document unions of C# 15 is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the unions.</param>
/// <param name="JsonName">The class of the client's JSON, which the file is called after.</param>
/// <param name="Names">The unions; empty: no file.</param>
/// <param name="NamedValue">The one whose name is that of the member that C# reads a union by; null: there is none.</param>
internal sealed record UnionsFileModel(
    string DocumentName,
    string Namespace,
    string JsonName,
    EquatableArray<string> Names,
    UnionTypeModel? NamedValue);

/// <summary>What one file of operations is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the classes.</param>
/// <param name="ClientName">The client class, which the operations without a group belong to.</param>
/// <param name="IsPublic">Whether the classes are public (else internal).</param>
/// <param name="Bucket">The number of the file, from 0.</param>
/// <param name="Groups">The groups with their operations; empty: no file.</param>
internal sealed record OperationsFileModel(
    string DocumentName,
    string Namespace,
    string ClientName,
    bool IsPublic,
    int Bucket,
    EquatableArray<GroupModel> Groups);

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
    /// <summary>Gets the path that a Gradio app is mounted at, empty for the root; null: no Gradio app.</summary>
    public string? GradioPath { get; init; }
}

/// <summary>What the file of the type-info resolver is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the resolver's class.</param>
/// <param name="JsonName">The class that holds the resolver.</param>
/// <param name="IsPublic">Whether the class is public (else internal).</param>
/// <param name="TypesFiles">The number of files of types, those without types included.</param>
internal sealed record ResolverFileModel(
    string DocumentName,
    string Namespace,
    string JsonName,
    bool IsPublic,
    int TypesFiles);
