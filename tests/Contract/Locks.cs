using System.Diagnostics;
using System.Globalization;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Contract;

/// <summary>Writes the lock of each document, reads it back, and writes it again.</summary>
internal static class Locks
{
    public static int Run(string corpus, string? folder)
    {
        int passed = 0, failed = 0;
        long documents = 0, locks = 0;
        foreach (string file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (ContractDocument.Facts(file) is not { } facts)
            {
                continue;
            }

            Stopwatch watch = Stopwatch.StartNew();
            string text = LockFile.Write(name, facts);
            TimeSpan written = watch.Elapsed;
            List<string> problems = [];
            watch.Restart();
            EquatableArray<Fact> read = LockReader.Read(text, (line, problem) => problems.Add($"line {line + 1}: {problem}"));
            TimeSpan taken = watch.Elapsed;
            string again = LockFile.Write(name, ContractDocument.Facts(file, kept: KeptNames.Of(read))!.Value);
            if (again != text)
            {
                problems.Add("accepting twice gives " + again.Split('\n').Except(text.Split('\n')).FirstOrDefault("another order"));
            }

            bool isSame = problems.Count == 0 && LockFile.Write(name, read) == text && Difference.Of(read, facts).Count == 0;
            passed += isSame ? 1 : 0;
            failed += isSame ? 0 : 1;
            documents += new FileInfo(file).Length;
            locks += text.Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(isSame ? "ok    " : "FAILED")} {Path.GetRelativePath(corpus, file)}: {new FileInfo(file).Length / 1024.0:0} KB, {facts.Count} facts, lock {text.Length / 1024.0:0} KB, written in {written.TotalMilliseconds:0} ms, read in {taken.TotalMilliseconds:0} ms{(problems.Count == 0 ? "" : ": " + problems[0])}"));
            if (folder is not null)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, ProjectLock.PathOf(name)), text);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"locks are {100.0 * locks / Math.Max(1, documents):0.0} % of the documents"));
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    public static bool IsDocument(string file) => Path.GetExtension(file) is ".json" or ".yaml" or ".yml";
}
