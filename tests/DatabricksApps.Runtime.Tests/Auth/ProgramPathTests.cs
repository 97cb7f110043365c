using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Which file is run for a name: one that can be run, of a full folder, and large enough to be the CLI.</summary>
public sealed class ProgramPathTests : IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("programs-");

    public ProgramPathTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Files are run by their names there.");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData(UnixFileMode.UserExecute, true)]
    [InlineData(UnixFileMode.GroupExecute, true)]
    [InlineData(UnixFileMode.OtherExecute, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    public void A_file_that_somebody_can_run_is_a_program(UnixFileMode mode, bool isFound)
    {
        string path = Write("a", "tool", 1, mode);

        Assert.Equal(isFound ? [path] : [], ProgramPath.Find("tool", Folder("a")).Select(file => file.FullName));
    }

    [Fact]
    public void Those_of_the_first_folders_come_first_and_relative_ones_not_at_all()
    {
        string first = Write("a", "tool", 1);
        string second = Write("b", "tool", 1);
        Directory.CreateDirectory(Path.Combine(Folder("c"), "tool"));

        Assert.Equal([first, second], ProgramPath.Find("tool", $".:relative::{Folder("c")}:{Folder("a")}:/no/such:{Folder("b")}").Select(file => file.FullName));
        Assert.Empty(ProgramPath.Find("tool", null));
        Assert.Empty(ProgramPath.Find("tool", ""));
        Assert.Equal(["/a", "/b"], ProgramPath.Folders("/a:b:/b"));
    }

    [Theory]
    [InlineData(Mebibyte, true)]
    [InlineData(Mebibyte - 1, false)]
    public async Task The_CLI_is_one_of_many_megabytes_or_says_that_it_is_one(int size, bool isFound)
    {
        string path = Write("a", "databricks", size);

        CliLocation seen = await FindAsync(null, Folder("a"));

        Assert.Equal((isFound ? path : null, !isFound, false), (seen.Path, seen.IsLegacyFound, seen.IsRelative));
        Assert.Equal(new CliLocation(path, false), await CliLocator.FindAsync(null, Folder("a"), file => new(file == path)));
    }

    [Fact]
    public async Task One_behind_a_legacy_one_is_taken_and_a_link_counts_as_its_target()
    {
        Write("a", "databricks", 1);
        string target = Write("b", "real", Mebibyte);
        string link = Path.Combine(Directory.CreateDirectory(Folder("c")).FullName, "databricks");
        File.CreateSymbolicLink(link, target);
        string between = Path.Combine(Directory.CreateDirectory(Folder("d")).FullName, "databricks");
        File.CreateSymbolicLink(between, link);

        Assert.Equal((link, false), ((await FindAsync(null, $"{Folder("a")}:{Folder("c")}")).Path, (await FindAsync(null, $"{Folder("a")}:{Folder("c")}")).IsLegacyFound));
        Assert.Equal(between, (await FindAsync("databricks", Folder("d"))).Path);
        Assert.Null((await FindAsync("another", Folder("d"))).Path);
    }

    [Fact]
    public async Task A_path_is_taken_as_it_is_if_it_is_whole_and_there()
    {
        string path = Write("a", "x", 1);

        Assert.Equal(new CliLocation(path, false), await FindAsync(path, null));
        Assert.Equal(new CliLocation(null, false), await FindAsync(path + "y", null));
        Assert.Equal(new CliLocation(null, false) { IsRelative = true }, await FindAsync("./x", Folder("a")));
        Assert.Equal(new CliLocation(null, false) { IsRelative = true }, await FindAsync("a\\x", Folder("a")));
        Assert.Equal(new CliLocation(null, false), await FindAsync("x-not-there", Folder("a")));
    }

    // Where no small program says that it is the CLI.
    private static ValueTask<CliLocation> FindAsync(string? cli, string? folders) => CliLocator.FindAsync(cli, folders, _ => new(false));

    private string Folder(string name) => Path.Combine(_home.FullName, name);

    private string Write(string folder, string name, int size, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
    {
        string path = Path.Combine(Directory.CreateDirectory(Folder(folder)).FullName, name);
        File.WriteAllBytes(path, new byte[size]);
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(path, mode);
#pragma warning restore CA1416
        return path;
    }
}
