using System.Net;
using System.Net.Sockets;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A kept sign-in decides who signs: it is taken only from where nobody else can have put it.</summary>
[Collection("ports")]
public sealed class KeptSignInTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly HttpClient s_browser = new();

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-tokens-");
    private readonly SignInSetup _setup;
    private int _opened;
    private int _silent;
    private bool _waits;

    public KeptSignInTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The rights of the user's own folders hold there.");
        Directory.CreateDirectory(Folder);
        _setup = new SignInSetup { TokenFolder = Folder, Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
        _setup.Options.AuthType = AuthTypes.Browser;
        _setup.Options.OpenBrowser = OpenAsync;
        _setup.Workspace
            .Json(FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token","authorization_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/authorize"}""")
            .Json(FakeWorkspace.Token, """{"access_token":"mine","expires_in":3600}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_home.FullName, "tokens");

    public void Dispose() => _home.Delete(recursive: true);

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_folder_that_others_can_write_is_refused(UnixFileMode others)
    {
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(Folder, Own | others);
#pragma warning restore CA1416

        Assert.StartsWith(
            $"Sign-in failed: the folder of kept sign-ins, {Folder}, can be written by other users of this machine: a sign-in that they put there would be " +
            $"yours. Next step: Run: chmod 700 {Folder}, and look whether the files in it are yours.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.Chain().GetTokenAsync(Cancellation).AsTask())).Message, StringComparison.Ordinal);
        Assert.Equal(0, _opened);
    }

    [Fact]
    public async Task A_file_behind_a_link_is_not_read_and_what_it_leads_to_not_written()
    {
        string elsewhere = Path.Combine(_home.FullName, "elsewhere");
        await _setup.Chain().GetTokenAsync(Cancellation);
        FileInfo file = Assert.Single(new DirectoryInfo(Folder).GetFiles());
        string planted = (await File.ReadAllTextAsync(file.FullName, Cancellation)).Replace("mine", "theirs", StringComparison.Ordinal);
        await File.WriteAllTextAsync(elsewhere, planted, Cancellation);
        file.Delete();
        File.CreateSymbolicLink(file.FullName, elsewhere);

        Assert.Equal("mine", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Equal(2, _opened);
        Assert.Equal(planted, await File.ReadAllTextAsync(elsewhere, Cancellation));
        Assert.Null(new FileInfo(file.FullName).LinkTarget);
        Assert.Equal("mine", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
        Assert.Equal(2, _opened);
    }

    [Fact]
    public async Task A_file_that_others_can_write_is_not_read()
    {
        await _setup.Chain().GetTokenAsync(Cancellation);
        FileInfo file = Assert.Single(new DirectoryInfo(Folder).GetFiles());
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(file.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
#pragma warning restore CA1416

        await _setup.Chain().GetTokenAsync(Cancellation);

        Assert.Equal(2, _opened);
    }

    [Fact]
    public async Task One_that_was_kept_is_for_its_scopes_alone()
    {
        foreach (string scope in (string[])["sql", "file.files", "sql"])
        {
            _setup.Options.Scopes.Clear();
            _setup.Options.Scopes.Add(scope);
            await _setup.Chain().GetTokenAsync(Cancellation);
        }

        Assert.Equal(2, _opened);
        Assert.Equal(2, new DirectoryInfo(Folder).GetFiles().Length);
    }

    [Fact]
    public async Task And_for_its_client_alone()
    {
        foreach (string? client in (string?[])["one", "other", "one", null])
        {
            _setup.Options.ClientId = client;
            await _setup.Chain().GetTokenAsync(Cancellation);
        }

        Assert.Equal(3, _opened);
        Assert.Equal(3, new DirectoryInfo(Folder).GetFiles().Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thousand_connections_to_the_callback_keep_no_more_than_a_few_open_and_the_browser_gets_through(bool whileItIsOpened)
    {
        _silent = 1000;
        _waits = whileItIsOpened;

        Assert.Equal("mine", (await _setup.Chain().GetTokenAsync(Cancellation)).Value);
    }

    [Theory]
    [InlineData("p", "Sign-in failed: resolve: the profile p cannot be read: there is no home folder with a .databrickscfg, since HOME is not set. " +
        "Config: profile=p. Next step: Set HOME, or ConfigFile (DATABRICKS_CONFIG_FILE) to the file.")]
    [InlineData(null, null)]
    public void A_profile_that_is_named_where_there_is_no_home_is_told(string? profile, string? message)
    {
        DatabricksAppOptions options = new() { Profile = profile };

        Assert.Equal(message, Record.Exception(() => AuthSettings.Read(options, [], _ => null))?.Message);
    }

    private async ValueTask OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        _opened++;
        Dictionary<string, string> query = address.Query[1..].Split('&').ToDictionary(p => p.Split('=')[0], p => Uri.UnescapeDataString(p.Split('=')[1]));
        Uri callback = new(query["redirect_uri"]);
        Task visit = VisitAsync(callback, query["state"], cancellationToken);
        await (_waits ? visit : Task.CompletedTask);
    }

    private async Task VisitAsync(Uri callback, string state, CancellationToken cancellationToken)
    {
        List<TcpClient> open = [];
        for (int i = 0; i < _silent; i++)
        {
            TcpClient client = new();
            open.Add(client);
            await client.ConnectAsync(IPAddress.Loopback, callback.Port, cancellationToken);
        }

        if (_silent > 0)
        {
            // The first one was closed for the others.
            Assert.Equal(0, await open[0].GetStream().ReadAsync(new byte[1], cancellationToken));
        }

        await s_browser.GetStringAsync(new Uri(callback, $"/?code=c&state={state}"), cancellationToken);
        open.ForEach(client => client.Dispose());
    }
}
