namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>Finds what the build has written about the use of a client: a file beside the program, named after the client's assembly.</summary>
internal static class ContractFile
{
    /// <summary>Reads it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="file">The path of the file, from the program's folder on; null: it is looked for there.</param>
    /// <returns>What the program relies on, or why that is not known.</returns>
    public static (UsedContract? Contract, string Reason) Find(Type client, string? file)
    {
        string pattern = $"{client.Assembly.GetName().Name}.*.contract";
        try
        {
            foreach (string path in file is null ? Directory.EnumerateFiles(AppContext.BaseDirectory, pattern) : [Path.Combine(AppContext.BaseDirectory, file)])
            {
                string text = File.ReadAllText(path);
                if (UsedContract.ClientOf(text) == client.FullName)
                {
                    return (UsedContract.Parse(text), "");
                }
            }

            return (null, $"no file {file ?? pattern} beside the program says what it uses of {client.Name}; a build writes it where the document has a lock: databricks-apps accept");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return (null, $"{file ?? pattern} cannot be read: {exception.Message}");
        }
    }
}
