using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DatabricksApps.Gen;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Contract;

/// <summary>Makes a large document of a smaller one, and measures what its lock costs.</summary>
internal static class Large
{
    private const int Length = 13_000_000;
    private const string Name = "large.openapi.json";

    public static int Run(string file)
    {
        string text = Repeated(File.ReadAllText(file));
        string path = Path.Combine(Path.GetTempPath(), Name);
        File.WriteAllText(path, text);
        Stopwatch watch = Stopwatch.StartNew();
        ClientModel client = ContractDocument.Client(path)!;
        Tell("bound", watch);
        EquatableArray<Fact> facts = Surface.Of(client);
        Tell("facts", watch);
        string accepted = LockFile.Write(Name, facts);
        Tell("lock written", watch);
        EquatableArray<Fact> read = LockReader.Read(accepted, (line, problem) => Console.WriteLine($"{line}: {problem}"));
        Tell("lock read", watch);
        int changes = Difference.Of(read, facts).Count;
        Tell("compared", watch);
        Console.WriteLine($"document {text.Length / 1e6:0.0} MB, lock {accepted.Length / 1e6:0.0} MB, {facts.Count} facts, {changes} changes");
        Generate(text, accepted);
        return changes;
    }

    // The first run is the compiler's first; what counts is the next, with an edit of C# between them.
    private static void Generate(string text, string accepted)
    {
        Project project = new(new DatabricksAppGenerator(rethrowsBugs: true));
        foreach ((string what, Document[] documents) in new[]
        {
            ("without lock", new[] { new Document(Name, text) }),
            ("with lock", [new Document(Name, text), new Document("large.openapi.lock", accepted, isMarked: false)]),
        })
        {
            Stopwatch watch = Stopwatch.StartNew();
            GeneratorDriver driver = project.CreateDriver(documents).RunGenerators(project.CreateCompilation("class A { }"));
            Tell($"{what}: first run", watch);
            foreach (string source in new[] { "class A { }", "class B { }", "class C { }" })
            {
                CSharpCompilation compilation = project.CreateCompilation(source);
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                watch.Restart();
                driver = driver.RunGenerators(compilation);
                double taken = watch.Elapsed.TotalMilliseconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: an edit of C#: {taken:0.0} ms, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0:0} KB; steps that ran: {Ran(driver)}"));
            }
        }
    }

    private static int Ran(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedSteps.Values
        .SelectMany(steps => steps).SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static void Tell(string what, Stopwatch watch)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {watch.Elapsed.TotalMilliseconds:0} ms"));
        watch.Restart();
    }

    // All paths and components again, under other names.
    private static string Repeated(string text)
    {
        JsonObject root = (JsonObject)JsonNode.Parse(text)!;
        string paths = root["paths"]!.ToJsonString(), schemas = root["components"]!["schemas"]!.ToJsonString();
        for (int copy = 1; root.ToJsonString().Length < Length; copy++)
        {
            string suffix = $"_copy{copy}";
            string Renamed(string json) => Regex.Replace(
                Regex.Replace(json, "(\"#/components/schemas/[^\"]+)\"", "$1" + suffix + "\""), "(\"operationId\":\"[^\"]+)\"", "$1" + suffix + "\"");
            foreach ((string path, JsonNode? item) in (JsonObject)JsonNode.Parse(Renamed(paths))!)
            {
                ((JsonObject)root["paths"]!)[$"/copy{copy}{path}"] = item!.DeepClone();
            }

            foreach ((string name, JsonNode? schema) in (JsonObject)JsonNode.Parse(Renamed(schemas))!)
            {
                ((JsonObject)root["components"]!["schemas"]!)[name + suffix] = schema!.DeepClone();
            }
        }

        return root.ToJsonString();
    }
}
