namespace DatabricksApps.Auth;

/// <summary>Why apps do not take what a method gives.</summary>
/// <param name="Reason">The reason, as the end of "pat: …", without a stop.</param>
/// <param name="Next">What to use in its place, a sentence.</param>
internal sealed record AppsRefusal(string Reason, string Next);
