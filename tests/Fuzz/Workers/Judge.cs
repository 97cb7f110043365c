using DatabricksApps.Fuzz.Checks;
using DatabricksApps.Fuzz.Documents;
using DatabricksApps.Fuzz.Runtime;
using DatabricksApps.Harness;

namespace DatabricksApps.Fuzz.Workers;

/// <summary>Runs a case by what its kind says, and finds what is wrong.</summary>
internal sealed class Judge
{
    private readonly Dictionary<string, Func<FuzzCase, IReadOnlyList<Failure>>> _byKind;

    public Judge()
    {
        Lazy<DocumentCheck> documents = new(() => new DocumentCheck(PackedGenerator.Load(Path.Combine(AppContext.BaseDirectory, "package"))));
        _byKind = new Dictionary<string, Func<FuzzCase, IReadOnlyList<Failure>>>
        {
            [DocumentKinds.Trees] = fuzzCase => documents.Value.Run(fuzzCase),
            [DocumentKinds.Bytes] = fuzzCase => documents.Value.Run(fuzzCase),
            [DocumentKinds.Shapes] = fuzzCase => documents.Value.Run(fuzzCase),
            [DocumentKinds.Gradio] = fuzzCase => documents.Value.Run(fuzzCase),
            [RuntimeKinds.Answers] = AnswerCheck.Run,
            [RuntimeKinds.Streams] = AnswerCheck.Run,
        };
    }

    /// <summary>Whether cases of a kind wait more than they work, so that they run side by side.</summary>
    public static bool IsConcurrent(string kind) => kind is RuntimeKinds.Faults or RuntimeKinds.Uploads;

    /// <summary>Runs cases side by side; each sees to it itself that it ends.</summary>
    public static Task<IReadOnlyList<Failure>[]> RunAllAsync(IEnumerable<FuzzCase> cases) => Task.WhenAll(cases.Select(async fuzzCase =>
    {
        try
        {
            return await FaultCheck.RunAsync(fuzzCase);
        }
        catch (Exception exception)
        {
            return [new Failure($"thrown {exception.GetType().Name} by the check", exception.ToString())];
        }
    }));

    /// <summary>Runs a case on a thread of its own; one that does not end is left to itself.</summary>
    /// <param name="fuzzCase">The case.</param>
    /// <param name="hangs">Whether it did not end.</param>
    public IReadOnlyList<Failure> Run(FuzzCase fuzzCase, out bool hangs)
    {
        IReadOnlyList<Failure> failures = [];

        // The stack is that of any thread, as it is in the compiler's server.
        Thread thread = new(() => failures = RunGuarded(fuzzCase)) { IsBackground = true };
        thread.Start();
        TimeSpan limit = fuzzCase.Wanted is null ? Messages.CaseLimit : Messages.ShrinkLimit;
        hangs = !thread.Join(limit);
        return hangs
            ? [new Failure($"no end while {Phase.Current}", $"{limit.TotalSeconds:F0} seconds were over while {Phase.Current}")]
            : failures;
    }

    private IReadOnlyList<Failure> RunGuarded(FuzzCase fuzzCase)
    {
        try
        {
            return _byKind[fuzzCase.Kind](fuzzCase);
        }
        catch (Exception exception)
        {
            return [new Failure($"thrown {exception.GetType().Name} while {Phase.Current}", exception.ToString())];
        }
    }
}
