using Microsoft.Identity.Client;

namespace DatabricksApps.Entra;

/// <summary>Signs a person in: silently while MSAL has an account that still may, else by asking.</summary>
internal sealed class EntraUser(IPublicClientApplication application, Func<DeviceCodeResult, Task>? showDeviceCode, string[] scopes)
{
    public async Task<AuthenticationResult> SignInAsync(CancellationToken cancellationToken)
    {
        IAccount? account = (await application.GetAccountsAsync().ConfigureAwait(false)).FirstOrDefault();
        if (account is not null)
        {
            try
            {
                return await application.AcquireTokenSilent(scopes, account).ExecuteAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (MsalUiRequiredException)
            {
                // Entra wants to see the person again: the refresh token has ended, or a policy changed.
            }
        }

        return showDeviceCode is null
            ? await application.AcquireTokenInteractive(scopes).WithAccount(account).WithUseEmbeddedWebView(false)
                .ExecuteAsync(cancellationToken).ConfigureAwait(false)
            : await application.AcquireTokenWithDeviceCode(scopes, showDeviceCode).ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }
}
