using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>check</c>: what the apps serve now, against what was accepted; nothing is written.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolContext context)
    {
        Option<bool> markdown = new("--markdown") { Description = "Write Markdown, for a pull request or an issue." };
        CommonOptions options = new();
        Command command = new("check", "Say whether the apps still are what was accepted, without writing anything.");
        options.AddSignIn(command);
        command.Add(options.Project);
        command.Add(markdown);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), output => RunAsync(
            context, output, parsed.GetValue(options.Project), options.ReadSignIn(parsed, context), parsed.GetValue(markdown), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ToolContext context, Output output, string? named, SignIn signIn, bool isMarkdown, CancellationToken cancellationToken)
    {
        JsonArray documents = [];
        output.Result["documents"] = documents;
        int code = ExitCode.Done;
        foreach (ProjectItem item in await ProjectDocuments.ReadSourcedAsync(context, output, named, cancellationToken))
        {
            JsonObject result = new() { ["file"] = item.FullPath };
            documents.Add((JsonNode)result);
            try
            {
                IReadOnlyList<ReportedChange> changes = await CheckAsync(context, output, item, signIn, cancellationToken);
                result["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]);
                Tell(context, output, item, changes, isMarkdown);
                code = Math.Max(code, ExitCode.Of(changes));
            }
            catch (Exception exception) when (CommandRun.IsKnown(exception) && !cancellationToken.IsCancellationRequested)
            {
                // The others are checked all the same.
                Failure failure = Failure.Of(exception);
                failure = failure with { What = $"{context.Show(item.FullPath)}: {failure.What}" };
                output.Fail(failure);
                result["error"] = Output.Json(failure);
                code = ExitCode.Failed;
            }
        }

        return code;
    }

    private static async Task<IReadOnlyList<ReportedChange>> CheckAsync(
        ToolContext context, Output output, ProjectItem item, SignIn signIn, CancellationToken cancellationToken)
    {
        ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
        if (!File.Exists(item.FullPath) && contract.Accepted is null)
        {
            throw new ToolException("there is nothing to compare with: neither the document nor its lock exists", null, "databricks-apps refresh fetches it.");
        }

        FoundDocument found = await ItemFetch.RunAsync(context, output, item, signIn, cancellationToken);
        string? former = File.Exists(item.FullPath) ? await File.ReadAllTextAsync(item.FullPath, cancellationToken) : null;
        return contract.ChangesOf(found.Document.Text, former, cancellationToken);
    }

    private static void Tell(ToolContext context, Output output, ProjectItem item, IReadOnlyList<ReportedChange> changes, bool isMarkdown)
    {
        string shown = context.Show(item.FullPath);
        if (isMarkdown)
        {
            output.Write(ChangeText.Markdown(changes, shown));
            return;
        }

        output.Say($"{shown}: {ChangeText.Count(changes)}");
        output.SayAll(ChangeText.Lines(changes));
    }
}
