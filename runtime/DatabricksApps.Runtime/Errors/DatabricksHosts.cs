namespace DatabricksApps.Errors;

/// <summary>The addresses that an instruction may name: whoever answers writes the others.</summary>
internal static class DatabricksHosts
{
    // The domains of workspaces by cloud: AWS, Google Cloud and unified hosts; the clouds of the US government; Azure and
    // its national clouds. A name must end at a dot of the domain.
    private static readonly string[] s_workspaces =
        [".databricks.com", ".databricks.us", ".databricks.mil", ".azuredatabricks.net", ".databricks.azure.us", ".databricks.azure.cn"];

    private static readonly string[] s_apps = [".databricksapps.com"];

    /// <summary>Tells whether an address is at a domain of workspaces.</summary>
    public static bool IsWorkspace(Uri address) => IsBelow(address, s_workspaces);

    /// <summary>Tells whether an address is at a domain of apps.</summary>
    public static bool IsApp(Uri address) => IsBelow(address, s_apps);

    /// <summary>Writes scheme, host and port: never a user, whose name can look like a host.</summary>
    public static string Show(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static bool IsBelow(Uri address, string[] domains) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && Array.Exists(domains, domain => address.IdnHost.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
