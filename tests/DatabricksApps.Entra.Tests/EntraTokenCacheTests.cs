using Microsoft.Identity.Client;

namespace DatabricksApps.Entra.Tests;

/// <summary>Kept tokens of Entra ID decide who signs: they are taken only from where nobody else can have put them.</summary>
public sealed class EntraTokenCacheTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("entra-");

    private string Folder => Path.Combine(_home.FullName, "tokens");

    public EntraTokenCacheTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The rights of the user's own folders hold there.");

    public void Dispose() => _home.Delete(recursive: true);

#pragma warning disable CA1416 // Skipped on Windows.
    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_folder_that_others_can_write_is_refused(UnixFileMode others)
    {
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, Own | others);

        Assert.Equal(
            $"Sign-in failed: the folder of kept sign-ins, {Folder}, can be written by other users of this machine: a sign-in that they put there would be " +
            $"yours. Next step: Run: chmod 700 {Folder}, and look whether the files in it are yours.",
            await MessageAsync());
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Theory]
    [InlineData("msal.cache")]
    [InlineData("msal.cache.lockfile")]
    public async Task A_file_behind_a_link_is_refused_also_one_that_leads_nowhere(string name)
    {
        string file = Path.Combine(Directory.CreateDirectory(Folder, Own).FullName, name), target = Path.Combine(_home.FullName, "elsewhere");
        File.CreateSymbolicLink(file, target);
        Assert.StartsWith($"Sign-in failed: the file of kept sign-ins, {file}, is a link, another user's, or one that others can write", await MessageAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(target));

        await File.WriteAllTextAsync(target, "planted", TestContext.Current.CancellationToken);
        Assert.EndsWith($"Next step: Look whose it is, and delete {file}.", await MessageAsync(), StringComparison.Ordinal);
        Assert.Equal("planted", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
    }

    // MSAL makes its files by the user's mask: in a folder that nobody else can enter their mode is of no matter.
    [Theory]
    [InlineData(UnixFileMode.None, true)]
    [InlineData(UnixFileMode.OtherExecute, false)]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.GroupExecute, false)]
    public async Task A_file_that_others_can_write_is_refused_where_they_can_reach_it(UnixFileMode others, bool isTaken)
    {
        string file = Path.Combine(Directory.CreateDirectory(Folder, Own | others).FullName, "msal.cache");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);

        Assert.Equal(!isTaken, (await MessageAsync())?.Contains(file, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task One_that_is_made_is_for_this_user_alone_and_is_taken_again()
    {
        Assert.Null(await MessageAsync());
        Assert.Equal(Own, File.GetUnixFileMode(Folder));
        Assert.Null(await MessageAsync());
    }

    [Fact]
    public async Task Where_there_is_no_home_the_sentence_says_what_to_set()
    {
        string? before = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", "/dev/null/none");
        try
        {
            Assert.Equal(
                "Sign-in failed: the folder of kept sign-ins, /dev/null/none/DatabricksApps, cannot be made. " +
                "Likely cause: HOME or XDG_DATA_HOME does not name a folder of this user. " +
                "Next step: set HOME to the user's home folder, or give PersistAsync a folder that this user can write.",
                await MessageAsync(isDefault: true));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_DATA_HOME", before);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told() =>
        Assert.Equal(
            "Sign-in failed: the folder of kept sign-ins, /dev/null/tokens, cannot be made. " +
            "Next step: give PersistAsync a folder that this user can write.",
            await MessageAsync("/dev/null/tokens"));
#pragma warning restore CA1416

    private async Task<string?> MessageAsync(string? folder = null, bool isDefault = false)
    {
        IPublicClientApplication application = PublicClientApplicationBuilder.Create("00000000-0000-0000-0000-000000000001").Build();
        return (await Record.ExceptionAsync(
            () => EntraTokenCache.PersistAsync(application, isDefault ? null : folder ?? Folder, allowUnprotectedFile: true))) is { } failure
            ? Assert.IsType<AppAuthenticationException>(failure).Message
            : null;
    }
}
