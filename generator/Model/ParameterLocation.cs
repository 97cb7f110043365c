namespace DatabricksApps.Gen.Model;

/// <summary>Where a parameter goes.</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query string.</summary>
    QueryString,
}
