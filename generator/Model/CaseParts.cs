namespace DatabricksApps.Gen.Model;

/// <summary>How the part of a mark on the cases of a union begins; that of a case which is new is its name.</summary>
internal static class CaseParts
{
    /// <summary>The case is gone.</summary>
    public const string Gone = "-";

    /// <summary>The case is known by another value on the wire.</summary>
    public const string Moved = "=";

    /// <summary>The cases have another order.</summary>
    public const string Order = "@";
}
