using DatabricksApps.Shuffle;

namespace DatabricksApps.Gen.Tests.Order;

/// <summary>Documents that nobody would write, and each of whose parts somebody does.</summary>
public sealed class RandomDocumentTests
{
    private const int Together = 50;
    private const int Orders = 3;

    public static TheoryData<int> FirstSeeds => [1, 51, 101, 151];

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void Random_documents_compile_without_a_warning(int seed) =>
        Assert.Empty(RandomCheck.Compile([.. Enumerable.Range(seed, Together)], TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public void The_order_of_a_random_document_changes_no_name_and_no_type(int seed)
    {
        string[] failures =
        [
            .. from document in Enumerable.Range(seed, Together)
               let differences = RandomCheck.Shuffle(document, Orders)
               where differences.Count > 0
               select $"seed {document}: {differences.Count} differ, the first is {differences[0]}",
        ];

        Assert.True(failures.Length == 0, $"{failures.Length} of {Together}\n{string.Join('\n', failures.Take(10))}");
    }
}
