using DatabricksApps.Mutants.Compiling;

namespace DatabricksApps.Mutants.Running;

/// <summary>Tries the mutants of a side on the tests that reach them.</summary>
/// <param name="compiler">The side.</param>
/// <param name="suites">Its suites.</param>
internal sealed class Trial(SideCompiler compiler, IReadOnlyList<SuiteTrial> suites)
{
    private readonly byte[] _original = compiler.Emit(mutant: null)!;

    /// <summary>Tries a mutant.</summary>
    public async Task<(Verdict Verdict, string? Test)> RunAsync(Mutant mutant)
    {
        if (compiler.Emit(mutant) is not { } assembly || assembly.AsSpan().SequenceEqual(_original))
        {
            return (Verdict.Same, null);
        }

        // The quick tests of every suite come before the others of any.
        (SuiteTrial Suite, List<string> Tests)[] stages =
        [
            .. suites
                .SelectMany(suite => suite.Load(mutant, assembly).Select((tests, i) => (Suite: suite, Tests: tests, Order: i)))
                .Where(stage => stage.Tests.Count > 0)
                .OrderBy(stage => stage.Order)
                .Select(stage => (stage.Suite, stage.Tests)),
        ];
        foreach ((SuiteTrial suite, List<string> tests) in stages)
        {
            TestOutcome outcome = await suite.RunAsync(tests);
            if (outcome.End != TestEnd.Passed)
            {
                return (outcome.End == TestEnd.Hung ? Verdict.Hung : Verdict.Killed, outcome.Test);
            }
        }

        return (stages.Length == 0 ? Verdict.NotReached : Verdict.Alive, null);
    }
}
