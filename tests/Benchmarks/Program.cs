using BenchmarkDotNet.Running;
using DatabricksApps.Benchmarks;

if (args is ["--quick"])
{
    await Quick.RunAsync();
    return;
}

if (args is ["--size"])
{
    Size.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Calls).Assembly).Run(args);
