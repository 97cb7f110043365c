namespace DatabricksApps.Errors;

/// <summary>
/// What a workspace says itself of why it refuses a call: its network rules, or the token. Whoever passes the words on,
/// they count before anything that could be guessed.
/// </summary>
internal static class WorkspaceWords
{
    private static readonly string[] s_ofToken = ["Invalid Token", "invalid_token", "Invalid access token", "Token is expiring within"];

    private static readonly (string Words, string Cause, string Next)[] s_ofNetwork =
    [
        ("blocked by Databricks IP ACL",
            "the IP access list of the workspace does not allow the address that this call came from.",
            "Call from a network that the list allows, or have an admin of the workspace add the address."),
        ("Public access is not allowed",
            "the workspace is reached by Private Link only, and this call came over the public network.",
            "Call from a network with a private endpoint of the workspace, or have its admin allow public access."),
    ];

    /// <summary>Gets the words by which a text says that the token is not taken; null: it has none.</summary>
    public static string? OfToken(string text) => Array.Find(s_ofToken, words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Gets cause and next step where a text says that the network may not call; null: it does not say so.</summary>
    public static (string Words, string Cause, string Next)? OfNetwork(string text)
    {
        foreach ((string Words, string Cause, string Next) known in s_ofNetwork)
        {
            if (text.Contains(known.Words, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        return null;
    }
}
