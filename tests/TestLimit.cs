using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace DatabricksApps;

/// <summary>The time in which each test of an assembly must end: one that waits for what never comes fails by its name.</summary>
/// <remarks>
/// At the limit the test's own cancellation is signalled, which ends every wait that heeds it, and the test fails. One that
/// does not end even so, because it computes or waits for something else, cannot be ended alone: its name is written, and the
/// process ends. TEST_SECONDS in the environment sets another limit.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestLimitAttribute(int seconds) : BeforeAfterTestAttribute
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _limit = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("TEST_SECONDS"), CultureInfo.InvariantCulture, out int asked) ? asked : seconds);

    private readonly ConcurrentDictionary<string, Run> _runs = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!Debugger.IsAttached)
        {
            _runs[test.UniqueID] = new Run(test.TestDisplayName, _limit, TestContext.Current);
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_runs.TryRemove(test.UniqueID, out Run? run))
        {
            run.End();
        }
    }

    private sealed class Run
    {
        private readonly string _test;
        private readonly TimeSpan _limit;
        private readonly ITestContext _context;
        private readonly Timer _timer;
        private bool _isOver;

        public Run(string test, TimeSpan limit, ITestContext context)
        {
            _test = test;
            _limit = limit;
            _context = context;
            _timer = new Timer(_ => Pass());
            _timer.Change(limit, s_grace);
        }

        private string Message => string.Create(CultureInfo.InvariantCulture, $"{_test} did not end within {_limit.TotalSeconds:0} seconds");

        public void End()
        {
            _timer.Dispose();
            if (Volatile.Read(ref _isOver))
            {
                Assert.Fail(Message + ".");
            }
        }

        private void Pass()
        {
            if (Volatile.Read(ref _isOver))
            {
                Console.Out.WriteLine($"    {_test} [FAIL]\n      {Message}, nor when it was cancelled: the tests end here.");
                Console.Out.Flush();
                Environment.Exit(1);
            }

            Volatile.Write(ref _isOver, true);
            _context.CancelCurrentTest();
        }
    }
}
