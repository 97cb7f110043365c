namespace DatabricksApps.Tool;

/// <summary>What the command line says.</summary>
internal sealed record Arguments
{
    /// <summary>Gets where the app is, with the path that it is mounted at.</summary>
    public Uri? Address { get; private init; }

    /// <summary>Gets the file to write.</summary>
    public string? File { get; private init; }

    public string? Profile { get; private init; }

    public string? Host { get; private init; }

    public string[] Scopes { get; private init; } = [];

    public bool SignsNothing { get; private init; }

    /// <summary>Gets what is wrong with the command line; null: nothing.</summary>
    public string? Error { get; private init; }

    public static Arguments Parse(string[] args)
    {
        if (args is not ["gradio", { } url, { } file, .. { } options] || file.StartsWith("--", StringComparison.Ordinal))
        {
            return new Arguments { Error = "Which app, and which file?" };
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            return new Arguments { Error = $"'{url}' is no http or https address." };
        }

        Arguments arguments = new() { Address = address, File = file };
        for (int i = 0; i < options.Length; i++)
        {
            string? value = i + 1 < options.Length ? options[i + 1] : null;
            switch (options[i])
            {
                case "--no-sign-in":
                    arguments = arguments with { SignsNothing = true };
                    continue;
                case "--profile" when value is not null:
                    arguments = arguments with { Profile = value };
                    break;
                case "--host" when value is not null:
                    arguments = arguments with { Host = value };
                    break;
                case "--scopes" when value is not null:
                    arguments = arguments with { Scopes = value.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                default:
                    return new Arguments { Error = $"'{options[i]}' is no option, or lacks its value." };
            }

            i++;
        }

        return arguments;
    }
}
