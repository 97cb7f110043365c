namespace DatabricksApps.Shuffle;

/// <summary>What of the C# differs.</summary>
internal enum DifferenceKind
{
    /// <summary>A method or its group.</summary>
    OperationName,

    /// <summary>A parameter, or a field of a body, by its C# name.</summary>
    ParameterName,

    /// <summary>A parameter's type, or whether it must be given.</summary>
    ParameterType,

    /// <summary>How the body is spelled, or its type.</summary>
    Body,

    /// <summary>What a success gives.</summary>
    Response,

    /// <summary>The declared errors.</summary>
    Errors,

    /// <summary>A type that stands for the same places under another name.</summary>
    TypeName,

    /// <summary>A type that stands for other places, perhaps under another name: something else was merged.</summary>
    TypePlaces,

    /// <summary>A type that the other order does not have.</summary>
    TypeMissing,

    /// <summary>What kind of type it is, and what it holds beside its members.</summary>
    TypeShape,

    /// <summary>A member's C# name.</summary>
    MemberName,

    /// <summary>A member's type, presence or default.</summary>
    MemberType,

    /// <summary>A case of a union: its name, type or tags.</summary>
    UnionCase,

    /// <summary>A named value of an enum.</summary>
    EnumValue,

    /// <summary>One order gives a client, the other gives none.</summary>
    Client,
}
