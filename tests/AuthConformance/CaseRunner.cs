using DatabricksApps.Auth;
using DatabricksApps.AuthConformance.Refused;
using Microsoft.Extensions.Logging.Abstractions;

namespace DatabricksApps.AuthConformance;

/// <summary>Signs in with the runtime's own code on the machine of a case.</summary>
internal sealed class CaseRunner(StubServer server, HttpClient client)
{
    // What asks for a token while it is configured, in the Go SDK: without one, it has not signed in at all.
    private static readonly string[] s_askWhileConfiguring = [AuthTypes.DatabricksCli, AuthTypes.MetadataService, RefusedMethod.AzureCli.Name];

    public async Task<Outcome> RunAsync(Case item)
    {
        using Machine machine = new(item);
        server.Stubs = [.. item.Stubs];
        AuthSettings settings;
        try
        {
            settings = SettingsReader.Read(
                item.Explicit.Select(e => new KeyValuePair<AuthAttribute, string?>(AttributeOf(e.Key), machine.Expand(e.Value))),
                new AmbientVariables(machine.Variable));
            SettingsReader.Complete(settings);
        }
        catch (AppAuthenticationException exception)
        {
            return new Outcome { Error = exception.Message };
        }

        CredentialContext context = new()
        {
            Settings = settings,
            HttpClient = () => client,
            Variable = machine.Variable,
            Time = TimeProvider.System,
            Logger = NullLogger.Instance,
        };
        return await SignInAsync(context, machine);
    }

    private static async Task<Outcome> SignInAsync(CredentialContext context, Machine machine)
    {
        // What the SDKs resolve is judged; that apps then refuse some of it is the runtime's own rule.
        ICredentialMethod[] methods = [.. CredentialMethods.Default.Select(m => m is RefusedMethod refused ? new CompletedMethod(refused) : m)];
        CredentialChain chain = new(context, methods, CredentialMethods.OnRequest);
        AppToken? token = null;
        string? failure = null;
        try
        {
            token = await chain.GetTokenAsync(CancellationToken.None);
        }
        catch (AppAuthenticationException exception)
        {
            failure = exception.Message;
        }

        bool isConfigured = chain.Method is not null && (failure is null || !s_askWhileConfiguring.Contains(chain.Method));
        AuthSettings settings = context.Settings;
        CompletedMethod? completed = methods.OfType<CompletedMethod>().FirstOrDefault(m => m.Name == chain.Method);
        HostMetadata? metadata = settings.Host is { } host
            ? await HostMetadata.ReadAsync(new WorkspaceClient(context.HttpClient, context.Time), host, context.Logger, CancellationToken.None)
            : null;
        return new Outcome
        {
            AuthType = isConfigured ? chain.Method : null,
            Host = completed?.Host ?? settings.Host?.ToString(),
            Profile = settings[AuthAttribute.Profile],
            WorkspaceId = settings[AuthAttribute.WorkspaceId] ?? metadata?.WorkspaceId,
            AccountId = settings[AuthAttribute.AccountId] ?? metadata?.AccountId,
            IsAzure = settings.IsAzure || (settings[AuthAttribute.Cloud] is null && metadata?.Cloud?.ToUpperInvariant() == WorkspaceCloud.Azure),
            Scopes = settings.Scopes,
            CliArguments = machine.FirstRun(),
            Headers = completed?.Headers ?? (token is null ? [] : new Dictionary<string, string> { ["Authorization"] = token.Header }),
            Error = isConfigured ? null : failure,
            AuthenticateError = failure,
            IsRefusedByApps = completed is not null,
        };
    }

    private static AuthAttribute AttributeOf(string key) =>
        AuthAttribute.All.FirstOrDefault(a => a.Name == key || a.OtherName == key) ?? new AuthAttribute(key);
}
