namespace LocalWorkspace.OAuth;

/// <summary>The OAuth client that command-line tools sign in with; it has no secret.</summary>
internal static class PublicClient
{
    public const string Id = "databricks-cli";

    /// <summary>Tells whether the client may be called back there: at <c>http://localhost</c> on any port, without a path.</summary>
    /// <remarks>RFC 8252 §7.3: the port is free, since the client takes whichever is.</remarks>
    public static bool IsRedirectUri(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? address)
        && address is { Scheme: "http", Host: "localhost", PathAndQuery: "/", Fragment: "", UserInfo: "" };
}
