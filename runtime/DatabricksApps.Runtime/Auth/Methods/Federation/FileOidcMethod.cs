namespace DatabricksApps.Auth;

/// <summary><c>file-oidc</c>: the other issuer's token is in a file, which is read anew each time, since Kubernetes replaces it.</summary>
internal sealed class FileOidcMethod : FederationMethod
{
    // A token is a few kilobytes.
    private const int Longest = 256 * 1024;

    public override string Name => AuthTypes.OidcFile;

    protected override string? NotMine(CredentialContext context) => context.Settings.Missing(AuthAttribute.OidcTokenFile);

    // Also where the workspace is not there: a path that is mistyped is not to be told as something else.
    protected override void Check(AuthSettings settings) => Read(settings[AuthAttribute.OidcTokenFile]!);

    protected override ValueTask<string> IdTokenAsync(
        CredentialContext context, WorkspaceClient client, string audience, CancellationToken cancellationToken) =>
        new(Read(context.Settings[AuthAttribute.OidcTokenFile]!));

    private static string Read(string path)
    {
        try
        {
            return Token(path, SmallFile.Read(path, Longest) ?? throw Unfit(path, $"holds no token: it is longer than {Longest / 1024} KiB"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string what = Directory.Exists(path) ? "is a folder"
                : exception is FileNotFoundException or DirectoryNotFoundException
                    ? path.StartsWith('~') ? "does not exist (~ is replaced by a shell alone: set the full path)" : "does not exist"
                : "cannot be read";
            throw Unfit(path, what, exception);
        }
    }

    private static string Token(string path, byte[] content)
    {
        using StreamReader reader = new(new MemoryStream(content));

        // Some writers end the line, which would be a part of the token.
        string token = reader.ReadToEnd().Trim();
        return token.Length > 0 ? token : throw Unfit(path, content.Length > 0 ? "is empty" : "is empty, or a pipe or device");
    }

    private static AppAuthenticationException Unfit(string path, string what, Exception? exception = null) => AuthFailure.Of(
        $"the file with the OIDC token, {path}, {what}", null,
        "Set OidcTokenFile (DATABRICKS_OIDC_TOKEN_FILEPATH) to the file that the issuer writes.", exception);
}
