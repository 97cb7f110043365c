using DatabricksApps.Fuzz.Workers;

namespace DatabricksApps.Fuzz.Tests;

/// <summary>A few seconds of the fuzzer, over the documents of the repository: always the same cases.</summary>
public sealed class FixedCasesTests
{
    [Theory]
    [InlineData("trees", 1, 6)]
    [InlineData("bytes", 1, 16)]
    [InlineData("shapes", 2, 6)]
    [InlineData("gradio", 1, 4)]
    [InlineData("answers", 1, 500)]
    [InlineData("streams", 1, 250)]
    public void Mutated_input_is_borne(string kind, ulong seed, int count)
    {
        Judge judge = new();

        Assert.Empty(Cases(kind, seed, count).SelectMany(fuzzCase => Describe(fuzzCase, judge.Run(fuzzCase, out _))));
    }

    [Theory]
    [InlineData("faults", 1, 20)]
    [InlineData("uploads", 1, 20)]
    public async Task Faults_on_the_socket_are_borne(string kind, ulong seed, int count)
    {
        FuzzCase[] cases = Cases(kind, seed, count);

        IReadOnlyList<Failure>[] failures = await Judge.RunAllAsync(cases);

        Assert.Empty(cases.Zip(failures).SelectMany(pair => Describe(pair.First, pair.Second)));
    }

    private static FuzzCase[] Cases(string name, ulong seed, int count)
    {
        CaseKind kind = CaseKinds.Select(Repository.FindOwn(), [name]).Single();
        return [.. Enumerable.Range(0, count).Select(number => kind.Create(seed, number))];
    }

    private static IEnumerable<string> Describe(FuzzCase fuzzCase, IReadOnlyList<Failure> failures) =>
        failures.Select(failure => $"{fuzzCase.Kind}:{fuzzCase.Number} {failure.Signature}: {failure.Details}");
}
