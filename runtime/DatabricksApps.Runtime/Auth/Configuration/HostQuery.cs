namespace DatabricksApps.Auth;

/// <summary>
/// The ids in the query of a host that was copied from the browser: <c>?o=</c> and <c>?workspace_id=</c> (digits) or
/// <c>?w=</c> (any text, which wins) name the workspace, <c>?a=</c> and <c>?account_id=</c> the account.
/// </summary>
internal static class HostQuery
{
    public static (string? WorkspaceId, string? AccountId) Ids(string host)
    {
        int start = host.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return default;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string pair in host[(start + 1)..].Split('#')[0].Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < pair.Length - 1)
            {
                values.TryAdd(pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..]));
            }
        }

        return (
            values.GetValueOrDefault("w") ?? Digits(values.GetValueOrDefault("o")) ?? Digits(values.GetValueOrDefault("workspace_id")),
            values.GetValueOrDefault("a") ?? values.GetValueOrDefault("account_id"));
    }

    private static string? Digits(string? text) => text?.All(char.IsAsciiDigit) == true ? text : null;
}
