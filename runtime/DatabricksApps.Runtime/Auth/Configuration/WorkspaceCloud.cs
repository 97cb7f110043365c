namespace DatabricksApps.Auth;

/// <summary>The cloud that a workspace is on: as configured, else by the name of its host.</summary>
internal static class WorkspaceCloud
{
    public const string Aws = "AWS";
    public const string Azure = "AZURE";
    public const string Gcp = "GCP";

    private static readonly string[] s_azure = [".azuredatabricks.net", ".databricks.azure.us", ".databricks.azure.cn"];
    private static readonly string[] s_gcp = [".gcp.databricks.com"];

    public static string Of(AuthSettings settings)
    {
        if (settings[AuthAttribute.Cloud]?.ToUpperInvariant() is Aws or Azure or Gcp)
        {
            return settings[AuthAttribute.Cloud]!.ToUpperInvariant();
        }

        string host = settings.Host?.Origin.IdnHost ?? "";
        return s_azure.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) ? Azure
            : s_gcp.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) ? Gcp
            : Aws;
    }
}
