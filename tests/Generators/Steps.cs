using System.Text;
using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Emit;
using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Emit.Types;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Addresses;
using DatabricksApps.Gen.OpenApi.Documents;
using DatabricksApps.Gen.Pipeline;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Generators;

/// <summary>The steps of our generator one after the other, without Roslyn's driver, which tells no allocations of a step.</summary>
internal static class Steps
{
    public static async Task<Step[][]> MeasureAsync(string document)
    {
        await WarmUp.RunAsync(() => Task.FromResult(Run(document)));
        return [.. Enumerable.Range(0, Rounds.Warm(document)).Select(_ => Run(document))];
    }

    private static Step[] Run(string path)
    {
        Meter meter = Meter.StartClean();
        List<Step> steps = [];
        void End(string name) => steps.Add(new Step(name, meter.Lap()));

        Document file = OurGeneration.ReadDocument(path);
        DocumentInput input = DocumentInput.From(file, new ProjectOptions())!.With(new ProjectFiles(EquatableArray.Create(ProjectFile.From(file, default))), new ProjectLocks(default));
        End("find files");

        Findings findings = new();
        SourceText text = input.ReadText(default)!;
        GradioReader.TryRead(path, text.ToString(), findings, default);
        ReadResult read = DocumentReader.Read(path, text.ToString(), _ => null, findings, default);
        End("read");

        ClientModel client = ClientBinder.Bind(read.Document!, path, input.Options, KeptNames.None, findings, default);
        End("bind");

        DiagnosticPlacement.Place(findings, path, text, read.Positions, read.Files);
        End("place diagnostics");

        PartsModel parts = Buckets.Cut(client);
        End("cut into files");

        SourceText[] written = [.. Write(client, parts).Select(code => SourceText.From(code, Encoding.UTF8))];
        End("write");

        foreach (SourceText code in written)
        {
            CSharpSyntaxTree.ParseText(code, OurGeneration.ParseOptions);
        }

        End("parse (the compiler)");
        return [.. steps];
    }

    private static IEnumerable<string> Write(ClientModel client, PartsModel parts) =>
    [
        .. parts.Operations.SelectMany(bucket => bucket.Files).Select(OperationsFile.Write),
        .. parts.Types.SelectMany(bucket => bucket.Files).Select(TypesFile.Write),
        ClientFile.Write(Buckets.SelectClient(client)),
        ResolverFile.Write(Buckets.SelectResolver(client)),
    ];
}

/// <summary>What a step took.</summary>
internal sealed record Step(string Name, Usage Used);
