namespace DatabricksApps.Auth;

/// <summary><c>databricks-cli</c>: the user who signed in with <c>databricks auth login</c>.</summary>
internal sealed class CliMethod : ICredentialMethod
{
    public string Name => AuthTypes.DatabricksCli;

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings.Host is not { } host)
        {
            return CredentialAnswer.NotMine(settings.Missing(AuthAttribute.Host)!);
        }

        string? profile = settings[AuthAttribute.Profile];
        CliLocation location = CliLocator.Find(settings[AuthAttribute.CliPath], context.Variable("PATH"));
        if (location.Path is not { } path)
        {
            return CredentialAnswer.NotMine(location.IsRelative
                ? $"{AuthAttribute.CliPath} is a relative path, and nothing is run from the working directory; set the full path, or a name to find along PATH"
                : location.IsLegacyFound
                ? "legacy databricks CLI detected; upgrade to >= 0.100.0 (https://docs.databricks.com/dev-tools/cli/install.html)"
                : "databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)");
        }

        CliProcess process = new(path, CliEnvironment.Of(settings, context.Variable), context.Time, context.Logger);
        Version version = await VersionAsync(process, cancellationToken).ConfigureAwait(false);
        bool byProfile = profile is not null && CliVersion.TakesProfile(version);
        List<string> arguments = ["auth", "token"];
        if (byProfile)
        {
            arguments.AddRange(["--profile", profile!]);
        }
        else
        {
            arguments.AddRange(["--host", host.ToString()]);
            if (host.IsAccount && settings[AuthAttribute.AccountId] is { } account)
            {
                arguments.AddRange(["--account-id", account]);
            }
        }

        // The cache asks only when it needs a new token, and the CLI has a cache of its own.
        if (CliVersion.TakesForceRefresh(version))
        {
            arguments.Add("--force-refresh");
        }

        string login = byProfile ? $"databricks auth login --profile {profile}" : $"databricks auth login --host {host}";
        return CredentialAnswer.Use(new CliTokenSource(process, arguments, login, settings, context.Logger));
    }

    private static async ValueTask<Version> VersionAsync(CliProcess process, CancellationToken cancellationToken)
    {
        try
        {
            return CliVersion.Parse((await process.RunAsync(["version"], cancellationToken).ConfigureAwait(false)).Output);
        }
        catch (AppAuthenticationException)
        {
            // The command that matters follows, and says what is wrong.
            return CliVersion.Unknown;
        }
    }
}
