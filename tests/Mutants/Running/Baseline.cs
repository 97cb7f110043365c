using DatabricksApps.Mutants.Compiling;
using DatabricksApps.Mutants.Reach;
using DatabricksApps.Mutants.Workplace;

namespace DatabricksApps.Mutants.Running;

/// <summary>What the tests of a side do without a fault: how long each takes, and what it reaches.</summary>
/// <remarks>It takes as long as the whole suite, and is kept for as long as neither the product nor its tests change.</remarks>
internal sealed class Baseline
{
    private readonly TestLog _log;
    private readonly ReachMap _reach;
    private readonly double _longest;

    private Baseline(TestLog log, ReachMap reach, double longest)
    {
        _log = log;
        _reach = reach;
        _longest = longest;
    }

    /// <summary>Gets the tests that fail without a fault, and so say nothing of one.</summary>
    public IReadOnlySet<string> Failing => _log.Failed;

    /// <summary>Gets the tests that take too long to be asked for each fault.</summary>
    public IEnumerable<string> Slow => _log.Seconds.Where(test => test.Value > _longest).Select(test => test.Key);

    /// <summary>Gets the time of a test without a fault.</summary>
    public double SecondsOf(string test) => _log.Seconds[test];

    /// <summary>Gets the tests that may notice a mutant, quickest first.</summary>
    public IReadOnlyList<string> TestsOf(Mutant mutant) =>
    [
        .. _reach.TestsOf(mutant)
            .Where(test => _log.Seconds.TryGetValue(test, out double seconds) && seconds <= _longest && !_log.Failed.Contains(test))
            .OrderBy(SecondsOf)
            .ThenBy(test => test, StringComparer.Ordinal),
    ];

    /// <summary>Runs the tests of a side, unless that was done before.</summary>
    public static Baseline Take(SideCompiler compiler, WorkingCopy copy, ProbeMap probes, double longest)
    {
        Side side = compiler.Side;
        string kept = copy.PathOf("kept", $"{side.Name}-{copy.HashOf(side)}");
        string reachFile = kept + "-reach.txt";
        string logFile = kept + "-tests.txt";
        if (!File.Exists(logFile))
        {
            Directory.CreateDirectory(copy.PathOf("kept"));
            Console.WriteLine($"{side.Name}: running all tests, to learn what each reaches ...");
            TestProgram program = new(side, copy, "baseline");
            program.Replace(probes.Emit());
            program.RunAll(["-parallelMode", "none"], recordTo: reachFile);

            // With the probes a test may take too long or allocate too much: what counts is how it does without them.
            Console.WriteLine($"{side.Name}: running all tests without a fault ...");
            program.Replace(compiler.Emit(mutant: null) ?? throw new InvalidOperationException($"{side.Name} does not compile."));
            File.WriteAllLines(logFile, program.RunAll([]).Write());
        }

        return new Baseline(TestLog.ReadKept(File.ReadLines(logFile)), ReachMap.Read(File.ReadLines(reachFile), probes), longest);
    }
}
