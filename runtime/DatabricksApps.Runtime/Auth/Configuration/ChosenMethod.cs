namespace DatabricksApps.Auth;

/// <summary>
/// The way to sign in that the code chose without its name, by what it gives: it is taken alone, as if it were named, and
/// its failure leads to nobody else's sign-in.
/// </summary>
internal static class ChosenMethod
{
    private static readonly (AuthAttribute Attribute, string Method)[] s_methods =
    [
        (AuthAttribute.ClientSecret, AuthTypes.ServicePrincipal),
        (AuthAttribute.OidcTokenFile, AuthTypes.OidcFile),
        (AuthAttribute.OidcTokenVariable, AuthTypes.OidcVariable),
    ];

    /// <summary>Gets the method; null: the code names one itself, gives nothing, or more than one.</summary>
    public static string? Of(AuthSettings settings)
    {
        if (IsOfCode(settings, AuthAttribute.AuthType))
        {
            return null;
        }

        // A client's id alone is no way to sign in: a token of another issuer may need it too.
        AuthAttribute[] given = [.. AuthAttribute.All.Where(a => a.Group is not null && a != AuthAttribute.ClientId && IsOfCode(settings, a))];
        return given.Length == 1 ? s_methods.FirstOrDefault(m => m.Attribute == given[0]).Method : null;
    }

    /// <summary>Tells whether the code gives a value, by itself or by a profile that it names.</summary>
    public static bool IsOfCode(AuthSettings settings, AuthAttribute attribute) => settings.SourceOf(attribute) switch
    {
        AuthSource.Options => true,
        AuthSource.Profile => settings.IsProfileOfCode,
        _ => false,
    };
}
