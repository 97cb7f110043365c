using DatabricksApps.EndToEnd.Tests.InventoryApi;
using LocalInventory;
using LocalWorkspace;

namespace DatabricksApps.EndToEnd.Tests.SignIn;

/// <summary>An app behind the front door of a workspace, and a machine of its own to sign in from.</summary>
public sealed class SignInSetup : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("databricks-end-to-end-");
    private readonly LocalInventoryApp _local;

    private SignInSetup(LocalInventoryApp local, Workspace workspace, WorkspaceApp door)
    {
        _local = local;
        Workspace = workspace;
        Door = door;
        Principal = workspace.AddServicePrincipal("end-to-end");
        door.GrantCanUse(Principal.ClientId);
        door.GrantCanUse(workspace.Options.UserName);
    }

    public Workspace Workspace { get; }

    public WorkspaceApp Door { get; }

    public ServicePrincipal Principal { get; }

    /// <summary>Gets a folder for the files of the machine.</summary>
    public string Home => _home.FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SignInSetup> StartAsync(params string[] userScopes)
    {
        LocalInventoryApp local = await LocalInventoryApp.StartAsync();
        Workspace workspace = await Workspace.StartAsync(cancellationToken: Cancellation);
        WorkspaceApp door = await workspace.AddAppAsync("inventory", local.BaseAddress, cancellationToken: Cancellation);
        door.UserApiScopes = userScopes;
        return new SignInSetup(local, workspace, door);
    }

    /// <summary>Writes a profile that the options then name.</summary>
    public DatabricksAppOptions WithProfile(string values) => WithProfile(new DatabricksAppOptions(), values);

    /// <inheritdoc cref="WithProfile(string)"/>
    public DatabricksAppOptions WithProfile(DatabricksAppOptions options, string values)
    {
        options.ConfigFile = Path.Combine(Home, "databrickscfg");
        options.Profile = "end-to-end";
        File.WriteAllText(options.ConfigFile, $"[end-to-end]\nhost = {Workspace.BaseAddress}\n{values}\n");
        return options;
    }

    /// <summary>Reads an item by a client with these options, and returns how the token was issued.</summary>
    public async Task<string?> CallAsync(DatabricksAppOptions options)
    {
        options.AppName ??= "inventory";
        options.TokenFolder ??= Path.Combine(Home, "tokens");
        using InventoryClient client = InventoryClient.Create(options);
        Assert.Equal("Hammer", (await client.Items.ReadItemAsync(1, cancellationToken: Cancellation)).Name);
        return Workspace.Tokens.Issued.Count == 0 ? null : Workspace.Tokens.Issued[^1].GrantType;
    }

    /// <summary>Gets a token from the workspace, as somebody else would.</summary>
    public async Task<string> IssueAsync()
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Workspace.BaseAddress, "/oidc/v1/token"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes($"{Principal.ClientId}:{Principal.ClientSecret}")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "all-apis")]);
        using HttpResponseMessage response = await http.SendAsync(request, Cancellation);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await Workspace.DisposeAsync();
        await _local.DisposeAsync();
        _home.Delete(recursive: true);
    }
}
