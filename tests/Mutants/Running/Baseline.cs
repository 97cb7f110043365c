using System.Globalization;
using DatabricksApps.Mutants.Compiling;
using DatabricksApps.Mutants.Reach;
using DatabricksApps.Mutants.Workplace;

namespace DatabricksApps.Mutants.Running;

/// <summary>What the tests of a suite do without a fault: how long each takes, and what it reaches.</summary>
/// <remarks>It takes as long as the whole suite, and is kept for as long as neither the product nor the tests change.</remarks>
internal sealed class Baseline
{
    private readonly TestLog _log;
    private readonly ReachMap _reach;
    private readonly HashSet<string> _slow;

    private Baseline(TestLog log, ReachMap reach, double longest)
    {
        _log = log;
        _reach = reach;
        _slow = [.. log.SlowerThan(longest)];
    }

    /// <summary>Gets the tests that fail without a fault, and so say nothing of one.</summary>
    public IReadOnlySet<string> Failing => _log.Failed;

    /// <summary>Gets the tests that take too long to be asked for each fault.</summary>
    public IReadOnlySet<string> Slow => _slow;

    /// <summary>Gets the time of a test without a fault.</summary>
    public double SecondsOf(string test) => _log.Seconds[test];

    /// <summary>Gets the tests that may notice a mutant, quickest first.</summary>
    public IReadOnlyList<string> TestsOf(Mutant mutant) =>
    [
        .. _reach.TestsOf(mutant)
            .Where(test => _log.Seconds.ContainsKey(test) && !_slow.Contains(test) && !_log.Failed.Contains(test))
            .OrderBy(SecondsOf)
            .ThenBy(test => test, StringComparer.Ordinal),
    ];

    /// <summary>Runs a suite, unless that was done before.</summary>
    public static Baseline Take(string suite, SideCompiler compiler, WorkingCopy copy, ProbeMap probes, double longest)
    {
        string kept = copy.PathOf("kept", string.Create(CultureInfo.InvariantCulture, $"{suite}-{copy.HashOf(suite)}-{longest}"));
        string reachFile = kept + "-reach.txt";
        string logFile = kept + "-tests.txt";
        if (!File.Exists(logFile))
        {
            DeleteOlder(copy.PathOf("kept"), suite);
            Console.WriteLine($"{suite}: running all tests without a fault ...");
            TestProgram program = new(suite, compiler.Side.Assembly, copy, "baseline");
            program.Replace(compiler.Emit(mutant: null) ?? throw new InvalidOperationException($"{compiler.Side.Name} does not compile."));
            TestLog log = program.RunAll([]);

            // One after another, or the work in the background of one would be taken for that of another. Whether a test
            // fails here is of no interest: with the probes some take too long, or allocate too much.
            Console.WriteLine($"{suite}: running them to learn what each reaches ...");
            program.Replace(probes.Emit());
            TestLog again = program.RunAll(
                ["-parallelMode", "none", .. log.SlowerThan(longest * 3).SelectMany(test => new[] { "-method-", test })], recordTo: reachFile);
            File.WriteAllLines(logFile, log.WithTimesOf(again).Write());
        }

        return new Baseline(TestLog.ReadKept(File.ReadLines(logFile)), ReachMap.Read(File.ReadLines(reachFile), probes), longest);
    }

    // What was learned of sources that are no more.
    private static void DeleteOlder(string folder, string suite)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(folder, suite + "-*"))
        {
            File.Delete(file);
        }
    }
}
