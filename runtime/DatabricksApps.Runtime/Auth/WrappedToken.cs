namespace DatabricksApps.Auth;

/// <summary>Tells what often stands around a token that was copied from somewhere, and is no part of it.</summary>
internal static class WrappedToken
{
    /// <summary>Gets the end of the sentence, and what to do; null: nothing stands around it.</summary>
    public static string? Explain(string token) => token switch
    {
        _ when token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) =>
            "begins with 'Bearer ', which is sent before it in any case. Give the token alone.",
        ['"', .., '"'] or ['\'', .., '\''] => "stands in quotation marks. Take them away.",
        ['{', ..] => "is JSON, such as the Databricks CLI prints. Give the value of its access_token alone.",
        _ when token.Length > 0 && (char.IsWhiteSpace(token[0]) || char.IsWhiteSpace(token[^1])) =>
            "has white space around it, such as the line end of a file. Trim it.",
        _ => null,
    };
}
