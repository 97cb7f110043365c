namespace DatabricksApps.Auth;

/// <summary>
/// Reads files that are small by what they are, such as a token or profiles. A path may lead to anything: to a device
/// without an end, or to a pipe that makes its readers wait.
/// </summary>
internal static class SmallFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">How many bytes it may have.</param>
    /// <returns>The bytes; none: it is empty, or a pipe or a device; null: it has more than that.</returns>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string path, int longest)
    {
        // A link has a length of its own, and what has none is not opened: opening a pipe waits for who writes it.
        FileSystemInfo target = File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        if (new FileInfo(target.FullName).Length == 0)
        {
            return [];
        }

        // What a file says of its length may be over by now.
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read);
        using MemoryStream content = new();
        byte[] buffer = new byte[4096];
        while (stream.Read(buffer) is var read and > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > longest)
            {
                return null;
            }
        }

        return content.ToArray();
    }
}
