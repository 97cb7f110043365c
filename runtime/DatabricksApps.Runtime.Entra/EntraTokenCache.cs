using DatabricksApps.Auth;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensions.Msal;

namespace DatabricksApps;

/// <summary>Keeps MSAL's tokens on disk, so that a person signs in once and not at each start of the program.</summary>
public static class EntraTokenCache
{
    private const string FileName = "msal.cache";
    private const string Label = "Tokens of Microsoft Entra ID";

    /// <summary>
    /// Keeps the tokens of an application encrypted: by DPAPI on Windows, in the keychain on macOS, in the keyring
    /// (libsecret) on Linux.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="folder">
    /// Where to keep them; null: <c>DatabricksApps</c> in the user's local application data. Whoever can write there
    /// decides who signs in: one that others can write or that is another user's is refused, as are files in it that are.
    /// </param>
    /// <param name="allowUnprotectedFile">
    /// Whether, on a machine without such a store (Linux without a keyring), a file that only the user may read will do;
    /// its tokens are then not encrypted.
    /// </param>
    /// <exception cref="MsalCachePersistenceException">The machine has no such store, and no file is allowed.</exception>
    /// <exception cref="AppAuthenticationException">The folder cannot be made, or is not this user's alone.</exception>
    public static async Task PersistAsync(IPublicClientApplication application, string? folder = null, bool allowUnprotectedFile = false)
    {
        ArgumentNullException.ThrowIfNull(application);
        folder = EntraFolder.Prepare(folder, FileName);
        StorageCreationProperties storage = new StorageCreationPropertiesBuilder(FileName, folder)
            .WithMacKeyChain("DatabricksApps", "Entra")
            .WithLinuxKeyring(
                "com.databricksapps.tokens", MsalCacheHelper.LinuxKeyRingDefaultCollection, Label,
                new KeyValuePair<string, string>("Version", "1"), new KeyValuePair<string, string>("Product", "DatabricksApps"))
            .Build();
        MsalCacheHelper helper = await MsalCacheHelper.CreateAsync(storage).ConfigureAwait(false);
        try
        {
            helper.VerifyPersistence();
        }
        catch (MsalCachePersistenceException) when (allowUnprotectedFile)
        {
            helper = await MsalCacheHelper.CreateAsync(
                new StorageCreationPropertiesBuilder(FileName, folder).WithUnprotectedFile().Build()).ConfigureAwait(false);
        }

        helper.RegisterCache(application.UserTokenCache);
    }
}
