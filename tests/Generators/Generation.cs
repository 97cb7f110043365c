namespace DatabricksApps.Generators;

/// <summary>One run of a generator, from the document's file to C#.</summary>
internal abstract class Generation
{
    public const string Ours = "ours", NSwag = "NSwag";

    /// <summary>Starts a run of a side.</summary>
    public static Generation Of(string side, string document) =>
        side == Ours ? new OurGeneration(document) : new NSwagGeneration(document);

    /// <summary>Writes the files.</summary>
    public abstract Task WriteAsync();

    /// <summary>Makes of the files what the compiler takes from the generator.</summary>
    public abstract void Finish();

    /// <summary>Gets the files that were written.</summary>
    public abstract IReadOnlyList<SourceFile> Files { get; }
}
