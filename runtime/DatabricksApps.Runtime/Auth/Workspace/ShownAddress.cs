namespace DatabricksApps.Auth;

/// <summary>Writes addresses as messages show them: without a user, password and query, any of which may be a secret.</summary>
internal static class ShownAddress
{
    public static string Of(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
