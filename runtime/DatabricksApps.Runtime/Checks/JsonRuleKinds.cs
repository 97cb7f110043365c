using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>The kinds of JSON values.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonRuleKinds
{
    /// <summary>Any.</summary>
    Any = 0,

    /// <summary>A string.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>A number without a fraction.</summary>
    Integer = 4,

    /// <summary>True or false.</summary>
    Boolean = 8,

    /// <summary>An object.</summary>
    Object = 16,

    /// <summary>An array.</summary>
    Array = 32,

    /// <summary>Null.</summary>
    Null = 64,
}
