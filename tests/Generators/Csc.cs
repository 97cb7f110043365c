using System.Reflection;
using DatabricksApps.Harness;

namespace DatabricksApps.Generators;

/// <summary>The SDK's csc in a fresh process, over what a side wrote.</summary>
/// <param name="Milliseconds">CPU time of the whole process.</param>
/// <param name="Kilobytes">The assembly.</param>
/// <param name="Errors">What csc printed if it failed.</param>
internal sealed record Csc(double Milliseconds, long Kilobytes, string[] Errors)
{
    /// <summary>Compiles the files of a folder as the SDK does in a release build, with .NET 10 and what the side's code needs.</summary>
    /// <exception cref="InvalidOperationException">Ours does not compile.</exception>
    public static async Task<Csc> StartAsync(string side, string folder)
    {
        IEnumerable<string> references = Directory.EnumerateFiles(Metadata("ReferencePack"), "*.dll");
        if (side == Generation.Ours)
        {
            references = references.Concat(PackageFiles.Find("net10.0"));
        }

        string responses = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(
            responses,
            [
                "/nostdlib+ /target:library /langversion:latest /nullable:enable /optimize+ /debug:portable /deterministic+",
                "/warn:10 /nowarn:1701,1702 /nologo /utf8output",
                $"/out:\"{AssemblyOf(folder)}\"",
                .. references.Select(reference => $"/reference:\"{reference}\""),
                $"-recurse:\"{Path.Combine(folder, "*.cs")}\"",
            ]);
        Csc csc = await Child.StartAsAsync<Csc>(Metadata("Csc"), "csc", folder, "/noconfig", "@" + responses);
        return csc.Errors.Length == 0 || side == Generation.NSwag
            ? csc
            : throw new InvalidOperationException($"Ours does not compile: {csc.Errors[0]}");
    }

    /// <summary>Runs csc in this process.</summary>
    public static Csc Run(string folder, string[] arguments)
    {
        TextWriter console = Console.Out;
        using StringWriter output = new();
        Console.SetOut(output);
        int exitCode = AppDomain.CurrentDomain.ExecuteAssembly(Metadata("Csc"), arguments);
        Console.SetOut(console);
        return new Csc(
            Environment.CpuUsage.TotalTime.TotalMilliseconds,
            exitCode == 0 ? new FileInfo(AssemblyOf(folder)).Length / 1024 : 0,
            exitCode == 0 ? [] : [.. output.ToString().Split('\n').Where(line => line.Contains("error CS", StringComparison.Ordinal))]);
    }

    private static string AssemblyOf(string folder) => Path.Combine(folder, "MyApp.dll");

    private static string Metadata(string key) => typeof(Csc).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
