namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>What a generated type is for the code that uses it.</summary>
internal enum GeneratedKind
{
    /// <summary>Nothing that belongs to a document: registration, serialization, what the compiler made for a method.</summary>
    Other,

    /// <summary>A client, or a group of its operations.</summary>
    Operations,

    /// <summary>A model: its members are properties.</summary>
    Model,

    /// <summary>An enum or a union: its values are fields, its cases methods.</summary>
    Choice,
}

/// <summary>A generated type.</summary>
internal sealed class GeneratedType(GeneratedKind kind, string name, NamesUsed names)
{
    public GeneratedKind Kind { get; } = kind;

    public string Name { get; } = name;

    /// <summary>Gets what is used of the types beside it.</summary>
    public NamesUsed Names { get; } = names;

    /// <summary>Gets or sets the client of operations.</summary>
    public ClientUsage? Client { get; set; }

    /// <summary>Gets or sets the property of the client that gives a group; empty: the client itself.</summary>
    public string Group { get; set; } = "";

    /// <summary>Gets the type as all that a value mentions; null: a value of it says nothing of a document.</summary>
    public GeneratedType[]? AsMention => Kind is GeneratedKind.Model or GeneratedKind.Choice ? _mention ??= [this] : null;

    private GeneratedType[]? _mention;
}
