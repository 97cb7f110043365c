using Microsoft.Identity.Client;

namespace DatabricksApps.Entra;

/// <summary>
/// Signs one person in: silently while MSAL has the account of this person and Entra is content, else by asking. An
/// application may hold the accounts of several people, so that the first one will not do.
/// </summary>
/// <param name="application">The application.</param>
/// <param name="userName">Who is meant (the user principal name); null: whoever is asked.</param>
/// <param name="showDeviceCode">Shows the person a device code; null: the browser is opened.</param>
/// <param name="scopes">The Entra scopes.</param>
internal sealed class EntraUser(
    IPublicClientApplication application, string? userName, Func<DeviceCodeResult, Task>? showDeviceCode, string[] scopes)
{
    private readonly EntraAccounts _accounts = EntraAccounts.Of(application);
    private string? _accountId;

    /// <exception cref="AppAuthenticationException">Somebody else signed in than was meant.</exception>
    public async Task<AuthenticationResult> SignInAsync(CancellationToken cancellationToken)
    {
        IAccount? account = await FindAsync().ConfigureAwait(false);
        if (account is not null)
        {
            try
            {
                AuthenticationResult result = await application.AcquireTokenSilent(scopes, account).ExecuteAsync(cancellationToken).ConfigureAwait(false);
                return Keep(result);
            }
            catch (MsalUiRequiredException)
            {
                // Entra wants to see the person again: the refresh token has ended, or a policy changed.
            }
        }

        return Keep(await AskAsync(account, cancellationToken).ConfigureAwait(false));
    }

    // The account that this person signed in with; else the one that was named; else the only one, unless it is known to
    // be of somebody who was asked in another way.
    private async Task<IAccount?> FindAsync()
    {
        IAccount[] all = [.. await application.GetAccountsAsync().ConfigureAwait(false)];
        if (_accountId is not null)
        {
            return all.FirstOrDefault(a => a.HomeAccountId.Identifier == _accountId);
        }

        if (userName is not null)
        {
            IAccount[] named = [.. all.Where(IsMeant)];
            return named.Length == 1 ? named[0] : null;
        }

        IAccount[] own = [.. all.Where(a => _accounts.IsOf(a.HomeAccountId.Identifier, showDeviceCode))];
        return own.Length == 1 ? own[0]
            : own.Length == 0 && all.Length == 1 && !_accounts.IsKnown(all[0].HomeAccountId.Identifier) ? all[0]
            : null;
    }

    private Task<AuthenticationResult> AskAsync(IAccount? account, CancellationToken cancellationToken)
    {
        if (showDeviceCode is not null)
        {
            return application.AcquireTokenWithDeviceCode(scopes, showDeviceCode).ExecuteAsync(cancellationToken);
        }

        AcquireTokenInteractiveParameterBuilder asking = application.AcquireTokenInteractive(scopes).WithUseEmbeddedWebView(false);
        asking = account is not null ? asking.WithAccount(account)
            : userName is not null ? asking.WithLoginHint(userName)
            : asking.WithPrompt(Prompt.SelectAccount);
        return asking.ExecuteAsync(cancellationToken);
    }

    private AuthenticationResult Keep(AuthenticationResult result)
    {
        // Before anything is refused: MSAL keeps the account, and it is not the next person's because it was not this one's.
        string id = result.Account.HomeAccountId.Identifier;
        _accounts.Add(id, showDeviceCode);
        if (userName is not null && !IsMeant(result.Account))
        {
            throw EntraFailure.SomebodyElse();
        }

        if (_accountId is not null && _accountId != id)
        {
            throw EntraFailure.SomebodyElse();
        }

        _accountId = id;
        return result;
    }

    private bool IsMeant(IAccount account) => string.Equals(account.Username, userName, StringComparison.OrdinalIgnoreCase);
}
