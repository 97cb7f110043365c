namespace DatabricksApps.Auth;

/// <summary>What the browser brings back from the authorization endpoint. Not a record: its text would show the code.</summary>
internal sealed class CallbackAnswer
{
    private CallbackAnswer(string? code, string? state, string? error)
    {
        Code = code;
        State = state;
        Error = error;
    }

    public string? Code { get; }

    public string? State { get; }

    /// <summary>Gets what went wrong, in the server's words; null: nothing.</summary>
    public string? Error { get; }

    /// <summary>Reads the target of the request; null: it is another one, such as that for the page's icon.</summary>
    public static CallbackAnswer? Read(string target)
    {
        if (!target.StartsWith("/?", StringComparison.Ordinal))
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string pair in target[2..].Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                values.TryAdd(pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' ')));
            }
        }

        string? error = values.GetValueOrDefault("error");
        string? description = values.GetValueOrDefault("error_description");
        return new CallbackAnswer(
            values.GetValueOrDefault("code"), values.GetValueOrDefault("state"), description is null ? error : $"{error}: {description}");
    }
}
