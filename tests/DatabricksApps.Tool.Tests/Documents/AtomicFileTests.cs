using DatabricksApps.Tool.Documents;

namespace DatabricksApps.Tool.Tests.Documents;

/// <summary>Files that are replaced as a whole.</summary>
public sealed class AtomicFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_stays_one_and_who_may_read_the_file_may_so_afterwards()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Links and modes are those of Unix.");
            return;
        }

        using ToolFolder folder = new();
        folder.With("real/a.json", "old");
        string real = Path.Combine(folder.Directory, "real", "a.json");
        string link = Path.Combine(folder.Directory, "a.json");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite;
        File.CreateSymbolicLink(link, real);
        File.SetUnixFileMode(real, mode);

        await AtomicFile.WriteAsync(link, "new", Cancellation);

        Assert.Equal("new", await File.ReadAllTextAsync(real, Cancellation));
        Assert.Equal(real, new FileInfo(link).LinkTarget);
        Assert.Equal(mode, File.GetUnixFileMode(real));
        Assert.Equal(["a.json"], Directory.GetFiles(Path.GetDirectoryName(real)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_cancelled_leaves_the_file_and_nothing_beside_it()
    {
        using ToolFolder folder = new();
        folder.With("a.json", "old");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(Path.Combine(folder.Directory, "a.json"), "new", new CancellationToken(canceled: true)));

        Assert.Equal("old", folder.Read("a.json"));
        Assert.Equal(["a.json"], folder.Files);
    }
}
