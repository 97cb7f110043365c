using System.Globalization;
using System.Xml.Linq;

namespace DatabricksApps.Mutants.Running;

/// <summary>What a run of all tests showed of each: how long it takes, and whether it fails.</summary>
internal sealed class TestLog
{
    private TestLog(IReadOnlyDictionary<string, double> seconds, IReadOnlySet<string> failed)
    {
        Seconds = seconds;
        Failed = failed;
    }

    /// <summary>Gets the time of each test method, all its rows together.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; }

    /// <summary>Gets the methods of which a row failed.</summary>
    public IReadOnlySet<string> Failed { get; }

    /// <summary>Gets the methods that take longer than so many seconds, and more than a fiftieth of all: on a busy machine many take long.</summary>
    public IEnumerable<string> SlowerThan(double seconds)
    {
        double share = Seconds.Values.Sum() / 50;
        return Seconds.Where(test => test.Value > seconds && test.Value > share).Select(test => test.Key);
    }

    /// <summary>Takes of each test the shorter time: whoever runs first pays for the start, and any may meet a busy machine.</summary>
    public TestLog WithTimesOf(TestLog other) => new(
        Seconds.ToDictionary(test => test.Key, test => Math.Min(test.Value, other.Seconds.GetValueOrDefault(test.Key, double.MaxValue))), Failed);

    /// <summary>Reads the runner's log.</summary>
    public static TestLog Read(string file)
    {
        ILookup<string, XElement> tests = XDocument.Load(file).Descendants("test").ToLookup(test => $"{test.Attribute("type")!.Value}.{test.Attribute("method")!.Value}");
        return new TestLog(
            tests.ToDictionary(test => test.Key, test => test.Sum(row => double.Parse(row.Attribute("time")!.Value, CultureInfo.InvariantCulture))),
            tests.Where(test => test.Any(row => row.Attribute("result")!.Value == "Fail")).Select(test => test.Key).ToHashSet());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TestLog ReadKept(IEnumerable<string> lines)
    {
        string[][] tests = [.. lines.Select(line => line.Split(' '))];
        return new TestLog(
            tests.ToDictionary(test => test[0], test => double.Parse(test[1], CultureInfo.InvariantCulture)),
            tests.Where(test => test[2] == "fails").Select(test => test[0]).ToHashSet());
    }

    /// <summary>Writes a test a line.</summary>
    public IEnumerable<string> Write() => Seconds.Select(test =>
        string.Create(CultureInfo.InvariantCulture, $"{test.Key} {test.Value} {(Failed.Contains(test.Key) ? "fails" : "passes")}"));
}
