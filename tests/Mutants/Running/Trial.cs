using DatabricksApps.Mutants.Compiling;

namespace DatabricksApps.Mutants.Running;

/// <summary>Tries mutants on the tests that reach them.</summary>
/// <param name="compiler">The side.</param>
/// <param name="baseline">What its tests do without a fault.</param>
/// <param name="program">The tests.</param>
internal sealed class Trial(SideCompiler compiler, Baseline baseline, TestProgram program)
{
    // Most mutants are noticed by a quick test: the others wait until these have passed.
    private const double FirstSeconds = 1.5;

    // A test that waits for something may fail because the machine is slow.
    private const double Unhurried = 0.05;

    private readonly byte[] _original = compiler.Emit(mutant: null)!;

    /// <summary>Tries a mutant.</summary>
    public async Task<(Verdict Verdict, string? Test)> RunAsync(Mutant mutant)
    {
        if (compiler.Emit(mutant) is not { } assembly || assembly.AsSpan().SequenceEqual(_original))
        {
            return (Verdict.Same, null);
        }

        List<string> tests = [.. baseline.TestsOf(mutant)];
        if (tests.Count == 0)
        {
            return (Verdict.NotReached, null);
        }

        program.Replace(assembly);
        foreach (List<string> stage in Stages(tests))
        {
            TestOutcome outcome = await RunStageAsync(stage);
            if (outcome.End != TestEnd.Passed)
            {
                return (outcome.End == TestEnd.Hung ? Verdict.Hung : Verdict.Killed, outcome.Test);
            }
        }

        return (Verdict.Alive, null);
    }

    private async Task<TestOutcome> RunStageAsync(List<string> tests)
    {
        while (tests.Count > 0)
        {
            TestOutcome outcome = await program.RunAsync(tests, LimitOf(tests));
            if (outcome is not { End: TestEnd.Failed, Test: { } test } || baseline.SecondsOf(test) < Unhurried)
            {
                return outcome;
            }

            TestOutcome again = await program.RunAsync([test], LimitOf([test]));
            if (again.End != TestEnd.Passed)
            {
                return outcome;
            }

            tests.Remove(test);
        }

        return new TestOutcome(TestEnd.Passed);
    }

    private List<List<string>> Stages(IReadOnlyList<string> tests)
    {
        double seconds = 0;
        int first = tests.TakeWhile(test => (seconds += baseline.SecondsOf(test)) <= FirstSeconds).Count();
        return [.. new[] { tests.Take(first).ToList(), tests.Skip(first).ToList() }.Where(stage => stage.Count > 0)];
    }

    private TimeSpan LimitOf(IEnumerable<string> tests) => TimeSpan.FromSeconds(15 + (3 * tests.Sum(baseline.SecondsOf)));
}
