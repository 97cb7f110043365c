using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

public class MetadataServiceTests
{
    private const string Service = "http://localhost:1234/s3cret-path";

    private readonly SignInSetup _setup = new()
    {
        Environment = { ["DATABRICKS_HOST"] = FakeWorkspace.Host, ["DATABRICKS_METADATA_SERVICE_URL"] = Service },
    };

    [Theory]
    [InlineData("1772373600")]
    [InlineData("\"1772373600\"")]
    public async Task The_service_of_this_machine_gives_its_token(string expiresOn)
    {
        _setup.Workspace.Json("GET " + Service, $$"""{"access_token":"the-token","token_type":"Bearer","expires_on":{{expiresOn}}}""");

        AppToken token = await _setup.SignInAsync(new MetadataServiceMethod());

        Assert.Equal("the-token", token.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.Zero), token.ExpiresOn);
    }

    [Theory]
    [InlineData("http://other.example.com/s3cret")]
    [InlineData("http://localhost.example.com/s3cret")]
    [InlineData("file:///s3cret")]
    [InlineData("s3cret")]
    public async Task No_other_machine_is_asked(string address)
    {
        _setup.Environment["DATABRICKS_METADATA_SERVICE_URL"] = address;

        Assert.Equal(
            "Sign-in failed: invalid Metadata Service URL: only localhost URLs are allowed. " +
            "Next step: Take DATABRICKS_METADATA_SERVICE_URL away, or set it to an address of this machine.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new MetadataServiceMethod()))).Message);
        Assert.Empty(_setup.Workspace.Requests);
    }

    [Theory]
    [InlineData("""{"access_token":""}""")]
    [InlineData("<html>")]
    public async Task A_service_without_a_token_is_told_without_its_path(string answer)
    {
        _setup.Workspace.Json("GET " + Service, answer);

        Assert.Equal(
            "Sign-in failed: the metadata service at localhost:1234 gave no token. Likely cause: it serves another host, or has ended. " +
            "Next step: Start the tool anew that set DATABRICKS_METADATA_SERVICE_URL, or take the variable away.",
            (await Assert.ThrowsAsync<AppAuthenticationException>(() => _setup.SignInAsync(new MetadataServiceMethod()))).Message);
    }
}
