using DatabricksApps.Errors;

namespace DatabricksApps.Auth;

/// <summary>The workspace or account that issues tokens, as an origin.</summary>
internal sealed class WorkspaceHost
{
    private WorkspaceHost(Uri origin) => Origin = origin;

    /// <summary>Gets scheme, host and port.</summary>
    public Uri Origin { get; }

    /// <summary>Gets whether the host is that of an account, which has no workspace of its own.</summary>
    public bool IsAccount =>
        Origin.Host.StartsWith("accounts.", StringComparison.Ordinal) || Origin.Host.StartsWith("accounts-dod.", StringComparison.Ordinal);

    /// <summary>Reads a host as the Databricks SDKs take it: <c>https://</c> may be missing; path and query are dropped.</summary>
    /// <exception cref="AppAuthenticationException">The text is no host, or one that would be spoken to without TLS.</exception>
    public static WorkspaceHost Parse(string host)
    {
        if (host is ['"', .., '"'] or ['\'', .., '\''])
        {
            throw AuthFailure.Of("no host configured: Host stands in quotation marks", null, "Take the quotation marks away, where it is set.");
        }

        string address = host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host;
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            || uri.Host.Length == 0
            || uri.UserInfo.Length > 0
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw AuthFailure.Of(
                "no host configured: Host is not the address of a workspace",
                null,
                "Set Host (DATABRICKS_HOST) to the address that the browser shows for the workspace, such as https://adb-123.4.azuredatabricks.net.");
        }

        if (DatabricksHosts.IsApp(uri))
        {
            throw AuthFailure.Of(
                $"no host configured: Host is {DatabricksHosts.Show(uri)}, the address of an app, and an app signs nobody in",
                null,
                "Set Host (DATABRICKS_HOST) to the address of the app's workspace, and BaseAddress to that of the app.");
        }

        WorkspaceHost result = new(new Uri(uri.GetLeftPart(UriPartial.Authority)));
        return IsSafe(result.Origin) ? result : throw AuthFailure.Of(
            $"the host {result} is http, and a secret goes over https only, except to the loopback interface",
            null,
            $"Set Host (DATABRICKS_HOST) to https://{uri.Authority}.");
    }

    /// <summary>Writes a host as it is taken; what is none stays as it is.</summary>
    public static string Written(string host)
    {
        try
        {
            return Parse(host).ToString();
        }
        catch (AppAuthenticationException)
        {
            return host;
        }
    }

    /// <summary>Tells whether two hosts are one, as they are taken; what is no host is no other's.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(Written(one), Written(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether secrets may be sent to an address: https, or the loopback interface.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <summary>Tells whether an address has the scheme, host and port of this one.</summary>
    public bool IsOriginOf(Uri address) =>
        address.Scheme == Origin.Scheme && address.Port == Origin.Port
        && string.Equals(address.IdnHost, Origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets an address on the host.</summary>
    public Uri At(string path) => new(Origin, path);

    /// <summary>Returns the origin as the Databricks tools write it: without a slash at its end.</summary>
    public override string ToString() => Origin.GetLeftPart(UriPartial.Authority);
}
