namespace DatabricksApps.Mutants.Running;

/// <summary>What became of a mutant.</summary>
internal enum Verdict
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not end: somebody would notice, but no test says what is wrong.</summary>
    Hung,

    /// <summary>All tests that reach it passed.</summary>
    Alive,

    /// <summary>No test runs the code.</summary>
    NotReached,

    /// <summary>It is known to be without effect.</summary>
    Equivalent,

    /// <summary>The compiler makes the same of it, or refuses it for what is elsewhere.</summary>
    Same,
}

/// <summary>A mutant of the sample, and what became of it.</summary>
/// <param name="Number">Its number in the sample.</param>
/// <param name="Mutant">The mutant.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Test">The test that failed.</param>
internal sealed record Result(int Number, Mutant Mutant, Verdict Verdict, string? Test = null);
