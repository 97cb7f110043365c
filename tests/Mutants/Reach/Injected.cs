namespace DatabricksApps.Mutants.Reach;

/// <summary>The sources that are compiled into the programs under test.</summary>
internal static class Injected
{
    /// <summary>The file that tells, in the product, that a place is reached.</summary>
    public const string Probe = "MutantProbe.cs";

    /// <summary>The file that notes, among the tests, which test reached it.</summary>
    public const string Recorder = "MutantRecorder.cs";

    /// <summary>The variable that names the file to which the recorder writes.</summary>
    public const string Variable = "MUTANT_RECORD";

    /// <summary>Reads a source.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(Injected).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
