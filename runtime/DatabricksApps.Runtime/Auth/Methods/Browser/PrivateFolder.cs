using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>
/// The folder of kept sign-ins. Whoever can write there can put a sign-in of their own into it, and this program would
/// then sign as them; so one that others can write is refused, not passed over.
/// </summary>
internal static class PrivateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersEnter = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes the folder if need be, for this user alone.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="ofYourOwn">What to do where the folder is another user's, a sentence.</param>
    /// <exception cref="AppAuthenticationException">Others can write it, or it is another user's.</exception>
    public static void Create(string path, string ofYourOwn)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Owner);
            Check(path, ofYourOwn);
        }
    }

    /// <summary>Throws if others can write the folder; on Windows the rights of the user's own folders hold.</summary>
    /// <inheritdoc cref="Create"/>
    public static void Check(string path, string ofYourOwn)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path))
        {
            return;
        }

        if (CanOthersWrite(path))
        {
            throw Unsafe(path, "can be written by other users of this machine", $"Run: chmod 700 {path}, and look whether the files in it are yours.");
        }

        if (IsOfAnother(path))
        {
            throw Unsafe(path, "belongs to another user of this machine", ofYourOwn);
        }
    }

    /// <summary>
    /// Tells whether a file is one that only this user can have written: no link, which may lead anywhere. In a folder that
    /// nobody else can enter its own mode is of no matter; libraries make files by the user's mask.
    /// </summary>
    public static bool IsOwn(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, LinkTarget: null }
                && !(CanOthersWrite(path) && CanOthersEnter(Path.GetDirectoryName(path)!))
                && !IsOfAnother(path);
        }
        catch (FileNotFoundException)
        {
            // It went while it was looked at.
            return false;
        }
    }

    private static bool CanOthersWrite(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersWrite) != 0;

    private static bool CanOthersEnter(string folder) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & OthersEnter) != 0;

    private static bool IsOfAnother(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            // Only the owner may change the mode, also to what it is.
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            // A file system that cannot be changed; nobody else changes it either.
            return false;
        }
    }

    private static AppAuthenticationException Unsafe(string path, string what, string next) => new(FailureText.Of(
        $"{FailureText.SignIn}the folder of kept sign-ins, {path}, {what}: a sign-in that they put there would be yours", null, next));
}
