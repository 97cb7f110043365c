using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What a sign-in works with, all of it the test's: the workspace, the clock, the log, the environment.</summary>
internal sealed class SignInSetup
{
    public FakeWorkspace Workspace { get; init; } = FakeWorkspace.WithTokens();

    public ObservedTime Time { get; } = new();

    public LogCapture Log { get; } = new();

    public Dictionary<string, string> Environment { get; init; } = [];

    public DatabricksAppOptions Options { get; init; } = new();

    /// <summary>Gets the folder of sign-ins in the browser; null: none are kept.</summary>
    public string? TokenFolder { get; init; }

    /// <summary>Makes a setup whose service principal comes from the environment.</summary>
    public static SignInSetup ServicePrincipal(FakeWorkspace? workspace = null) => new()
    {
        Workspace = workspace ?? FakeWorkspace.WithTokens(),
        Environment =
        {
            ["DATABRICKS_HOST"] = "ws.example.com",
            ["DATABRICKS_CLIENT_ID"] = "the-client-id",
            ["DATABRICKS_CLIENT_SECRET"] = "the-client-secret",
        },
    };

    public CredentialContext Context() => Context(CredentialInputs.Read(Options, Options.Scopes, Variable));

    private CredentialContext Context(CredentialInputs inputs) => new()
    {
        Settings = inputs.Settings,
        HttpClient = Workspace.Client,
        Variable = inputs.Variable,
        Time = Time,
        Logger = Log,
        Random = () => 0.5,
        TokenFolder = TokenFolder,
        OpenBrowser = Options.OpenBrowser,
    };

    /// <summary>Signs in by all methods in their order.</summary>
    public CredentialChain Chain() => new(Context(), CredentialMethods.Default, CredentialMethods.OnRequest);

    /// <summary>Signs in by one method, so that its own message is seen.</summary>
    public async Task<AppToken> SignInAsync(ICredentialMethod method)
    {
        CredentialAnswer answer = await method.ConfigureAsync(Context(), TestContext.Current.CancellationToken);
        Assert.True(answer.IsMine, answer.Reason);
        return await answer.Source.GetTokenAsync(TestContext.Current.CancellationToken);
    }

    public Task<AppToken> SignInByClientCredentialsAsync() => SignInAsync(new ClientCredentialsMethod());

    public TokenSources Sources() => new(Workspace.Client, Time, Log, Variable, () => 0.5);

    private string? Variable(string name) => Environment.GetValueOrDefault(name);
}
