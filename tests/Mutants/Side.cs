namespace DatabricksApps.Mutants;

/// <summary>A half of the product, with the tests that answer for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The folder of its sources.</param>
/// <param name="Project">Its project.</param>
/// <param name="Framework">The framework that the tests run it on.</param>
/// <param name="Suites">The projects of its fast tests.</param>
internal sealed record Side(string Name, string Folder, string Project, string Framework, IReadOnlyList<string> Suites)
{
    public static IReadOnlyList<Side> All { get; } =
    [
        new("generator", "generator/", "generator/DatabricksApps.Gen.csproj", "netstandard2.0", ["DatabricksApps.Gen.Tests"]),
        new(
            "runtime",
            "runtime/DatabricksApps.Runtime/",
            "runtime/DatabricksApps.Runtime/DatabricksApps.Runtime.csproj",
            "net10.0",
            ["DatabricksApps.Runtime.Tests", "DatabricksApps.Generated.Tests"]),
    ];

    /// <summary>Gets the file name of the assembly.</summary>
    public string Assembly => Path.GetFileNameWithoutExtension(Project) + ".dll";
}
