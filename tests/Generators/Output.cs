namespace DatabricksApps.Generators;

/// <summary>What a side wrote.</summary>
/// <param name="Lines">The lines of all files.</param>
internal sealed record Output(int Lines)
{
    /// <summary>Generates once and writes the files into a folder, for the compiler.</summary>
    public static async Task<Output> WriteAsync(string side, string document, string folder)
    {
        Generation generation = Generation.Of(side, document);
        await generation.WriteAsync();
        foreach (SourceFile file in generation.Files)
        {
            string path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text);
        }

        return new Output(generation.Files.Sum(file => file.Text.Count(c => c == '\n')));
    }
}
