namespace DatabricksApps.Gen.Tests.Hostile;

/// <summary>Thousands of things that want one name: each gets one, at the cost of one.</summary>
public sealed class ManyNamesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "operations with one id and words of their own", """ "/api/a/b{0}":{"get":{"operationId":"same","responses":{}}} """ },
        { "operations with one id and one path but for the parameter", """ "/api/{a{0}}/b":{"get":{"operationId":"same","responses":{}}} """ },
        { "operations without an id, alike in C#", """ "/api/{a{0}}":{"get":{"responses":{}}} """ },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Operations(string _, string path) => AssertLinear(count => Document(count, path, ""));

    [Fact]
    public void Members_and_values_and_types()
    {
        AssertLinear(count => Document(0, "", "\"A\":{\"properties\":{" + Repeat(count, i => "\"" + Alike(i) + "\":{}") + "}}"));
        AssertLinear(count => Document(0, "", "\"A\":{\"enum\":[" + Repeat(count, i => "\"" + Alike(i) + "\"") + "]}"));
        AssertLinear(count => Document(0, "", Repeat(count, i => "\"" + Alike(i) + "\":{\"properties\":{\"x\":{}}}")));
    }

    // Names of one length that all are A in C#.
    private static string Alike(int number) => "a" + Convert.ToString(number, 2).PadLeft(11, '0').Replace('0', '_').Replace('1', '-');

    // Twice as many cost twice as much, not four times.
    private static void AssertLinear(Func<int, string> document)
    {
        Allocated(document(100));
        double ratio = (double)Allocated(document(2000)) / Allocated(document(1000));

        Assert.InRange(ratio, 1, 2.6);
    }

    private static long Allocated(string document)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Binding.BoundDocument.Of(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Document(int count, string path, string schemas) =>
        "{\"openapi\":\"3.1.0\",\"paths\":{" + Repeat(count, i => path.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)) + "},\"components\":{\"schemas\":{" + schemas + "}}}";

    private static string Repeat(int count, Func<int, string> item) => string.Join(",", Enumerable.Range(0, count).Select(item));
}
