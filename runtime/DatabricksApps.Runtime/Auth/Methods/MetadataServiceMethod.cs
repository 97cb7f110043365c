namespace DatabricksApps.Auth;

/// <summary><c>metadata-service</c>: a tool of Databricks on this machine gives its own token, such as the extension of Visual Studio Code.</summary>
internal sealed class MetadataServiceMethod : ICredentialMethod
{
    public string Name => AuthTypes.MetadataService;

    public ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings.Missing(AuthAttribute.Host, AuthAttribute.MetadataServiceUrl) is { } reason)
        {
            return new(CredentialAnswer.NotMine(reason));
        }

        // The address is a secret of its own: whoever knows it gets tokens.
        if (!Uri.TryCreate(settings[AuthAttribute.MetadataServiceUrl], UriKind.Absolute, out Uri? address) || !IsLocal(address))
        {
            throw AuthFailure.Of(
                "invalid Metadata Service URL: only localhost URLs are allowed",
                null,
                "Take DATABRICKS_METADATA_SERVICE_URL away, or set it to an address of this machine.");
        }

        WorkspaceClient client = new(context.HttpClient, context.Time);
        return new(CredentialAnswer.Use(new MetadataServiceTokenSource(client, address, settings.Host!, context.Logger)));
    }

    private static bool IsLocal(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.IsLoopback;
}
