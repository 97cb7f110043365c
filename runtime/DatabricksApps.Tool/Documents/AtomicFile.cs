using System.Text;

namespace DatabricksApps.Tool.Documents;

/// <summary>Replaces a file as a whole: whoever reads it, or pulls the plug, has the old one or the new one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a text as UTF-8, without a mark.</summary>
    public static Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Writes bytes beside the file, and moves them over it.</summary>
    public static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        // A link stays one: what it points at is replaced.
        string target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string beside = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            await File.WriteAllBytesAsync(beside, bytes, cancellationToken);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
