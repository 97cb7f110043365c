using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using DatabricksApps.Published;

namespace DatabricksApps.Benchmarks;

/// <summary>
/// Programs that make three calls over loopback, by hand, by the generated client and by its peers: their size as native
/// code, and the CPU and wall time from their start to the third answer.
/// </summary>
internal static class PublishedFigures
{
    private const int Rounds = 15;

    public static async Task RunAsync()
    {
        string artifacts = Path.Combine(Path.GetTempPath(), "DatabricksApps.Published", Guid.NewGuid().ToString("N"));
        try
        {
            using LocalItems app = LocalItems.Start();
            Console.WriteLine("program                    KB   ratio    CPU ms   ratio   wall ms   ratio");
            await CompareAsync("AOT", await PublishAllAsync("aot", artifacts), app.BaseAddress);

            // NSwag's client needs reflection, which native code has not.
            List<Twin> twins = await PublishAllAsync("", artifacts);
            twins.Add(await PublishAsync("NSwagTwin", "NSwag", "", artifacts));
            await CompareAsync("JIT", twins, app.BaseAddress);
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }

    private static async Task<List<Twin>> PublishAllAsync(string publishAs, string artifacts) =>
    [
        await PublishAsync("Hand", "by hand", publishAs, artifacts),
        await PublishAsync("Generated", "ours", publishAs, artifacts),
        await PublishAsync("Generated", "ours, Create", publishAs, artifacts, "DefineConstants=SIGNED"),
        await PublishAsync("RefitTwin", "Refit", publishAs, artifacts),
    ];

    private static async Task<Twin> PublishAsync(
        string project, string name, string publishAs, string artifacts, params string[] properties)
    {
        string folder = Path.Combine(artifacts, publishAs + name.Replace(", ", "", StringComparison.Ordinal));
        (string published, _) = await Publishing.RunAsync(Path.Combine(Folder(), "../Published", project), publishAs, folder, properties);
        return new Twin(name, Path.Combine(published, project));
    }

    private static async Task CompareAsync(string kind, List<Twin> twins, string address)
    {
        Sample[][] rounds = new Sample[Rounds][];
        for (int i = 0; i < Rounds; i++)
        {
            rounds[i] = new Sample[twins.Count];
            for (int twin = 0; twin < twins.Count; twin++)
            {
                rounds[i][twin] = await MeasureAsync(twins[twin].Program, address);
            }
        }

        long hand = new FileInfo(twins[0].Program).Length;
        for (int twin = 0; twin < twins.Count; twin++)
        {
            int index = twin;
            long size = new FileInfo(twins[twin].Program).Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {twins[twin].Name,-18} {size / 1024,6} {(double)size / hand,7:0.00} {Median(round => round[index].Cpu),9:0.0} {Median(round => round[index].Cpu / round[0].Cpu),7:0.00} {Median(round => round[index].Wall),9:0.0} {Median(round => round[index].Wall / round[0].Wall),7:0.00}"));
        }

        double Median(Func<Sample[], double> value)
        {
            double[] sorted = [.. rounds.Select(value).Order()];
            return sorted[sorted.Length / 2];
        }
    }

    private static async Task<Sample> MeasureAsync(string program, string address)
    {
        long start = Stopwatch.GetTimestamp();
        string line = await Publishing.RunProgramAsync(program, address);
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return line.Split(' ') is ["42", "1000", "42", var cpu]
            ? new Sample(double.Parse(cpu, CultureInfo.InvariantCulture), wall)
            : throw new InvalidOperationException($"{program} printed '{line}'.");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Twin(string Name, string Program);

    private readonly record struct Sample(double Cpu, double Wall);
}
