namespace DatabricksApps.Auth;

/// <summary>Tells one credential from another; two functions are one if they are the same method of the same object.</summary>
/// <param name="Hash">The hash of all that is text.</param>
/// <param name="OpenBrowser">Who is shown the page of a sign-in.</param>
/// <param name="Provider">What gives another issuer's token.</param>
internal readonly record struct CredentialKey(string Hash, Delegate? OpenBrowser = null, Delegate? Provider = null);
