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
        Directory.CreateDirectory(folder);
        foreach (SourceFile file in generation.Files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file.Name), file.Text);
        }

        return new Output(generation.Files.Sum(file => file.Text.Count(c => c == '\n')));
    }
}
