using System.Diagnostics;
using System.Reflection;
using DatabricksApps.Mutants;
using DatabricksApps.Mutants.Reporting;
using DatabricksApps.Mutants.Running;
using DatabricksApps.Mutants.Workplace;

MutantOptions options;
try
{
    options = MutantOptions.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"{exception.Message}\n{MutantOptions.Usage}");
    return 2;
}

string repository = typeof(Mutant).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
Equivalents equivalents = Equivalents.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "equivalent.txt")));
Stopwatch watch = Stopwatch.StartNew();
Session session = new(options, new WorkingCopy(repository, options.Work ?? DefaultFolder(repository)), equivalents);
IReadOnlyList<(int Number, Mutant Mutant)> sample = session.Draw();
Console.WriteLine($"{sample.Count} of {session.Possible:N0} mutants, seed {options.Seed}, after {watch.Elapsed.TotalSeconds:F0} s");
if (options.IsList)
{
    foreach ((int number, Mutant mutant) in sample)
    {
        Console.WriteLine(Report.Line(number, mutant));
    }

    return 0;
}

IReadOnlyCollection<Result> results = await session.RunAsync(sample);
Console.WriteLine($"\n{Report.Write(results)}\nseed {options.Seed}, count {options.Count}, {watch.Elapsed.TotalSeconds:F0} s");
return 0;

// Of the repository's path, so that two checkouts do not share one.
static string DefaultFolder(string repository) => Path.Combine(
    Path.GetTempPath(),
    "databricksapps-mutants",
    string.Concat(Path.GetFullPath(repository).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-'));
