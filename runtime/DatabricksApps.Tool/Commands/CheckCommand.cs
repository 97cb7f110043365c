using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;
using DatabricksApps.Tool.Usages;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>check</c>: what the apps serve now, against what was accepted; nothing is written.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolContext context)
    {
        Option<bool> markdown = new("--markdown") { Description = "Write Markdown, for a pull request or an issue." };
        Argument<string?> document = new("DOCUMENT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "With --consumers: the document of the version that shall be deployed.",
        };
        Option<string[]> consumers = new("--consumers")
        {
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            HelpName = "FILES",
            Description = "In the app's repository: say what of DOCUMENT breaks those that call it, by the files obj/…/NAME.usage.json that their builds wrote.",
        };
        document.Validators.Add(CommonOptions.NoOption);
        CommonOptions options = new();
        Command command = new("check", "Say whether the apps still are what was accepted, without writing anything.") { document };
        command.Add(consumers);
        command.Validators.Add(result =>
        {
            if (result.GetResult(document) is { Tokens.Count: > 0 } && result.GetResult(consumers) is null)
            {
                result.AddError("A document is checked for its --consumers alone; two are compared by diff.");
            }
        });
        options.AddSignIn(command);
        command.Add(options.Project);
        command.Add(markdown);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), output =>
            parsed.GetValue(consumers) is { Length: > 0 } files
            ? ConsumersCheck.RunAsync(context, output, parsed.GetValue(document), files, parsed.GetValue(markdown), cancellationToken)
            : RunAsync(
                context, output, parsed.GetValue(options.Project), options.ReadSignIn(parsed, context), parsed.GetValue(markdown), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ToolContext context, Output output, string? named, SignIn signIn, bool isMarkdown, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProjectItem> sourced = await ProjectDocuments.ReadSourcedAsync(context, output, named, cancellationToken);
        return await CommandRun.EachAsync(
            output, "documents", sourced, item => item.FullPath, item => context.Show(item.FullPath),
            async (item, result) =>
            {
                (CodeUsage? usage, string? why) = await ProjectUsage.FindAsync(item, cancellationToken);
                IReadOnlyList<ReportedChange> changes = await CheckAsync(context, output, item, signIn, usage, cancellationToken);
                result["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]);
                Tell(output, context.Show(item.FullPath), changes, changes.Count == 0 ? null : why, isMarkdown);
                return ExitCode.Of(changes);
            },
            cancellationToken);
    }

    private static async Task<IReadOnlyList<ReportedChange>> CheckAsync(
        ToolContext context, Output output, ProjectItem item, SignIn signIn, CodeUsage? usage, CancellationToken cancellationToken)
    {
        ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
        if (!File.Exists(item.FullPath) && contract.Accepted is null)
        {
            throw new ToolException("there is nothing to compare with: neither the document nor its lock exists", null, "databricks-apps refresh fetches it.");
        }

        FoundDocument found = await ItemFetch.RunAsync(context, output, item, signIn, cancellationToken);
        string? former = File.Exists(item.FullPath) ? await File.ReadAllTextAsync(item.FullPath, cancellationToken) : null;
        AppScopes.Tell(contract, found, output);
        return contract.ChangesOf(found.Document.Text, former, cancellationToken, usage);
    }

    private static void Tell(Output output, string shown, IReadOnlyList<ReportedChange> changes, string? why, bool isMarkdown)
    {
        if (isMarkdown)
        {
            output.Write(ChangeText.Markdown(changes, shown, why));
            return;
        }

        output.Say($"{shown}: {ChangeText.Count(changes)}{ChangeText.CountUsed(changes)}");
        if (why is not null)
        {
            output.Say($"{shown}: {why}");
        }

        output.SayAll(ChangeText.Lines(changes));
    }
}
