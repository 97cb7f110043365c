using System.Collections.Immutable;
using System.Reflection;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests;

/// <summary>What the steps of a run did.</summary>
internal static class Steps
{
    /// <summary>Gets the names of all steps: those of a new one too, without an edit here.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Asserts that every step and every output was taken from the run before.</summary>
    public static void AssertNothingRan(GeneratorRunResult result)
    {
        foreach (string name in Names)
        {
            Assert.All(Outputs(result.TrackedSteps, name), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name} is {output.Reason}"));
        }

        Assert.All(
            result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>Gets the names of the files that differ between two runs: written again, new or gone.</summary>
    /// <remarks>A file that was kept is the very same text object.</remarks>
    public static IReadOnlyList<string> ChangedFiles(GeneratorRunResult before, GeneratorRunResult after)
    {
        Dictionary<string, SourceText> old = before.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText);
        Dictionary<string, SourceText> written = after.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText);
        return
        [
            .. old.Keys.Union(written.Keys)
                .Where(name => !ReferenceEquals(old.GetValueOrDefault(name), written.GetValueOrDefault(name)))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Gets the outputs of a step that did not come from the run before.</summary>
    public static IReadOnlyList<object> Changed(GeneratorRunResult result, string name) =>
    [
        .. Outputs(result.TrackedSteps, name)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => output.Value),
    ];

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps, string name) =>
        steps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> runs) ? runs.SelectMany(run => run.Outputs) : [];
}
