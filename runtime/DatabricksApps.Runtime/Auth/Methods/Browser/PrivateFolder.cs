namespace DatabricksApps.Auth;

/// <summary>
/// The folder of kept sign-ins. Whoever can write there can put a sign-in of their own into it, and this program would
/// then sign as them; so one that others can write is refused, not passed over.
/// </summary>
internal static class PrivateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes the folder if need be, for this user alone.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Owner);
            Check(path);
        }
    }

    /// <summary>Throws if others can write the folder; on Windows the rights of the user's own folders hold.</summary>
    /// <exception cref="AppAuthenticationException">They can.</exception>
    public static void Check(string path)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
        {
            return;
        }

        UnixFileMode mode = File.GetUnixFileMode(path);
        if ((mode & OthersWrite) != 0)
        {
            throw Unsafe(path, "can be written by other users of this machine", $"Run: chmod 700 {path}, and look whether the files in it are yours.");
        }

        try
        {
            // Only the owner may change the mode, also to what it is.
            File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unsafe(path, "belongs to another user of this machine", "Set TokenFolder to a folder of your own, or to an empty text to keep nothing.");
        }
        catch (IOException)
        {
            // A file system that cannot be changed; nobody else changes it either.
        }
    }

    /// <summary>Tells whether a file is one that only this user can have written: no link, which may lead anywhere.</summary>
    public static bool IsOwn(string path) =>
        new FileInfo(path) is { Exists: true, LinkTarget: null }
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & OthersWrite) == 0);

    private static AppAuthenticationException Unsafe(string path, string what, string next) => AuthFailure.Of(
        $"the folder of kept sign-ins, {path}, {what}: a sign-in that they put there would be yours", null, next);
}
