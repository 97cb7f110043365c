using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A relative path names another file, and maybe another person, in each working directory.</summary>
[Collection(Alone.Name)]
public sealed class RelativePathTests : IDisposable
{
    private readonly DirectoryInfo _one = Directory.CreateTempSubdirectory("databricks-one-");
    private readonly DirectoryInfo _other = Directory.CreateTempSubdirectory("databricks-other-");
    private readonly string _workingDirectory = Directory.GetCurrentDirectory();

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_workingDirectory);
        _one.Delete(recursive: true);
        _other.Delete(recursive: true);
    }

    [Theory]
    [InlineData("OidcTokenFile")]
    [InlineData("ConfigFile")]
    [InlineData("TokenFolder")]
    public void The_same_path_from_another_folder_shares_no_token(string option)
    {
        SignInSetup setup = new();
        using TokenSources sources = setup.Sources();
        DatabricksAppOptions options = new() { Host = FakeWorkspace.Host, AuthType = AuthTypes.OidcFile };
        typeof(DatabricksAppOptions).GetProperty(option)!.SetValue(options, "token");
        if (option == "ConfigFile")
        {
            File.WriteAllText(Path.Combine(_one.FullName, "token"), "");
            File.WriteAllText(Path.Combine(_other.FullName, "token"), "");
        }

        Directory.SetCurrentDirectory(_one.FullName);
        ITokenSource before = sources.CacheFor(options, []);
        Assert.Same(before, sources.CacheFor(options, []));
        Directory.SetCurrentDirectory(_other.FullName);
        Assert.NotSame(before, sources.CacheFor(options, []));
    }

    [Fact]
    public async Task The_file_that_is_read_stays_the_one_of_the_folder_in_which_the_client_was_made()
    {
        await File.WriteAllTextAsync(Path.Combine(_one.FullName, "token"), "ada", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_other.FullName, "token"), "grace", TestContext.Current.CancellationToken);
        SignInSetup setup = new() { Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host } };
        setup.Workspace
            .Json(FakeWorkspace.Discovery, $$"""{"token_endpoint":"{{FakeWorkspace.Host}}/oidc/v1/token"}""")
            .Json(FakeWorkspace.Token, """{"access_token":"t","expires_in":3600}""");
        setup.Options.AuthType = AuthTypes.OidcFile;
        setup.Options.OidcTokenFile = "token";
        using TokenSources sources = setup.Sources();
        Directory.SetCurrentDirectory(_one.FullName);
        ITokenSource source = sources.CacheFor(setup.Options, []);
        Directory.SetCurrentDirectory(_other.FullName);

        await source.GetTokenAsync(TestContext.Current.CancellationToken);

        Assert.Contains("subject_token=ada", setup.Workspace.Sent.Last().Body);
    }
}
