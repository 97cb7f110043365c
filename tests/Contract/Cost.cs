using System.Diagnostics;
using System.Globalization;
using System.Text;
using DatabricksApps.Contract.Pairs;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Contract;

/// <summary>What telling callers costs: the analyzer beside the compile of 300 files that call a client, with and without pending changes.</summary>
internal static class Cost
{
    private const int Files = 300;
    private const int Operations = 50;
    private const int Rounds = 5;

    public static int Run()
    {
        string before = Document(20, "\"id\", \"size\""), after = Document(30, "\"id\"");
        string accepted = LockFile.Write(Caller.DocumentName, ContractDocument.FactsOf(before, Caller.DocumentName));
        foreach ((string name, string document) in new[] { ("nothing pending", before), ("100 changes pending", after) })
        {
            Compilation compilation = AddFiles(Caller.Compile(document, accepted, "class Nothing;"));
            List<double> compiles = [], analyses = [];
            int told = 0;
            for (int round = 0; round <= Rounds; round++)
            {
                double compile = Time(() => Fresh(compilation).GetDiagnostics());
                CompilationWithAnalyzers analyzed = Fresh(compilation).WithAnalyzers([new AppChangedAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, logAnalyzerExecutionTime: true));
                AnalysisResult result = analyzed.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
                told = result.GetAllDiagnostics().Length;
                if (round > 0)
                {
                    compiles.Add(compile);
                    analyses.Add(result.AnalyzerTelemetryInfo.Values.Sum(one => one.ExecutionTime.TotalMilliseconds));
                }
            }

            double compileTime = Median(compiles), analysis = Median(analyses);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-20} {Files} files: diagnostics of the compiler {compileTime:0} ms, analyzer {analysis:0.0} ms ({100 * analysis / compileTime:0.0} %), {told} told"));
        }

        return 0;
    }

    // A compilation keeps what it found.
    private static Compilation Fresh(Compilation compilation) => compilation.WithAssemblyName("App" + Guid.NewGuid().ToString("N"));

    private static double Time(Action action)
    {
        Stopwatch watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static Compilation AddFiles(Compilation compilation)
    {
        CSharpParseOptions options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        return compilation.AddSyntaxTrees(Enumerable.Range(0, Files).Select(file => CSharpSyntaxTree.ParseText(SourceText.From(Code(file), Encoding.UTF8), options, $"Use{file}.cs")));
    }

    // Each file calls five operations, among code that calls none.
    private static string Code(int file)
    {
        StringBuilder code = new($"static class Use{file} {{\n");
        for (int i = 0; i < 20; i++)
        {
            int operation = (file + i) % Operations;
            code.Append(CultureInfo.InvariantCulture, $$"""
                    public static List<string> Words{{i}}(string text) => text.Split(' ').Where(word => word.Length > {{i}}).Select(word => word.ToUpperInvariant()).ToList();

                """);
            if (i % 4 == 0)
            {
                code.Append(CultureInfo.InvariantCulture, $$"""
                        public static async Task<long> Call{{i}}Async(DepotClient depot)
                        {
                            long sum = 0;
                            foreach (Item{{operation}} item in await depot.ListItem{{operation}}Async("a")) { sum += item.Id; Console.WriteLine($"{item.Size}"); }
                            return sum;
                        }

                    """);
            }
        }

        return code.Append("}\n").ToString();
    }

    private static string Document(int limit, string required)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, Operations);
        string paths = string.Join(",", numbers.Select(i => $$"""
            "/api/items{{i}}": { "get": { "operationId": "list_item{{i}}", "parameters": [
              { "name": "q", "in": "query", "required": true, "schema": { "type": "string" } }, { "name": "limit", "in": "query", "schema": { "type": "integer", "default": {{limit}} } } ],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item{{i}}" } } } } } } } }
            """));
        string schemas = string.Join(",", numbers.Select(i => $$"""
            "Item{{i}}": { "type": "object", "required": [{{required}}], "properties": { "id": { "type": "integer" }, "size": { "type": "integer" }, "only{{i}}": { "type": "string" } } }
            """));
        return $$"""{ "openapi": "3.1.0", "info": { "title": "Depot", "version": "1" }, "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }""";
    }
}
