namespace DatabricksApps.Mutants.Running;

/// <summary>Asks a suite about mutants.</summary>
/// <param name="baseline">What its tests do without a fault.</param>
/// <param name="program">The tests.</param>
internal sealed class SuiteTrial(Baseline baseline, TestProgram program)
{
    // Most mutants are noticed by a quick test: the others wait until these have passed, and the slowest longest.
    private static readonly double[] s_stages = [1.5, 12, double.MaxValue];

    // A test that waits for something may fail because the machine is slow.
    private const double Unhurried = 0.05;

    /// <summary>Puts a mutant into the suite.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="assembly">The product with it.</param>
    /// <returns>The tests that reach it, the quick ones first; what a stage has no test for is empty.</returns>
    public IReadOnlyList<List<string>> Load(Mutant mutant, byte[] assembly)
    {
        IReadOnlyList<string> tests = baseline.TestsOf(mutant);
        if (tests.Count == 0)
        {
            return [];
        }

        program.Replace(assembly);
        List<List<string>> stages = [.. s_stages.Select(_ => new List<string>())];
        double seconds = 0;
        foreach (string test in tests)
        {
            seconds += baseline.SecondsOf(test);
            stages[Array.FindIndex(s_stages, stage => seconds <= stage)].Add(test);
        }

        return stages;
    }

    /// <summary>Runs tests until one fails, and fails again if it is one that may have failed by chance.</summary>
    public async Task<TestOutcome> RunAsync(List<string> tests)
    {
        int ended = 0;
        while (tests.Count > 0)
        {
            TestOutcome outcome = await program.RunAsync(tests, UsualTimeOf(tests));
            // More than once it is the fault that ends its own program.
            if (outcome.End == TestEnd.Ended && ended++ < 2)
            {
                continue;
            }

            if (outcome is not { End: TestEnd.Failed, Test: { } test } || baseline.SecondsOf(test) < Unhurried)
            {
                return outcome;
            }

            TestOutcome again = await program.RunAsync([test], UsualTimeOf([test]));
            if (again.End != TestEnd.Passed)
            {
                return outcome;
            }

            tests.Remove(test);
        }

        return new TestOutcome(TestEnd.Passed);
    }

    private TimeSpan UsualTimeOf(IEnumerable<string> tests) => TimeSpan.FromSeconds(tests.Sum(baseline.SecondsOf));
}
