namespace DatabricksApps.Gen.Model;

/// <summary>A generated type.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Origin">The component (or operation) that it comes from: all types of one origin share a file.</param>
/// <param name="Doc">Its documentation, with its places in the document.</param>
/// <param name="IsDeprecated">Whether the document calls it deprecated.</param>
internal abstract record TypeModel(string Name, string Origin, DocModel Doc, bool IsDeprecated);

/// <summary>A JSON object: an immutable class.</summary>
/// <param name="Properties">The properties, in the document's order.</param>
/// <param name="AdditionalProperties">
/// The type of further properties if the document gives them a schema; null: they are kept as <c>JsonElement</c>.
/// </param>
internal sealed record ObjectTypeModel(
    string Name,
    string Origin,
    DocModel Doc,
    bool IsDeprecated,
    EquatableArray<PropertyModel> Properties,
    TypeRef? AdditionalProperties) : TypeModel(Name, Origin, Doc, IsDeprecated)
{
    /// <summary>Gets whether <c>ToString</c> masks further properties.</summary>
    public bool IsAdditionalSecret { get; init; }

    /// <summary>
    /// Gets, of a case of a union, the constants that a value of the model must have, as JSON: an array holds what a member
    /// may be, an object the constants of the object in it; null: there are none.
    /// </summary>
    public string? Constants { get; init; }

    /// <summary>Gets whether it is what a Gradio endpoint with several outputs returns, of which each may be none of its type.</summary>
    public bool IsGradioResult { get; init; }

    /// <summary>Gets whether a union asks for the model through a list, map or tuple.</summary>
    public bool IsInCollection { get; init; }
}

/// <summary>A property of a JSON object.</summary>
internal sealed record PropertyModel
{
    /// <summary>Gets the C# property.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the JSON property.</summary>
    public required string WireName { get; init; }

    /// <summary>Gets its type; nullable as <see cref="Presence"/> says.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Gets when it is written.</summary>
    public required PropertyPresence Presence { get; init; }

    /// <summary>Gets what its constant leaves it to be, as a JSON array; null: anything.</summary>
    public string? Constant { get; init; }

    /// <summary>Gets what it holds until assigned.</summary>
    public LiteralModel? Default { get; init; }

    /// <summary>Gets its documentation.</summary>
    public DocModel Doc { get; init; } = DocModel.None;

    /// <summary>Gets whether the document calls it deprecated.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Gets whether <c>ToString</c> masks it (<c>format: password</c>, <c>writeOnly</c>).</summary>
    public bool IsSecret { get; init; }
}

/// <summary>When a property is written, and what null means on it.</summary>
internal enum PropertyPresence
{
    /// <summary>C# <c>required</c>; always written (null too, if its type is nullable).</summary>
    Required,

    /// <summary>Never asked for, always written: a required <c>const</c>, which starts at <see cref="PropertyModel.Default"/>.</summary>
    Constant,

    /// <summary>Optional, not nullable in the document: C# nullable, null means unset and is not written.</summary>
    Optional,

    /// <summary>Optional and nullable: written when assigned, also when assigned null; may start at a default.</summary>
    OptionalNullable,

    /// <summary>Optional with a default, not nullable: C# not nullable, starts at the default, written when assigned.</summary>
    Defaulted,
}

/// <summary>A value that a property starts at.</summary>
/// <param name="Kind">How to spell it.</param>
/// <param name="Text">The string, the number in JSON's spelling, <c>true</c>, or the enum member's C# name.</param>
internal sealed record LiteralModel(LiteralKind Kind, string Text);

/// <summary>The kinds of <see cref="LiteralModel"/>.</summary>
internal enum LiteralKind
{
    /// <summary>A string, for <c>string</c>.</summary>
    String,

    /// <summary>A number, for the property's numeric type.</summary>
    Number,

    /// <summary>A Boolean.</summary>
    Boolean,

    /// <summary>A named value of an open enum.</summary>
    EnumMember,

    /// <summary>An empty list.</summary>
    EmptyList,

    /// <summary>An empty map.</summary>
    EmptyMap,

    /// <summary>A model without assigned members.</summary>
    EmptyObject,

    /// <summary>Null.</summary>
    Null,

    /// <summary>Anything else: JSON text, read once at start-up by the property's own JSON code.</summary>
    Json,
}

/// <summary>An open enum: named values, and whatever else the server sends.</summary>
/// <param name="Kind">What the values are on the wire.</param>
/// <param name="Values">The named values, in the document's order, names unique.</param>
internal sealed record EnumTypeModel(
    string Name,
    string Origin,
    DocModel Doc,
    bool IsDeprecated,
    EnumKind Kind,
    EquatableArray<EnumValueModel> Values) : TypeModel(Name, Origin, Doc, IsDeprecated);

/// <summary>What the values of an enum are on the wire.</summary>
internal enum EnumKind
{
    /// <summary>JSON strings.</summary>
    String,

    /// <summary>JSON integers within 64 bits.</summary>
    Integer,

    /// <summary>Any JSON scalars, kept as JSON text.</summary>
    Mixed,
}

/// <summary>A named value of an open enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Wire">The string, the integer's digits, or the JSON text.</param>
internal sealed record EnumValueModel(string Name, string Wire);

/// <summary>One of several types.</summary>
/// <param name="Discriminator">The JSON property that names the case; null: told by shape.</param>
/// <param name="Cases">The cases; no two have the same C# type.</param>
internal sealed record UnionTypeModel(
    string Name,
    string Origin,
    DocModel Doc,
    bool IsDeprecated,
    string? Discriminator,
    EquatableArray<UnionCaseModel> Cases) : TypeModel(Name, Origin, Doc, IsDeprecated)
{
    /// <summary>Gets the members that stand beside the cases in the document: each of them has them.</summary>
    public EquatableArray<UnionMemberModel> Members { get; init; }

    /// <summary>Gets whether <c>ToString</c> masks the value.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets whether a value with the tag of a case can have a constant that the case has not.</summary>
    public bool ChecksConstants { get; init; }
}

/// <summary>A member that all cases of a union have.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="WireName">The JSON property.</param>
/// <param name="Type">Its type, nullable: a value that is none of the cases may lack it.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="IsDeprecated">Whether the document calls it deprecated.</param>
internal sealed record UnionMemberModel(string Name, string WireName, TypeRef Type, DocModel Doc, bool IsDeprecated);

/// <summary>A case of a union.</summary>
/// <param name="Name">Its C# name, such as <c>Cat</c> in <c>TryGetCat</c>.</param>
/// <param name="Type">Its type, not nullable.</param>
/// <param name="Tags">The discriminator's values that mean this case.</param>
internal sealed record UnionCaseModel(string Name, TypeRef Type, EquatableArray<string> Tags)
{
    /// <summary>
    /// Gets the C# property of the discriminator if the case's model sends it only when assigned: a model that
    /// becomes a union must send it, or the server cannot tell the case.
    /// </summary>
    public string? TagMember { get; init; }
}

/// <summary>A JSON array of fixed items, as a record.</summary>
/// <param name="Items">The items, in order; the type's C# properties are <c>Item1</c>, <c>Item2</c>, ….</param>
/// <param name="Rest">The type of further items; null: kept as <c>JsonElement</c>.</param>
internal sealed record TupleTypeModel(
    string Name,
    string Origin,
    DocModel Doc,
    bool IsDeprecated,
    EquatableArray<TypeRef> Items,
    TypeRef? Rest) : TypeModel(Name, Origin, Doc, IsDeprecated)
{
    /// <summary>Gets whether <c>ToString</c> masks the value.</summary>
    public bool IsSecret { get; init; }
}
