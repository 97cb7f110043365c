namespace DatabricksApps.Auth;

/// <summary>
/// A way to sign in to Databricks, such as <c>oauth-m2m</c>. The chain asks each in turn: "not mine" goes on to the
/// next, a source ends the search, and an exception means "mine, but wrong".
/// </summary>
internal interface ICredentialMethod
{
    /// <summary>Gets the name that Databricks' configuration gives the method (<c>auth_type</c>).</summary>
    string Name { get; }

    /// <summary>
    /// Tells whether the settings choose this method on purpose. Its failure then ends the search: the next method might
    /// sign in as somebody else.
    /// </summary>
    bool IsChosen(AuthSettings settings) => false;

    /// <summary>Gets why apps do not take what the method gives, and what to use in its place; null: they take it.</summary>
    AppsRefusal? Refusal => null;

    /// <summary>Looks whether the settings are for this method.</summary>
    /// <exception cref="AppAuthenticationException">The settings are for this method, and it cannot work with them.</exception>
    ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken);
}
