using System.Diagnostics;
using DatabricksApps.Fuzz.Shrinking;
using DatabricksApps.Fuzz.Workers;

namespace DatabricksApps.Fuzz;

/// <summary>Runs cases until the time is over, and reports each failure once.</summary>
internal sealed class Fuzzer(FuzzOptions options, Schedule schedule, FailureReport report)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<string> _seen = [];

    /// <summary>Runs.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(RunLaneAsync)));

    /// <summary>Runs one case, and reports all its failures.</summary>
    public async Task RunOnceAsync(FuzzCase fuzzCase)
    {
        using Worker worker = new();
        foreach (Failure failure in (await worker.RunAsync([fuzzCase]))[0])
        {
            await ReportAsync(worker, fuzzCase, failure);
        }
    }

    private async Task RunLaneAsync()
    {
        using Worker worker = new();
        while ((options.Cases is not null || _watch.Elapsed.TotalSeconds < options.Seconds) && schedule.Take() is var (tally, numbers))
        {
            List<FuzzCase> cases = Make(tally.Kind, numbers);
            Stopwatch watch = Stopwatch.StartNew();
            IReadOnlyList<IReadOnlyList<Failure>> results = await worker.RunAsync(cases);
            schedule.Note(tally, cases.Count, results.Count(failures => failures.Count > 0), watch.Elapsed);
            foreach ((FuzzCase fuzzCase, IReadOnlyList<Failure> failures) in cases.Zip(results))
            {
                foreach (Failure failure in failures.Where(IsNew))
                {
                    tally.Signatures++;
                    await ReportAsync(worker, fuzzCase, failure);
                }
            }
        }
    }

    private List<FuzzCase> Make(CaseKind kind, IEnumerable<int> numbers)
    {
        List<FuzzCase> cases = [];
        foreach (int number in numbers)
        {
            try
            {
                cases.Add(kind.Create(options.Seed, number));
            }
            catch (Exception exception)
            {
                // A fault of ours: the other cases are made and run all the same.
                report.Add(new FuzzCase(kind.Name, number, "none.txt", []), new Failure($"no case: {exception.GetType().Name}", exception.ToString()), []);
            }
        }

        return cases;
    }

    private async Task ReportAsync(Worker worker, FuzzCase fuzzCase, Failure failure)
    {
        byte[] smallest = await new Shrinker(FailsAsync, TimeSpan.FromSeconds(options.ShrinkSeconds)).ShrinkAsync(fuzzCase.Input);
        IReadOnlyList<Failure> last = (await worker.RunAsync([fuzzCase with { Input = smallest, Wanted = failure.Signature }]))[0];
        report.Add(fuzzCase, last.FirstOrDefault(shown => shown.Signature == failure.Signature) ?? failure, smallest);

        async Task<bool> FailsAsync(byte[] input) =>
            (await worker.RunAsync([fuzzCase with { Input = input, Wanted = failure.Signature }]))[0].Any(other => other.Signature == failure.Signature);
    }

    private bool IsNew(Failure failure)
    {
        lock (_seen)
        {
            return _seen.Add(failure.Signature);
        }
    }
}
