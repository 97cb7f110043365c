using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Tests.Json;

namespace DatabricksApps.Tests.Files;

/// <summary>The names of files that a server gives, and where such a file is saved.</summary>
public sealed class FileNameTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a\u0000b\r\n.txt", "ab.txt")]
    [InlineData("\u202Efdp.exe", "fdp.exe")]
    [InlineData("COM\u00B9.txt", "_COM\u00B9.txt")]
    [InlineData("LPT0", "_LPT0")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("invoice.pdf\u200B.exe", "invoice.pdf.exe")]
    [InlineData("\uFEFFCON\u200B", "_CON")]
    [InlineData("a\u00AD\U000E0041b", "ab")]
    [InlineData("\U0001F468\u200D\U0001F469.png", "\U0001F468\u200D\U0001F469.png")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_holds_what_can_be_seen(string? given, string? name) => Assert.Equal(name, FileName.Of(given));

    [Fact]
    public void What_is_no_text_in_a_name_is_replaced() => Assert.Equal("\uFFFDx", FileName.Of("\uD800x"));

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        Assert.Equal(new string('a', 250) + ".csv", FileName.Of(new string('a', 400) + ".csv"));
        Assert.Equal(new string('a', 250) + ".csv", FileName.Of(new string('a', 10_000_000) + ".csv"));
        Assert.Equal(new string('a', 253), FileName.Of(new string('a', 253) + " " + new string('b', 50)));
        Assert.Equal(new string('a', 253), FileName.Of(new string('a', 253) + "." + new string('b', 50)));
        Assert.Equal(251, Encoding.UTF8.GetByteCount(FileName.Of(string.Concat(Enumerable.Repeat("\U0001F600", 200)) + ".xy")!));
    }

    [Theory]
    [InlineData("../../../home/u/.bashrc", ".bashrc")]
    [InlineData("..\\\\..\\\\x.exe", "x.exe")]
    [InlineData("/etc/", null)]
    public void A_Gradio_apps_file_has_none_of_its_folders(string given, string? name) => Assert.Equal(
        name, JsonOf.Read<AppFile, GradioFileJson>("{\"path\":\"/tmp/x\",\"orig_name\":\"" + given + "\",\"meta\":{\"_type\":\"gradio.FileData\"}}").FileName);

    [Fact]
    public async Task A_file_is_saved_within_the_folder_and_replaces_nothing()
    {
        AppFile file = AppFile.FromBytes("abc"u8.ToArray(), "../../x.csv");

        Assert.Equal(Path.Combine(_folder, "x.csv"), await file.SaveToFolderAsync(_folder, Cancellation));
        Assert.Equal(Path.Combine(_folder, "x (2).csv"), await file.SaveToFolderAsync(_folder, Cancellation));
        Assert.Equal(Path.Combine(_folder, "file"), await AppFile.FromBytes(default).SaveToFolderAsync(_folder, Cancellation));

        string longest = new string('a', 300) + ".csv";
        await AppFile.FromBytes(default, longest).SaveToFolderAsync(_folder, Cancellation);
        string endless = "a." + new string('c', 252);
        Assert.Equal(Path.Combine(_folder, endless), await AppFile.FromBytes(default, endless).SaveToFolderAsync(_folder, Cancellation));
        Assert.Equal("a." + new string('c', 248) + " (2)", Path.GetFileName(await AppFile.FromBytes(default, endless).SaveToFolderAsync(_folder, Cancellation)));
        Assert.Equal(new string('a', 246) + " (2).csv", Path.GetFileName(await AppFile.FromBytes(default, longest).SaveToFolderAsync(_folder, Cancellation)));

        Assert.Equal("abc", await File.ReadAllTextAsync(Path.Combine(_folder, "x (2).csv"), Cancellation));
        Assert.Equal(7, Directory.GetFileSystemEntries(_folder).Length);
    }

    [Fact]
    public async Task A_link_at_the_files_place_is_not_followed()
    {
        string outside = Path.Combine(_folder, "outside");
        string inside = Directory.CreateDirectory(Path.Combine(_folder, "inside")).FullName;
        await File.WriteAllTextAsync(outside, "kept", Cancellation);
        File.CreateSymbolicLink(Path.Combine(inside, "x.csv"), outside);

        string path = await AppFile.FromBytes("abc"u8.ToArray(), "x.csv").SaveToFolderAsync(inside, Cancellation);

        Assert.Equal(Path.Combine(inside, "x (2).csv"), path);
        Assert.Equal("kept", await File.ReadAllTextAsync(outside, Cancellation));
    }

    [Fact]
    public async Task A_file_that_comes_in_part_is_removed()
    {
        AppFile file = AppFile.FromStream(new ForwardStream("abc"u8.ToArray(), new IOException("cut")), "x.csv");

        await Assert.ThrowsAsync<IOException>(() => file.SaveToFolderAsync(_folder, Cancellation));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_folder_that_is_none_is_named() => await Assert.ThrowsAsync<DirectoryNotFoundException>(
        () => AppFile.FromBytes(default).SaveToFolderAsync(Path.Combine(_folder, "none"), Cancellation));
}
