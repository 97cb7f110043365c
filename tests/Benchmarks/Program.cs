using BenchmarkDotNet.Running;
using DatabricksApps.Benchmarks;

switch (args)
{
    case ["--quick", .. var calls]:
        await Quick.RunAsync(calls.FirstOrDefault() ?? "");
        break;
    case ["--published"]:
        await PublishedFigures.RunAsync();
        break;
    case ["--size"]:
        Size.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Calls).Assembly).Run(args);
        break;
}
