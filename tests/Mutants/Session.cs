using System.Collections.Concurrent;
using System.Diagnostics;
using DatabricksApps.Mutants.Compiling;
using DatabricksApps.Mutants.Reach;
using DatabricksApps.Mutants.Reporting;
using DatabricksApps.Mutants.Running;
using DatabricksApps.Mutants.Workplace;

namespace DatabricksApps.Mutants;

/// <summary>One run of the command: builds a copy, draws the sample, and tries each mutant.</summary>
internal sealed class Session
{
    private readonly MutantOptions _options;
    private readonly WorkingCopy _copy;
    private readonly Equivalents _equivalents;
    private readonly Dictionary<Side, (SideCompiler Compiler, IReadOnlyList<Mutant> Mutants)> _sides = [];

    public Session(MutantOptions options, WorkingCopy copy, Equivalents equivalents)
    {
        _options = options;
        _copy = copy;
        _equivalents = equivalents;
    }

    /// <summary>Gets how many mutants there could be.</summary>
    public int Possible { get; private set; }

    /// <summary>Builds a copy of the sources, and draws mutants of them.</summary>
    public IReadOnlyList<(int Number, Mutant Mutant)> Draw()
    {
        Console.WriteLine($"building in {_copy.Root} ...");
        _copy.Update(Side.All);
        foreach (Side side in Side.All)
        {
            foreach (string suite in side.Suites)
            {
                _copy.Build(suite);
            }

            SideCompiler compiler = SideCompiler.Open(side, _copy);
            _sides.Add(side, (compiler, [.. compiler.Trees.Keys.Order(StringComparer.Ordinal).SelectMany(compiler.Find)]));
        }

        Mutant[] all = [.. _sides.Values.SelectMany(side => side.Mutants).Where(mutant => _options.Files.Includes(mutant.File))];
        Possible = all.Length;
        IReadOnlyList<Mutant> drawn = Sample.Draw(all, _options.Count, _options.Seed, mutant => _sides[SideOf(mutant)].Compiler.Compiles(mutant));
        return [.. drawn.Select((mutant, i) => (i + 1, mutant)).Where(numbered => _options.Only.Count == 0 || _options.Only.Contains(numbered.Item1))];
    }

    /// <summary>Tries mutants.</summary>
    public async Task<IReadOnlyCollection<Result>> RunAsync(IReadOnlyList<(int Number, Mutant Mutant)> sample)
    {
        ConcurrentBag<Result> results = [];
        foreach (IGrouping<Side, (int Number, Mutant Mutant)> ofSide in sample.GroupBy(numbered => SideOf(numbered.Mutant)))
        {
            (SideCompiler compiler, IReadOnlyList<Mutant> mutants) = _sides[ofSide.Key];
            ProbeMap probes = new(compiler, mutants);
            (string Name, Baseline Baseline)[] suites =
                [.. ofSide.Key.Suites.Select(suite => (suite, Baseline.Take(suite, compiler, _copy, probes, _options.Longest)))];
            Tell(suites.Select(suite => suite.Baseline));
            ConcurrentQueue<(int Number, Mutant Mutant)> queue = new(ofSide);
            await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(worker => Task.Run(async () =>
            {
                Trial trial = new(
                    compiler,
                    [.. suites.Select(suite => new SuiteTrial(suite.Baseline, new TestProgram(suite.Name, compiler.Side.Assembly, _copy, "worker" + worker)))]);
                while (queue.TryDequeue(out (int Number, Mutant Mutant) next))
                {
                    results.Add(await TryAsync(trial, next.Number, next.Mutant));
                }
            })));
        }

        return [.. results.OrderBy(result => result.Number)];
    }

    private async Task<Result> TryAsync(Trial trial, int number, Mutant mutant)
    {
        Stopwatch watch = Stopwatch.StartNew();
        (Verdict verdict, string? test) = _equivalents.ReasonOf(mutant) is null ? await trial.RunAsync(mutant) : (Verdict.Equivalent, null);
        Console.WriteLine($"{verdict,-11}{watch.Elapsed.TotalSeconds,6:F1} s  {Report.Line(number, mutant)}{(test is null ? "" : "\n      by " + test)}");
        return new Result(number, mutant, verdict, test);
    }

    private static void Tell(IEnumerable<Baseline> baselines)
    {
        foreach (Baseline baseline in baselines)
        {
            foreach (string test in baseline.Failing)
            {
                Console.WriteLine($"not asked, because it fails without a fault: {test}");
            }

            foreach (string test in baseline.Slow)
            {
                Console.WriteLine($"not asked, because it takes too long: {test}");
            }
        }
    }

    private static Side SideOf(Mutant mutant) => Side.All.Single(side => mutant.File.StartsWith(side.Folder, StringComparison.Ordinal));
}
