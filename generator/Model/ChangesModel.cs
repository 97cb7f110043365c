namespace DatabricksApps.Gen.Model;

/// <summary>What is pending between a document and its lock, for the code that calls its client: what one more file is written from.</summary>
/// <param name="FileName">The file's name in the folder of the client, without extension.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the client.</param>
/// <param name="ClientName">The client class.</param>
/// <param name="IsPublic">Whether the types are public (else internal).</param>
/// <param name="Methods">The methods that are gone.</param>
/// <param name="Groups">The groups of which all methods are gone.</param>
/// <param name="Members">The members of types that are gone.</param>
/// <param name="Types">The types that are gone.</param>
/// <param name="Marks">What is still there and no longer the same.</param>
/// <param name="GoneId">The diagnostic of what is gone.</param>
internal sealed record ChangesModel(
    string FileName,
    string DocumentName,
    string Namespace,
    string ClientName,
    bool IsPublic,
    EquatableArray<GoneMethodModel> Methods,
    EquatableArray<GoneGroupModel> Groups,
    EquatableArray<GoneMemberModel> Members,
    EquatableArray<GoneTypeModel> Types,
    EquatableArray<MarkModel> Marks,
    string GoneId);

/// <summary>A method that is gone.</summary>
/// <param name="Group">The client's property of its group; empty: the client itself had it.</param>
/// <param name="ClassName">The class that had it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, in the order of C#.</param>
/// <param name="Response">What it gave.</param>
/// <param name="Text">What became of it.</param>
internal sealed record GoneMethodModel(
    string Group, string ClassName, string Name, EquatableArray<GoneParameterModel> Parameters, ResponseModel Response, string Text);

/// <summary>A parameter of a method that is gone.</summary>
internal sealed record GoneParameterModel(string Name, TypeRef Type, bool IsRequired);

/// <summary>A group of which all methods are gone: the client's property, and the class that has them.</summary>
internal sealed record GoneGroupModel(string PropertyName, string ClassName, string Text);

/// <summary>A member of a type that is gone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The type that had it.</param>
/// <param name="Name">Its name; of a case, that of the case.</param>
/// <param name="Type">The type of a property or case; of a value, the enum.</param>
/// <param name="Text">What became of it; empty: its whole type is gone.</param>
internal sealed record GoneMemberModel(GoneMemberKind Kind, string Owner, string Name, TypeRef Type, string Text)
{
    /// <summary>Gets whether a value of the type became the case without a word, and becomes no other now.</summary>
    public bool Converts { get; init; }
}

/// <summary>What a member that is gone was.</summary>
internal enum GoneMemberKind
{
    /// <summary>A property of a model.</summary>
    Property,

    /// <summary>A property that all cases of a union have.</summary>
    UnionProperty,

    /// <summary>A value of an enum.</summary>
    Value,

    /// <summary>A case of a union.</summary>
    Case,
}

/// <summary>A type that is gone.</summary>
/// <param name="Kind">What it was: <see cref="TypeKind.Object"/>, <see cref="TypeKind.Enum"/>, <see cref="TypeKind.Union"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its members.</param>
/// <param name="Text">What became of it.</param>
internal sealed record GoneTypeModel(TypeKind Kind, string Name, EquatableArray<GoneMemberModel> Members, string Text);

/// <summary>Something that code uses, and what there is to know where it does.</summary>
/// <param name="Type">The type of the client's namespace that has it, such as <c>ItemsOperations</c> or <c>Color.Known</c>.</param>
/// <param name="Member">The method or property; empty: the type itself.</param>
/// <param name="Part">What of it: a parameter, a bound, a former name; empty: all of it.</param>
/// <param name="Use">Which uses of it are meant.</param>
/// <param name="Id">The diagnostic.</param>
/// <param name="Text">What it says.</param>
internal sealed record MarkModel(string Type, string Member, string Part, MarkUse Use, string Id, string Text);
