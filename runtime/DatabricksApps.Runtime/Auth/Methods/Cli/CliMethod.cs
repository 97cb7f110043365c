namespace DatabricksApps.Auth;

/// <summary><c>databricks-cli</c>: the user who signed in with <c>databricks auth login</c>.</summary>
internal sealed class CliMethod : ICredentialMethod
{
    private const int LongestSaid = 200;

    public string Name => AuthTypes.DatabricksCli;

    public async ValueTask<CredentialAnswer> ConfigureAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        AuthSettings settings = context.Settings;
        if (settings.Host is not { } host)
        {
            return CredentialAnswer.NotMine(settings.Missing(AuthAttribute.Host)!);
        }

        string? profile = settings[AuthAttribute.Profile];
        IReadOnlyDictionary<string, string?> variables = CliEnvironment.Of(settings, context.Variable);
        string said = "";
        CliLocation location = await CliLocator.FindAsync(settings[AuthAttribute.CliPath], context.Variable("PATH"), IsCliAsync).ConfigureAwait(false);
        if (location.Path is not { } path)
        {
            return CredentialAnswer.NotMine(location.IsOfShell
                ? $"{AuthAttribute.CliPath} begins with ~, which only a shell replaces by the home folder; set the full path, or a name to find along PATH"
                : location.IsRelative
                ? $"{AuthAttribute.CliPath} is a relative path, and nothing is run from the working directory; set the full path, or a name to find along PATH"
                : location.IsLegacyFound && said.Length > 0
                ? $"the program databricks along PATH is no Databricks CLI that works: asked for its version it says: {said}"
                : location.IsLegacyFound
                ? "legacy databricks CLI detected; upgrade to >= 0.100.0 (https://docs.databricks.com/dev-tools/cli/install.html)"
                : "databricks CLI not found; to sign in as a user, install it (https://docs.databricks.com/dev-tools/cli/install.html)");
        }

        Version version = CliVersion.Parse((await VersionOfAsync(Process(path), cancellationToken).ConfigureAwait(false)).Output);
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

            // On a host of several workspaces the host alone is that of several profiles.
            if (settings[AuthAttribute.WorkspaceId] is { } workspace && CliVersion.TakesWorkspaceId(version))
            {
                arguments.AddRange(["--workspace-id", workspace]);
            }
        }

        variables = CliEnvironment.WithClient(variables, settings, version);
        string login = byProfile ? $"databricks auth login --profile {profile}" : $"databricks auth login --host {host}";
        return CredentialAnswer.Use(new CliTokenSource(
            Process(path), arguments, CliVersion.TakesForceRefresh(version), login, settings, context.Time, context.Logger));

        // A package manager's shim may have nothing to start, and says so itself.
        async ValueTask<bool> IsCliAsync(string file)
        {
            CliResult result = await VersionOfAsync(Process(file), cancellationToken).ConfigureAwait(false);
            bool isCli = CliVersion.IsOfCli(result.Output);
            said = isCli || said.Length > 0 || CliVersion.IsOfLegacy(result.Output) ? said : SingleLine.Of($"{result.Output} {result.Error}".Trim(), LongestSaid, []);
            return isCli;
        }

        CliProcess Process(string file) => new(file, variables, context.Time, context.Logger);
    }

    private static async ValueTask<CliResult> VersionOfAsync(CliProcess process, CancellationToken cancellationToken)
    {
        try
        {
            return await process.RunAsync(["version"], cancellationToken).ConfigureAwait(false);
        }
        catch (AppAuthenticationException)
        {
            // The command that matters follows, and says what is wrong.
            return new CliResult(0, "", "");
        }
    }
}
