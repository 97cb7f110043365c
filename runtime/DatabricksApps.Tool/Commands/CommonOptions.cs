using System.CommandLine;
using System.CommandLine.Parsing;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary>The options that several commands have.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _profile = new("--profile") { Description = "The profile of the Databricks CLI to sign in with.", HelpName = "NAME" };

    private readonly Option<string?> _host = new("--host") { Description = "The workspace to sign in to.", HelpName = "URL" };

    private readonly Option<string?> _scopes = new("--scopes") { Description = "The OAuth scopes to ask for, separated by spaces or commas.", HelpName = "SCOPES" };

    private readonly Option<bool> _noSignIn = new("--no-sign-in") { Description = "Sign nothing, for an app on this machine." };

    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON object, for programs." };

    public Option<bool> Force { get; } = new("--force") { Description = "Replace what is there without asking." };

    public Option<string?> Project { get; } = new("--project") { Description = "The project file, or its folder. Default: this folder.", HelpName = "PATH" };

    /// <summary>Refuses an option that there is not, which the parser takes for the argument.</summary>
    public static void NoOption(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token)
        {
            result.AddError($"There is no option '{token.Value}'.");
        }
    }

    /// <summary>Adds those that say who fetches.</summary>
    public void AddSignIn(Command command)
    {
        command.Add(_profile);
        command.Add(_host);
        command.Add(_scopes);
        command.Add(_noSignIn);
    }

    public SignIn ReadSignIn(ParseResult parsed, ToolContext context) => new()
    {
        Profile = parsed.GetValue(_profile),
        Host = parsed.GetValue(_host),
        Scopes = parsed.GetValue(_scopes)?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [],
        SignsNothing = parsed.GetValue(_noSignIn),
        Configure = context.SignIn,
    };
}
