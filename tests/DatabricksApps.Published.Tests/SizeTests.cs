using DatabricksApps.Published;

namespace DatabricksApps.Published.Tests;

/// <summary>The native program of a client of <c>Create</c>, with every way to sign in, against the one that is written by hand.</summary>
public sealed class SizeTests : IDisposable
{
    private const double MostTimesByHand = 1.15;

    private readonly string _artifacts = Path.Combine(Path.GetTempPath(), "DatabricksApps.Published.Tests", Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Native_code_is_little_larger_than_by_hand()
    {
        Publish.Require();

        long byHand = await SizeOfAsync("Hand");
        long ours = await SizeOfAsync("Generated", "DefineConstants=SIGNED");

        Assert.InRange((double)ours / byHand, 0.5, MostTimesByHand);
    }

    public void Dispose()
    {
        if (Directory.Exists(_artifacts))
        {
            Directory.Delete(_artifacts, recursive: true);
        }
    }

    private async Task<long> SizeOfAsync(string name, params string[] properties)
    {
        string project = Path.Combine(Path.GetDirectoryName(PublishedProgramTests.Project)!, name);
        (string folder, _) = await Publishing.RunAsync(project, "aot", _artifacts, properties);
        return new FileInfo(Path.Combine(folder, name)).Length;
    }
}
