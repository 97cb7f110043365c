using DatabricksApps.Auth;
using DatabricksApps.Generated;
using DatabricksApps.Tests.Auth;

namespace DatabricksApps.Tests.Faults;

/// <summary>What is done wrong on the first day, and is told by its name. Messages as a whole.</summary>
[Collection(FakeCli.Collection)]
public sealed class BeginnersFaults : IDisposable
{
    private readonly FakeCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Nothing_is_configured() => Assert.Equal(
        """
        Sign-in failed: nothing that is set signs in. Next step: one of these three.
        - You yourself: databricks auth login --host https://WORKSPACE, and set Host (DATABRICKS_HOST) to that address.
        - A service principal: set Host, ClientId and ClientSecret (DATABRICKS_HOST, DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET).
        - A token that you have, or that your code gets: set Token or TokenProvider.
        default auth: cannot configure default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your preferred authentication method. Not configured: oauth-m2m (host (DATABRICKS_HOST), client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), databricks-cli (host (DATABRICKS_HOST) is not set), metadata-service (host (DATABRICKS_HOST), metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) are not set), github-oidc (host (DATABRICKS_HOST) is not set), azure-devops-oidc (host (DATABRICKS_HOST) is not set), env-oidc (host (DATABRICKS_HOST) is not set), file-oidc (host (DATABRICKS_HOST) is not set).
        Nothing is set. There is no file /home/nobody/.databrickscfg.
        """,
        await SignInAsync(new(), ("HOME", "/home/nobody")));

    [Fact]
    public async Task The_host_alone_is_set_and_nobody_signed_in() => Assert.Equal(
        """
        Sign-in failed: nothing that is set signs in. Next step: one of these three.
        - You yourself: databricks auth login --host https://ws.example.com (databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)).
        - A service principal: set ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET).
        - A token that you have, or that your code gets: set Token or TokenProvider.
        default auth: cannot configure default credentials, please check https://docs.databricks.com/en/dev-tools/auth.html#databricks-client-unified-authentication to configure credentials for your preferred authentication method. Config: host=https://ws.example.com. Not configured: oauth-m2m (client_id (DATABRICKS_CLIENT_ID), client_secret (DATABRICKS_CLIENT_SECRET) are not set), databricks-cli (databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)), metadata-service (metadata_service_url (DATABRICKS_METADATA_SERVICE_URL) is not set), github-oidc (actions_id_token_request_url (ACTIONS_ID_TOKEN_REQUEST_URL), actions_id_token_request_token (ACTIONS_ID_TOKEN_REQUEST_TOKEN) are not set), azure-devops-oidc (SYSTEM_ACCESSTOKEN is not set), env-oidc (DATABRICKS_OIDC_TOKEN is not set), file-oidc (databricks_id_token_filepath (DATABRICKS_OIDC_TOKEN_FILEPATH) is not set).
        Set in code: Host. There is no home folder with a file of profiles: HOME is not set.
        """,
        await SignInAsync(new() { Host = FakeWorkspace.Host }));

