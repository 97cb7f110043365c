namespace DatabricksApps.Mutants.Running;

/// <summary>How a run of tests ended.</summary>
internal enum TestEnd
{
    Passed,
    Failed,

    /// <summary>The program ended by itself, without a failed test.</summary>
    Crashed,

    /// <summary>The time was up.</summary>
    Hung,

    /// <summary>Somebody else ended the program, which says nothing.</summary>
    Ended,
}

/// <summary>How a run of tests ended, and by which test.</summary>
internal readonly record struct TestOutcome(TestEnd End, string? Test = null);
