using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.AuthConformance.Refused;

/// <summary>
/// A method that apps refuse, carried on to its headers. The runtime recognizes it and stops there; what it would send
/// lies here, so that cases that end in it can be compared to their end.
/// </summary>
internal sealed class CompletedMethod(RefusedMethod method) : ICredentialMethod, ITokenSource
{
    private CredentialContext? _context;

    public string Name => method.Name;

    /// <summary>Gets the headers that the method sends.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the host that the method found; null: the configured one.</summary>
    public string? Host { get; private set; }

    public ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        _context = context;
        return new(method.NotMine(context.Settings) is { } reason ? CredentialAnswer.NotMine(reason) : CredentialAnswer.Use(this));
    }

    public async ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        AuthSettings settings = _context!.Settings;
        AzureTokens azure = new(_context);
        string resourceToken;
        switch (Name)
        {
            case "pat":
                resourceToken = settings[AuthAttribute.Token]!;
                break;
            case "basic":
                Headers["Authorization"] = "Basic " + Convert.ToBase64String(
                    Encoding.UTF8.GetBytes($"{settings[AuthAttribute.Username]}:{settings[AuthAttribute.Password]}"));
                return new AppToken("unused");
            case "azure-cli":
                resourceToken = await azure.ByCliAsync(AzureTokens.Databricks)
                    ?? throw new AppAuthenticationException("az gave no token");
                Add("X-Databricks-Azure-SP-Management-Token", await azure.ByCliAsync(AzureTokens.Management));
                Host = settings.Host is null ? await azure.HostAsync(Headers.GetValueOrDefault("X-Databricks-Azure-SP-Management-Token")) : null;
                break;
            case "azure-client-secret":
                resourceToken = await azure.BySecretAsync(AzureTokens.Databricks)
                    ?? throw new AppAuthenticationException("Entra ID gave no token");
                Add("X-Databricks-Azure-SP-Management-Token", await azure.BySecretAsync(AzureTokens.Management));
                break;
            case "azure-msi":
                resourceToken = await azure.ByIdentityAsync(AzureTokens.Databricks)
                    ?? throw new AppAuthenticationException("the machine's identity gave no token");
                Add("X-Databricks-Azure-SP-Management-Token", await azure.ByIdentityAsync(AzureTokens.Management));
                break;
            case "github-oidc-azure":
                resourceToken = await azure.ByGitHubAsync(AzureTokens.Databricks)
                    ?? throw new AppAuthenticationException("Entra ID gave no token for the job of GitHub");
                break;
            default:
                throw new AppAuthenticationException($"{Name} is not carried on");
        }

        Headers["Authorization"] = "Bearer " + resourceToken;
        Add("X-Databricks-Azure-Workspace-Resource-Id", Name.StartsWith("azure", StringComparison.Ordinal) ? settings[AuthAttribute.AzureResourceId] : null);

        // A personal access token may hold what no bearer token does; the headers above are what counts.
        return new AppToken("unused");
    }

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            Headers[name] = value;
        }
    }
}
