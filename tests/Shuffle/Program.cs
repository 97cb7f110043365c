using System.Collections.Concurrent;
using DatabricksApps.Harness;
using DatabricksApps.Shuffle;

// Two at a time keeps the memory of the largest documents bounded.
const int AtATime = 2;

if (ShuffleOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(
        "Usage: dotnet run -c Release --project tests/Shuffle -- [--seeds 10] [--neighbours] [--random N [--seed S] [--write FOLDER]] [DIR-OR-LIST-OR-DOCUMENT...]");
    return 2;
}

Tally tally = new();
InParallel(options.Documents.SelectMany(DocumentFiles.Find), path => path, path => DocumentFile.Read(path, File.ReadAllText(path)) is { } file
    ? options.Neighbours ? ShuffleCheck.AddNeighbours(file, ShuffleOptions.Newcomers) : ShuffleCheck.Run(file, options.Seeds)
    : []);

int[] seeds = [.. Enumerable.Range(options.Seed, options.Random)];
IReadOnlyDictionary<int, string> failures = Compile(seeds);
foreach ((int seed, string failure) in failures)
{
    tally.Add($"seed {seed}", failure);
    Write(seed);
}

InParallel(seeds.Where(seed => !failures.ContainsKey(seed)), seed => $"seed {seed}", seed =>
{
    IReadOnlyList<Difference> differences = RandomCheck.Shuffle(seed, options.Seeds);
    if (differences.Count > 0)
    {
        Write(seed);
    }

    return differences;
});

if (seeds.Length > 0)
{
    Console.WriteLine($"{failures.Count} of {seeds.Length} random documents do not generate and compile");
}

tally.Print();
return tally.IsPassed ? 0 : 1;

void InParallel<T>(IEnumerable<T> items, Func<T, string> nameOf, Func<T, IReadOnlyList<Difference>> check) => Parallel.ForEach(
    Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering),
    new ParallelOptions { MaxDegreeOfParallelism = AtATime },
    item =>
    {
        try
        {
            tally.Add(nameOf(item), check(item));
        }
        catch (Exception exception)
        {
            tally.Add(nameOf(item), exception.ToString());
        }
    });

IReadOnlyDictionary<int, string> Compile(int[] all)
{
    ConcurrentDictionary<int, string> found = [];
    Parallel.ForEach(all.Chunk(500), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, some =>
    {
        foreach ((int seed, string failure) in RandomCheck.Compile(some))
        {
            found[seed] = failure;
        }
    });
    return found;
}

void Write(int seed)
{
    if (options.Write is { } folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"seed{seed}.json"), DocumentFile.TextOf(RandomDocument.Create(seed)));
    }
}
