using System.Globalization;

namespace DatabricksApps.Http;

/// <summary>Saves files in a folder.</summary>
internal static class SavedFile
{
    private const string NameOfNone = "file";
    private const int MostTries = 10_000;

    /// <summary>Writes a file under its name, or the first free one like it.</summary>
    /// <returns>The path.</returns>
    public static async Task<string> WriteAsync(AppFile file, string folder, CancellationToken cancellationToken)
    {
        FileStream target = Create(Path.GetFullPath(folder), FileName.Of(file.FileName) ?? NameOfNone);
        bool isWhole = false;
        try
        {
            await file.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            isWhole = true;
            return target.Name;
        }
        finally
        {
            await target.DisposeAsync().ConfigureAwait(false);
            if (!isWhole)
            {
                File.Delete(target.Name);
            }
        }
    }

    // CreateNew follows no link that lies at the file's place.
    private static FileStream Create(string folder, string name)
    {
        (string stem, string extension) = FileName.Split(name);
        for (int number = 1; ; number++)
        {
            string numbered = number == 1 ? name : FileName.Join(stem, string.Create(CultureInfo.InvariantCulture, $" ({number}){extension}"));
            string path = Path.Combine(folder, numbered);
            try
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous);
            }
            catch (IOException) when (number < MostTries && Path.Exists(path))
            {
                // The name is taken.
            }
        }
    }
}
