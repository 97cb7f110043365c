using DatabricksApps.Gen;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes each document in each way once, and compiles its client with what stands beside it while the change is pending.</summary>
internal static class BuildRun
{
    // What takes a minute for each change says no more.
    private const int Longest = 150_000;

    public static int Run(string folder, string? only)
    {
        int documents = 0, built = 0, pending = 0, failed = 0;
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(Locks.IsDocument).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (new FileInfo(file).Length > Longest || MutationCheck.Of(name, File.ReadAllText(file)) is not { } check)
            {
                continue;
            }

            documents++;
            foreach (Mutation mutation in MutationCheck.Mutations.Where(mutation => only is null || mutation.Name.Contains(only, StringComparison.Ordinal)))
            {
                if (check.Change(mutation, 0) is not (var changed, _))
                {
                    continue;
                }

                built++;
                GeneratedCode code = Build(name, changed.ToJsonString(), check.Lock);
                bool isPending = code.Trees.Any(tree => tree.FilePath.Contains(".Changes", StringComparison.Ordinal));
                pending += isPending ? 1 : 0;
                Diagnostic? wrong = isPending ? code.GetCompilerDiagnostics().FirstOrDefault() : mutation.Kind is null ? null : code.Diagnostics.FirstOrDefault(told => told.Id == "DBXAPP0001");
                if (wrong is not null)
                {
                    failed++;
                    Console.WriteLine($"FAILED {Path.GetRelativePath(folder, file)}, {mutation.Name}: {wrong}");
                }
            }
        }

        Console.WriteLine($"{documents} documents, {built} changes, {pending} with something pending for code");
        Console.WriteLine($"{built - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static GeneratedCode Build(string name, string document, string accepted)
    {
        Project project = new(new DatabricksAppGenerator());
        return project.Generate([new Document(name, document), new Document(DatabricksApps.Gen.Input.ProjectLock.PathOf(name), accepted, isMarked: false)]);
    }
}
