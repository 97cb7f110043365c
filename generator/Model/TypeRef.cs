namespace DatabricksApps.Gen.Model;

/// <summary>A use of a C# type: of a property, a parameter, an item, a result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The generated type's name, for the kinds that have one; else null.</param>
/// <param name="Arguments">The item of a list, the value of a map, the items of a tuple.</param>
/// <param name="IsNullable">Whether the C# type is written with <c>?</c>.</param>
internal sealed record TypeRef(
    TypeKind Kind,
    string? Name,
    EquatableArray<TypeRef> Arguments,
    bool IsNullable)
{
    // A value for each kind that has no name: it says the same wherever it is used.
    private static readonly TypeRef?[] s_ofKinds = new TypeRef?[(int)TypeKind.TupleRecord + 1];

    /// <summary>How many types the C# type names.</summary>
    private readonly int _names = 1 + NamesOf(Arguments);

    /// <summary>How many types its codec names, which for each part of the type names the part and the part's codec.</summary>
    private readonly int _codecNames = 1 + NamesOf(Arguments) + SizeOf(Arguments);

    /// <summary>Gets how many types its codec names, null included: the measure of what it takes to spell it.</summary>
    public int Size => IsNullable ? _codecNames + _names + 1 : _codecNames;

    public static TypeRef Of(TypeKind kind) => s_ofKinds[(int)kind] ??= new(kind, null, EquatableArray<TypeRef>.Empty, false);

    public static TypeRef Named(TypeKind kind, string name) => new(kind, name, EquatableArray<TypeRef>.Empty, false);

    public static TypeRef ListOf(TypeRef item) => new(TypeKind.List, null, EquatableArray.Create(item), false);

    public static TypeRef MapOf(TypeRef value) => new(TypeKind.Map, null, EquatableArray.Create(value), false);

    private static int NamesOf(EquatableArray<TypeRef> types)
    {
        int names = 0;
        for (int i = 0; i < types.Count; i++)
        {
            names += types[i]._names;
        }

        return names;
    }

    private static int SizeOf(EquatableArray<TypeRef> types)
    {
        int size = 0;
        for (int i = 0; i < types.Count; i++)
        {
            size += types[i].Size;
        }

        return size;
    }

    /// <summary>Gets the one argument of a list or map.</summary>
    public TypeRef Item => Arguments[0];

    /// <summary>Gets whether it is a file, or a list or map of files.</summary>
    public bool HasFiles => Kind == TypeKind.File || (Kind is TypeKind.List or TypeKind.Map && Item.Kind == TypeKind.File);

    /// <summary>Shows the type; the record's own text would ask for an item that there may not be.</summary>
    public override string ToString() =>
        (Name ?? Kind.ToString()) + (Arguments.IsEmpty ? "" : $"<{string.Join(", ", Arguments)}>") + (IsNullable ? "?" : "");

    public TypeRef AsNullable() => IsNullable ? this : this with { IsNullable = true };

    public TypeRef AsNotNullable() => IsNullable ? this with { IsNullable = false } : this;
}

/// <summary>The kinds of C# types that a document's schemas become.</summary>
internal enum TypeKind
{
    /// <summary><c>string</c></summary>
    String,

    /// <summary><c>bool</c></summary>
    Boolean,

    /// <summary><c>int</c></summary>
    Int32,

    /// <summary><c>long</c></summary>
    Int64,

    /// <summary><c>System.Numerics.BigInteger</c></summary>
    BigInteger,

    /// <summary><c>float</c></summary>
    Single,

    /// <summary><c>double</c></summary>
    Double,

    /// <summary><c>decimal</c>, a JSON number.</summary>
    Decimal,

    /// <summary><c>decimal</c> that Pydantic writes as a string and reads as string or number.</summary>
    DecimalString,

    /// <summary><c>DateTimeOffset</c></summary>
    DateTime,

    /// <summary><c>DateOnly</c></summary>
    Date,

    /// <summary><c>TimeOnly</c></summary>
    Time,

    /// <summary><c>TimeSpan</c>, ISO 8601 on the wire.</summary>
    Duration,

    /// <summary><c>TimeSpan</c>, in .NET's constant format on the wire.</summary>
    ConstantDuration,

    /// <summary><c>Guid</c></summary>
    Guid,

    /// <summary><c>Uri</c></summary>
    Uri,

    /// <summary><c>byte[]</c>, base64 on the wire.</summary>
    Bytes,

    /// <summary><c>JsonElement</c>: any JSON.</summary>
    Any,

    /// <summary><c>AppFile</c>, of a body or an answer; inside JSON only of a Gradio app, whose JSON names uploaded files.</summary>
    File,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c></summary>
    List,

    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c></summary>
    Map,

    /// <summary>A C# value tuple of 2 to 7 items, a JSON array on the wire.</summary>
    Tuple,

    /// <summary>A generated model (<see cref="ObjectTypeModel"/>).</summary>
    Object,

    /// <summary>A generated open enum (<see cref="EnumTypeModel"/>).</summary>
    Enum,

    /// <summary>A generated union (<see cref="UnionTypeModel"/>).</summary>
    Union,

    /// <summary>A generated record for a JSON array of fixed items that no value tuple can hold (<see cref="TupleTypeModel"/>).</summary>
    TupleRecord,
}
