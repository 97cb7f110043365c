using System.Reflection;
using DatabricksApps.Harness;
using DatabricksApps.Instances;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Prism;

/// <summary>Calls all operations of a document.</summary>
internal static class DocumentRun
{
    public static async Task<DocumentResult> RunAsync(Project project, string path)
    {
        if (RawDocument.Read(path) is not { } document)
        {
            return new DocumentResult(path, "neither JSON nor YAML", []);
        }

        // Prism serves a document's paths without those of its servers.
        GeneratedCode code = project.Generate([document.ToDocument(("BasePath", "/")), .. ReferencedFiles.Find(path, document.Text)]);
        using LoadedCode loaded = new(code);
        (Operation Operation, MethodInfo Method)[] methods = [.. FindMethods(document, code, loaded.Assembly)];
        if (methods.Length == 0)
        {
            return new DocumentResult(path, null, []);
        }

        try
        {
            using ServedDocument served = ServedDocument.Of(document);
            return await RunAsync(served).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"SHALLOW {path}: Prism is not done with its schemas in time, and has each to a depth of two references");
            using ServedDocument served = ServedDocument.Of(document, isShallow: true);
            return await RunAsync(served).ConfigureAwait(false);
        }

        async Task<DocumentResult> RunAsync(ServedDocument served)
        {
            PrismServer server;
            try
            {
                server = await PrismServer.StartAsync(served.Path).ConfigureAwait(false);
            }
            catch (InvalidOperationException exception)
            {
                return new DocumentResult(path, exception.Message, [.. methods.Select(found => new OperationResult(found.Operation.Pointer, []))]);
            }

            return new DocumentResult(path, null, await CallAsync(document, served, server, loaded.Assembly, methods).ConfigureAwait(false));
        }
    }

    private static async Task<IReadOnlyList<OperationResult>> CallAsync(
        RawDocument document, ServedDocument served, PrismServer server, Assembly assembly, IEnumerable<(Operation, MethodInfo)> methods)
    {
        using PrismHandler handler = new();
        using HttpClient http = new(handler) { BaseAddress = server.Address };
        Type type = assembly.GetTypes().Single(type => type.GetConstructor([typeof(HttpClient)]) is not null);
        OperationCaller caller = new(document, Activator.CreateInstance(type, http)!, handler);
        List<OperationResult> results = [];
        try
        {
            foreach ((Operation operation, MethodInfo method) in methods)
            {
                results.Add(await caller.CallAsync(operation, method).ConfigureAwait(false));
                if (server.HasEnded)
                {
                    server.Dispose();
                    server = await PrismServer.StartAsync(served.Path, server.Address.Port).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            server.Dispose();
        }

        return results;
    }

    private static IEnumerable<(Operation, MethodInfo)> FindMethods(RawDocument document, GeneratedCode code, Assembly assembly) =>
        from tree in code.Trees
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal)
        from pointer in Remarks.PointersOf(method, document.Name).Take(1)
        let operation = Operation.Find(document, pointer)
        where operation is not null
        let type = GeneratedTypes.TypeOf((TypeDeclarationSyntax)method.Parent!, assembly)
        select (operation, type.GetMethod(method.Identifier.ValueText)!);
}
