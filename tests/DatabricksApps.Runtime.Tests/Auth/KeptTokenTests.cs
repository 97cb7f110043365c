using System.Text.Json;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What is kept of a sign-in is read as it was written, and what is no whole sign-in is none.</summary>
public sealed class KeptTokenTests : IDisposable
{
    private static readonly DateTimeOffset s_end = new(2026, 3, 1, 13, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-tokens-");

    private string Folder => Path.Combine(_home.FullName, "tokens");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData("the-refresh-token")]
    [InlineData(null)]
    public void It_is_read_as_it_was_written(string? refreshToken)
    {
        File().Write(new TokenSet(new AppToken("t", s_end.ToOffset(TimeSpan.FromHours(2))), refreshToken));

        TokenSet? read = File().Read();

        Assert.Equal(("t", s_end, refreshToken), (read!.Token.Value, read.Token.ExpiresOn, read.RefreshToken));
        Assert.Single(new DirectoryInfo(Folder).GetFiles("*.json"));
        Assert.Single(new DirectoryInfo(Folder).GetFiles());
    }

    [Fact]
    public void The_last_one_counts()
    {
        File().Write(new TokenSet(new AppToken("first", s_end), "a"));
        File().Write(new TokenSet(new AppToken("second", s_end), null));

        TokenSet? read = File().Read();

        Assert.Equal(("second", null), (read!.Token.Value, read.RefreshToken));
    }

    [Fact]
    public void One_that_never_ends_is_not_kept()
    {
        File().Write(new TokenSet(new AppToken("t"), "r"));

        Assert.False(Directory.Exists(Folder));
        Assert.Null(File().Read());
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        TokenFile none = new(null, "h", "c", [], []);

        none.Write(new TokenSet(new AppToken("t", s_end), "r"));

        Assert.Null(none.Read());
    }

    [Fact]
    public void It_is_that_of_its_host_client_scopes_and_place()
    {
        TokenFile[] files =
        [
            new(Folder, "h", "c", ["a", "b"], ["p"]), new(Folder, "i", "c", ["a", "b"], ["p"]), new(Folder, "h", "d", ["a", "b"], ["p"]),
            new(Folder, "h", "c", ["a"], ["p"]), new(Folder, "h", "c", ["a", "b"], []), new(Folder, "c", "h", ["a", "b"], ["p"]),
        ];
        for (int i = 0; i < files.Length; i++)
        {
            files[i].Write(new TokenSet(new AppToken($"t{i}", s_end), null));
        }

        Assert.Equal(["t0", "t1", "t2", "t3", "t4", "t5"], files.Select(file => file.Read()!.Token.Value));
    }

    [Theory]
    [InlineData("""{"access_token":"t","expiry":"2026-03-01T13:00:00Z"}""", true)]
    [InlineData("""{"access_token":"t","expiry":"2026-03-01T13:00:00"}""", true)]
    [InlineData("""{"access_token":"t","expiry":"soon"}""", false)]
    [InlineData("""{"access_token":"t"}""", false)]
    [InlineData("""{"access_token":"no token","expiry":"2026-03-01T13:00:00Z"}""", false)]
    [InlineData("""{"expiry":"2026-03-01T13:00:00Z"}""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public void A_file_of_another_form_is_none(string text, bool isRead)
    {
        File().Write(new TokenSet(new AppToken("x", s_end), null));
        string path = Assert.Single(Directory.GetFiles(Folder));
        System.IO.File.WriteAllText(path, text);

        Assert.Equal(isRead ? s_end : null, File().Read()?.Token.ExpiresOn);
    }

    [Fact]
    public void One_that_cannot_be_read_or_written_is_no_failure()
    {
        // A folder where the file should be.
        File().Write(new TokenSet(new AppToken("x", s_end), null));
        string path = Assert.Single(Directory.GetFiles(Folder));
        System.IO.File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "in-the-way"));

        File().Write(new TokenSet(new AppToken("t", s_end), null));

        Assert.Null(File().Read());
    }

    [Fact]
    public void A_file_where_its_folder_should_be_is_none_either()
    {
        System.IO.File.WriteAllText(Folder, "");

        File().Write(new TokenSet(new AppToken("t", s_end), null));

        Assert.Null(File().Read());
    }

    [Fact]
    public void Its_time_is_that_of_the_clock_of_the_world()
    {
        File().Write(new TokenSet(new AppToken("t", s_end.ToOffset(TimeSpan.FromHours(2))), "r"));
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(Assert.Single(Directory.GetFiles(Folder))));

        Assert.Equal(["access_token", "expiry", "refresh_token"], document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-03-01T13:00:00Z", document.RootElement.GetProperty("expiry").GetString());
    }

    private TokenFile File() => new(Folder, "https://ws.example.com", "databricks-cli", ["sql"], []);
}
