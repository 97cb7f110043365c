using System.Collections.Concurrent;

namespace DatabricksApps.Soak;

/// <summary>Counts the calls, and keeps the first few of those that were told wrongly.</summary>
internal sealed class Tally
{
    private const int MostKept = 20;

    private readonly ConcurrentDictionary<string, (long Calls, long Wrong)> _faults = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private long _calls;

    public long Calls => Interlocked.Read(ref _calls);

    public long Faults => _faults.Values.Sum(count => count.Calls);

    public long Wrong => _wrong.Count;

    public void Count() => Interlocked.Increment(ref _calls);

    public void Fail(string what) => _wrong.Enqueue(what);

    public void Count(Fault fault, string told, Exception? exception)
    {
        Count();
        bool isWrong = told != fault.Told;
        _faults.AddOrUpdate(fault.Name, (1, isWrong ? 1 : 0), (_, before) => (before.Calls + 1, before.Wrong + (isWrong ? 1 : 0)));
        if (isWrong)
        {
            Fail($"{fault.Name}: {told} in place of {fault.Told}: {exception?.Message}");
        }
    }

    public void Print(TextWriter output)
    {
        foreach ((string name, (long calls, long wrong)) in _faults.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{name,-20} {calls,8:N0} calls {wrong,6:N0} told wrongly");
        }

        foreach (string what in _wrong.Take(MostKept))
        {
            output.WriteLine(what);
        }
    }
}
