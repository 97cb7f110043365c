namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    /// <summary>Gets whether the request belongs to no user, so that the program's own sign-in signs it, not <c>TokenProvider</c>.</summary>
    internal bool SignsAsProgram { get; init; }
}
