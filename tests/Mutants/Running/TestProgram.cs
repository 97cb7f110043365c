using System.Diagnostics;
using DatabricksApps.Mutants.Workplace;

namespace DatabricksApps.Mutants.Running;

/// <summary>A suite in a folder of its own, in which the product's assembly can be replaced.</summary>
internal sealed class TestProgram
{
    // What a process gives back that another one ended by a signal.
    private const int Killed = 128 + 9;
    private const int Terminated = 128 + 15;

    private readonly string _suite;
    private readonly string _assembly;
    private readonly string _folder;

    /// <summary>Copies a built suite to a folder.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="assembly">The file name of the product's assembly.</param>
    /// <param name="copy">Where it was built.</param>
    /// <param name="name">Who it is for.</param>
    public TestProgram(string suite, string assembly, WorkingCopy copy, string name)
    {
        _suite = suite;
        _assembly = assembly;
        _folder = copy.PathOf("runs", $"{suite}-{name}");
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        string built = copy.BuiltFolder(suite);
        foreach (string file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Puts another assembly of the product into the folder.</summary>
    public void Replace(byte[] assembly) => File.WriteAllBytes(Path.Combine(_folder, _assembly), assembly);

    /// <summary>Runs all tests, and waits for their end whatever it is.</summary>
    /// <param name="arguments">What else the runner is told.</param>
    /// <param name="recordTo">The file that tells which test reaches what, if that is wanted.</param>
    /// <returns>The tests.</returns>
    public TestLog RunAll(IEnumerable<string> arguments, string? recordTo = null)
    {
        string log = Path.Combine(_folder, "log.xml");
        Dictionary<string, string> environment = [];
        if (recordTo is not null)
        {
            environment.Add(Reach.Injected.Variable, recordTo);
        }

        using Process process = Start([.. arguments, "-xml", log], environment);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return File.Exists(log) ? TestLog.Read(log) : throw new InvalidOperationException($"{_suite} does not run to its end without a fault.");
    }

    /// <summary>Runs tests until one fails.</summary>
    /// <param name="tests">Their names: class and method.</param>
    /// <param name="usual">The time that they take without a fault.</param>
    public async Task<TestOutcome> RunAsync(IReadOnlyCollection<string> tests, TimeSpan usual)
    {
        using Process process = Start(["-stopOnFail", .. tests.SelectMany(test => new[] { "-method", test })]);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using CancellationTokenSource ended = new();
        Task<TestOutcome> outcome = ReadAsync(process, tests);
        Task first = await Task.WhenAny(outcome, Watchdog.WaitAsync(process, usual, ended.Token));
        await ended.CancelAsync();
        await EndAsync(process);
        return first == outcome ? await outcome : new TestOutcome(TestEnd.Hung);
    }

    private static async Task<TestOutcome> ReadAsync(Process process, IReadOnlyCollection<string> tests)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The first failure says it all: what still runs need not end.
            if (line.EndsWith("[FAIL]", StringComparison.Ordinal))
            {
                return new TestOutcome(TestEnd.Failed, tests.FirstOrDefault(test => IsOf(line.TrimStart(), test)));
            }
        }

        await process.WaitForExitAsync();
        return new TestOutcome(process.ExitCode switch
        {
            0 => TestEnd.Passed,
            Killed or Terminated => TestEnd.Ended,
            _ => TestEnd.Crashed,
        });
    }

    private Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Shell.Start(_folder, "dotnet", [Path.Combine(_folder, _suite + ".dll"), "-noColor", "-noLogo", .. arguments], environment);

    private static async Task EndAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }

        await process.WaitForExitAsync();
    }

    private static bool IsOf(string line, string test) =>
        line.StartsWith(test, StringComparison.Ordinal) && line.Length > test.Length && line[test.Length] is '(' or ' ' or '<';
}
