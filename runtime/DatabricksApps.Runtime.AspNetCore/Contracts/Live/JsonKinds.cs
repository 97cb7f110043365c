namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>The kinds of JSON that a value can be, but for null.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    String = 1,
    Integer = 2,

    /// <summary>Any number, integers among them.</summary>
    Number = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
}
