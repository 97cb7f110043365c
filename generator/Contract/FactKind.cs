namespace DatabricksApps.Gen.Contract;

/// <summary>What a fact is about.</summary>
internal enum FactKind
{
    /// <summary>A route or endpoint, and the method that calls it.</summary>
    Operation,

    /// <summary>A parameter outside the body.</summary>
    Parameter,

    /// <summary>How a body is sent.</summary>
    Body,

    /// <summary>A field of a body that is a parameter of the method.</summary>
    Field,

    /// <summary>What a success gives.</summary>
    Answer,

    /// <summary>A further method of the operation, which asks for another kind of its answers, and what it gives.</summary>
    Method,

    /// <summary>A declared error.</summary>
    Error,

    /// <summary>A header of a success.</summary>
    Header,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A property of a model.</summary>
    Member,

    /// <summary>A value of an enum.</summary>
    Value,

    /// <summary>A case of a union.</summary>
    Case,
}
