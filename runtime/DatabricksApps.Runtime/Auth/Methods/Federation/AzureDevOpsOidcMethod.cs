namespace DatabricksApps.Auth;

/// <summary><c>azure-devops-oidc</c>: Azure DevOps issues a token for the job of a pipeline that maps <c>SYSTEM_ACCESSTOKEN</c>.</summary>
internal sealed class AzureDevOpsOidcMethod : FederationMethod
{
    /// <summary>The variables that a job has, all of which are needed.</summary>
    public static readonly IReadOnlyList<string> Variables =
    [
        "SYSTEM_ACCESSTOKEN", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "SYSTEM_PLANID", "SYSTEM_JOBID", "SYSTEM_TEAMPROJECTID", "SYSTEM_HOSTTYPE",
    ];

    public override string Name => AuthTypes.AzureDevOps;

    protected override string? NotMine(CredentialContext context) =>
        Variables.FirstOrDefault(name => string.IsNullOrEmpty(context.Variable(name))) is { } missing ? $"{missing} is not set" : null;

    protected override async ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken)
    {
        string path = "/" + string.Join('/', Part("SYSTEM_TEAMPROJECTID"), "_apis/distributedtask/hubs", Part("SYSTEM_HOSTTYPE"),
            "plans", Part("SYSTEM_PLANID"), "jobs", Part("SYSTEM_JOBID"), "oidctoken?api-version=7.2-preview.1");
        string collection = context.Variable("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI")!.TrimEnd('/');
        if (!Uri.TryCreate(collection + path, UriKind.Absolute, out Uri? address) || !WorkspaceHost.IsSafe(address))
        {
            throw AuthFailure.Of(
                "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI is not an https address", null, "Leave the variable as Azure DevOps sets it.");
        }

        using HttpRequestMessage request = new(HttpMethod.Post, address);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {context.Variable("SYSTEM_ACCESSTOKEN")}");
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/json") } };
        WorkspaceAnswer answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return IssuerAnswer.Token(answer, "oidcToken", "Azure DevOps", "Map SYSTEM_ACCESSTOKEN: $(System.AccessToken) into the step.");

        string Part(string name) => Uri.EscapeDataString(context.Variable(name)!);
    }
}
