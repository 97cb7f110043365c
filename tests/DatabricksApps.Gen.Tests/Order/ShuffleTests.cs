using DatabricksApps.Shuffle;

namespace DatabricksApps.Gen.Tests.Order;

/// <summary>
/// The objects of a document have no order, and its author adds to it: neither may rename what a program calls.
/// </summary>
public sealed class ShuffleTests
{
    private const int Orders = 10;

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Repository.PathOf("tests", "DatabricksApps.Gen.Tests", "Snapshots", "Documents");

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_order_of_a_documents_objects_changes_no_name_and_no_type(string name) =>
        AssertNone(ShuffleCheck.Run(Read(name), Orders));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Another_operation_or_schema_changes_no_name_and_no_type(string name) =>
        AssertNone(ShuffleCheck.AddNeighbours(Read(name), Orders));

    private static DocumentFile Read(string name) => DocumentFile.Read(name, File.ReadAllText(Path.Combine(Folder, name)))!;

    private static void AssertNone(IReadOnlyList<Difference> differences) =>
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(10)));
}
