using DatabricksApps.Auth;
using DatabricksApps.Errors;

namespace DatabricksApps;

/// <summary>The folder in which MSAL keeps tokens: this user's alone, as that of the runtime's own sign-ins.</summary>
internal static class EntraFolder
{
    private const string OfYourOwn = "Give PersistAsync a folder of your own.";

    /// <summary>Makes the folder if need be, and looks whether what MSAL would read there can only be this user's.</summary>
    /// <param name="folder">The folder; null: the user's own.</param>
    /// <param name="file">The name of MSAL's file.</param>
    /// <returns>The full path, which stays when the working directory changes.</returns>
    /// <exception cref="AppAuthenticationException">It cannot be made, or is not this user's alone.</exception>
    public static string Prepare(string? folder, string file)
    {
        string path = folder is null ? Default() : Path.GetFullPath(folder);
        try
        {
            PrivateFolder.Create(path, OfYourOwn);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AppAuthenticationException(
                FailureText.Of(
                    $"{FailureText.SignIn}the folder of kept sign-ins, {path}, cannot be made",
                    folder is null ? "HOME or XDG_DATA_HOME does not name a folder of this user." : null,
                    (folder is null ? "set HOME to the user's home folder, or give" : "give") + " PersistAsync a folder that this user can write."),
                exception);
        }

        // MSAL's lock is a file beside its own, which it would make where a link leads.
        foreach (string name in (string[])[file, file + ".lockfile"])
        {
            FileInfo info = new(Path.Combine(path, name));
            if (IsThere(info) && !PrivateFolder.IsOwn(info.FullName) && IsThere(new FileInfo(info.FullName)))
            {
                throw new AppAuthenticationException(FailureText.Of(
                    $"{FailureText.SignIn}the file of kept sign-ins, {info.FullName}, is a link, another user's, or one that others can write: a sign-in that they put there " +
                    "would be yours",
                    null,
                    $"Look whose it is, and delete {info.FullName}."));
            }
        }

        return path;
    }

    // A lock comes and goes with another process.
    private static bool IsThere(FileInfo file) => file.Exists || file.LinkTarget is not null;

    // Not verified by .NET, which would fail without a word of what is missing.
    private static string Default() => Path.GetFullPath(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "DatabricksApps"));
}