    // Whoever has an Azure host has the Azure CLI for a way to sign in, without having chosen it.
    [Fact]
    public async Task The_host_alone_is_set_and_is_one_of_Azure()
    {
        string[] lines = (await SignInAsync(new() { Host = "https://adb-77.5.azuredatabricks.net" })).Split('\n');

        Assert.Equal(
            [
                "Sign-in failed: nothing that is set signs in. Next step: one of these three.",
                "- You yourself: databricks auth login --host https://adb-77.5.azuredatabricks.net (databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)).",
                "- A service principal: set ClientId and ClientSecret (DATABRICKS_CLIENT_ID, DATABRICKS_CLIENT_SECRET).",
            ],
            lines[..3]);
        Assert.StartsWith("azure-cli: apps take no Entra ID tokens.", lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://adb-123.4.azuredatabricks.net/apps/my-app")]
    [InlineData("https://dbc-1.cloud.databricks.com/?o=12")]
    public void A_page_of_the_workspace_is_no_app_either(string address) =>
        Assert.Contains(", the address of a workspace, where no app answers. ", Refused(new() { BaseAddress = new(address), Token = "t" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("[dev]\nclient_id = x\n", "{0} was read, and has no DEFAULT profile.")]
    [InlineData("[DEFAULT]\nclient_id = x\n", "Set in the profile DEFAULT: client_id. {0} was read, its profile DEFAULT counts.")]
    public async Task The_file_that_was_read_is_named(string content, string told)
    {
        string file = Path.Combine(_cli.Folder, ".databrickscfg");
        File.WriteAllText(file, content);

        string message = await SignInAsync(new(), ("HOME", _cli.Folder));

        Assert.EndsWith(told.Replace("{0}", file, StringComparison.Ordinal), message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_that_was_not_read()
    {
        string file = Path.Combine(_cli.Folder, ".databrickscfg");
        File.WriteAllText(file, "[DEFAULT]\nhost = https://other.example.com\n");

        string message = await SignInAsync(new(), ("HOME", _cli.Folder), ("DATABRICKS_HOST", "ws.example.com"));

        Assert.EndsWith(
            $"\nSet in the environment: DATABRICKS_HOST. {file} was not read, since no profile is named beside a host or secret.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_address_is_that_of_the_workspace() => Assert.Equal(
        "BaseAddress is https://adb-123.4.azuredatabricks.net, the address of a workspace, where no app answers. Set it to the app's URL, such as " +
        "https://my-app-1234.aws.databricksapps.com (databricks apps get NAME shows it), or AppName to the app's name and Host to this address.",
        Refused(new() { BaseAddress = new("https://adb-123.4.azuredatabricks.net/"), Token = "t" }));

    [Fact]
    public async Task The_host_is_that_of_the_app() => Assert.Equal(
        "Sign-in failed: no host configured: Host is https://my-app-1234.aws.databricksapps.com, the address of an app, and an app signs nobody in. " +
        "Next step: Set Host (DATABRICKS_HOST) to the address of the app's workspace, and BaseAddress to that of the app.",
        await SignInAsync(new() { Host = "https://my-app-1234.aws.databricksapps.com" }));

    [Fact]
    public void The_name_of_the_app_is_its_address() => Assert.Equal(
        "AppName is an address. Set BaseAddress to it, or AppName to the app's name in the workspace, such as my-app.",
        Refused(new() { AppName = "https://my-app-1234.aws.databricksapps.com" }));

    [Theory]
    [InlineData("Bearer eyJhbGciOi", "begins with 'Bearer ', which is sent before it in any case. Give the token alone.")]
    [InlineData("\"eyJhbGciOi\"", "stands in quotation marks. Take them away.")]
    [InlineData("eyJhbGciOi\n", "has white space around it, such as the line end of a file. Trim it.")]
    [InlineData("{\"access_token\":\"eyJhbGciOi\"}", "is JSON, such as the Databricks CLI prints. Give the value of its access_token alone.")]
    public async Task The_token_has_something_around_it(string token, string told)
    {
        Assert.Equal("Token " + told, Refused(new() { AppName = "inventory", Token = token }));
        Assert.Equal($"Sign-in failed: the token that TokenProvider gave {told}", await SignInAsync(new() { TokenProvider = _ => new(token) }));
    }

    [Theory]
    [InlineData("DATABRICKS_HOST", "\"https://ws.example.com\"")]
    [InlineData("DATABRICKS_CLIENT_SECRET", "'dose0123'")]
    public async Task A_variable_is_quoted(string name, string value)
    {
        string message = await SignInAsync(new(), (name, value));

        Assert.Equal(
            $"Sign-in failed: resolve: {name}: the value stands in quotation marks, which are part of it. " +
            "Next step: Take the quotation marks away, where the value is set.", message);
    }

    [Fact]
    public async Task The_host_in_code_is_quoted() => Assert.Equal(
        "Sign-in failed: resolve: host of the options: the value stands in quotation marks, which are part of it. " +
        "Next step: Take the quotation marks away, where the value is set.",
        await SignInAsync(new() { Host = "\"ws.example.com\"" }));

    [Fact]
    public async Task The_file_of_profiles_is_not_there() => Assert.Equal(
        "Sign-in failed: resolve: there is no file /nowhere/databricks.cfg. Config: config_file=/nowhere/databricks.cfg. " +
        "Next step: Set ConfigFile (DATABRICKS_CONFIG_FILE) to the file with the profiles, or make it: databricks auth login.",
        await SignInAsync(new() { ConfigFile = "/nowhere/databricks.cfg" }));

    [Fact]
    public async Task The_path_of_the_CLI_is_that_of_a_shell() => Assert.Contains(
        "- You yourself: databricks auth login --host https://ws.example.com (databricks_cli_path (DATABRICKS_CLI_PATH) begins with ~, which only a shell " +
        "replaces by the home folder; set the full path, or a name to find along PATH).\n",
        await SignInAsync(new() { Host = FakeWorkspace.Host, CliPath = "~/bin/databricks" }), StringComparison.Ordinal);

    [Fact]
    public async Task There_is_no_home_folder_and_a_profile_is_meant() => Assert.Equal(
        "Sign-in failed: resolve: the profile dev cannot be read: there is no home folder with a .databrickscfg, since HOME is not set. Config: profile=dev. " +
        "Next step: Set HOME, or ConfigFile (DATABRICKS_CONFIG_FILE) to the file.",
        await SignInAsync(new() { Profile = "dev" }));

    [Fact]
    public async Task The_app_has_a_name_and_no_workspace()
    {
        SignInSetup setup = new();
        using TokenSources sources = setup.Sources();

        AppException failure = await Assert.ThrowsAsync<AppException>(
            () => sources.LookupFor(sources.Read(new() { AppName = "inventory" }, [])).FindAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(
            "The app inventory could not be looked up: its workspace is not known. Likely cause: host is not set. There is no home folder with a file of profiles: " +
            "HOME is not set. Next step: Set Host (DATABRICKS_HOST) to the workspace's address, where databricks auth login --host https://WORKSPACE signs you in, " +
            "or BaseAddress to the app's own.", failure.Message);
    }

    // What a stranger says begins no line of its own, where ours have several.
    [Fact]
    public async Task A_value_with_a_line_end_stays_in_its_line()
    {
        string message = await SignInAsync(new() { Host = FakeWorkspace.Host, AccountId = "x\n- You yourself: run this" });

        Assert.Equal(6, message.Split('\n').Length);
        Assert.DoesNotContain("\n- You yourself: run this", message, StringComparison.Ordinal);
    }

    private static string Refused(DatabricksAppOptions options) => Assert.Throws<ArgumentException>(() => AppPipeline.Connect(options)).Message;

    private static async Task<string> SignInAsync(DatabricksAppOptions options, params (string Name, string Value)[] environment)
    {
        SignInSetup setup = new();
        foreach ((string name, string value) in environment)
        {
            setup.Environment[name] = value;
        }

        using TokenSources sources = setup.Sources();
        AppAuthenticationException failure = await Assert.ThrowsAsync<AppAuthenticationException>(
            () => sources.For(sources.Read(options, [])).GetTokenAsync(TestContext.Current.CancellationToken).AsTask());
        return failure.Message;
    }
}
