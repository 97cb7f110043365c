namespace DatabricksApps.Auth;

/// <summary>What the text of an attribute must be.</summary>
internal enum AttributeKind
{
    Text,

    /// <summary>True or false, in the spellings of Go's <c>strconv.ParseBool</c>.</summary>
    Boolean,

    Integer,

    /// <summary>The path of a file; a relative one is of the working directory at the time of reading.</summary>
    Path,
}
