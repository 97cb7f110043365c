using Microsoft.Identity.Client;
using DatabricksApps.Entra;

namespace DatabricksApps;

/// <summary>
/// Signs in with Microsoft Entra ID: MSAL gets an Entra token, and the workspace exchanges it for the Databricks token
/// that apps take. An Entra token itself is refused by apps.
/// </summary>
/// <remarks>
/// The Databricks account needs a federation policy whose issuer, subject and audience are those of the Entra token
/// (<see href="https://docs.databricks.com/aws/en/dev-tools/auth/oauth-federation"/>): a policy of the service principal
/// that <see cref="DatabricksAppOptions.ClientId"/> names, or, without a client id, one of the account.
/// <see cref="DatabricksAppOptions.Host"/> says which workspace exchanges the token. Tokens are cached, by MSAL and here.
/// </remarks>
public static class EntraSignIn
{
    /// <summary>The Entra resource of Databricks: the audience of the token unless another scope is asked for.</summary>
    public const string DatabricksResource = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";

    private const string DefaultScope = DatabricksResource + "/.default";

    /// <summary>Signs in as an Entra application: with a client secret, a certificate or a federated assertion, as the application was built.</summary>
    /// <param name="options">The options of a client.</param>
    /// <param name="application">The application, made by <see cref="ConfidentialClientApplicationBuilder"/>.</param>
    /// <param name="scope">The Entra scope, which decides the token's audience; by default that of Databricks.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DatabricksAppOptions SignInWithEntra(
        this DatabricksAppOptions options, IConfidentialClientApplication application, string scope = DefaultScope)
    {
        ArgumentNullException.ThrowIfNull(application);
        return Use(options, cancellationToken => application.AcquireTokenForClient([scope]).ExecuteAsync(cancellationToken), EntraFailure.OfApplication);
    }

    /// <summary>Signs in as the managed identity of the Azure resource that the program runs on.</summary>
    /// <param name="options">The options of a client.</param>
    /// <param name="identity">The identity, made by <see cref="ManagedIdentityApplicationBuilder"/>.</param>
    /// <param name="resource">The Entra resource, which is the token's audience; by default that of Databricks.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DatabricksAppOptions SignInWithManagedIdentity(
        this DatabricksAppOptions options, IManagedIdentityApplication identity, string resource = DatabricksResource)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Use(options, cancellationToken => identity.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancellationToken), EntraFailure.OfManagedIdentity);
    }

    /// <summary>
    /// Signs in as one person, and asks only if MSAL's cache does not have this person's account: in the system's browser,
    /// or with a code that is entered on another device.
    /// </summary>
    /// <param name="options">The options of a client.</param>
    /// <param name="application">The application, made by <see cref="PublicClientApplicationBuilder"/>.</param>
    /// <param name="showDeviceCode">
    /// Shows the person <see cref="DeviceCodeResult.Message"/>, for machines without a browser; null: the browser is opened.
    /// </param>
    /// <param name="scope">The Entra scope, which decides the token's audience; by default that of Databricks.</param>
    /// <param name="userName">
    /// The person's user principal name, such as <c>ada@example.com</c>: nobody else's account will do, neither from MSAL's
    /// cache nor where somebody else answers. Null: whoever is asked. The only account that MSAL has is then taken for this
    /// person's, unless somebody who is asked by another <paramref name="showDeviceCode"/> signed in with it; where several
    /// people use one application, name each.
    /// </param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DatabricksAppOptions SignInWithEntraUser(
        this DatabricksAppOptions options,
        IPublicClientApplication application,
        Func<DeviceCodeResult, Task>? showDeviceCode = null,
        string scope = DefaultScope,
        string? userName = null)
    {
        ArgumentNullException.ThrowIfNull(application);
        Use(options, new EntraUser(application, userName, showDeviceCode, [scope]).SignInAsync, EntraFailure.OfUser);

        // The person is not to be told that the app is slow.
        options.SignInTimeout ??= Timeout.InfiniteTimeSpan;
        return options;
    }

    private static DatabricksAppOptions Use(
        DatabricksAppOptions options,
        Func<CancellationToken, Task<AuthenticationResult>> signIn,
        Func<MsalException, AppAuthenticationException> explain)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.FederatedTokenProvider = async cancellationToken =>
        {
            try
            {
                return (await signIn(cancellationToken).ConfigureAwait(false)).AccessToken;
            }
            catch (MsalException exception)
            {
                throw explain(exception);
            }
        };
        return options;
    }
}
