using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;
using DatabricksApps.Tool.Usages;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>refresh</c>: fetches every document of the project anew that says where it comes from.</summary>
internal static class RefreshCommand
{
    public static Command Create(ToolContext context)
    {
        CommonOptions options = new();
        Command command = new("refresh", "Fetch every document of the project anew whose item has a Url or an App.");
        options.AddSignIn(command);
        command.Add(options.Project);
        command.Add(options.Force);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), output =>
        {
            ToolContext place = parsed.GetValue(options.Json) ? context with { Questions = null } : context;
            return RunAsync(
                place, output, parsed.GetValue(options.Project), options.ReadSignIn(parsed, context), parsed.GetValue(options.Force), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        ToolContext context, Output output, string? named, SignIn signIn, bool mayReplace, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProjectItem> sourced = await ProjectDocuments.ReadSourcedAsync(context, output, named, cancellationToken);
        return await CommandRun.EachAsync(
            output, "documents", sourced, item => item.FullPath, item => context.Show(item.FullPath),
            async (item, result) =>
            {
                await RefreshAsync(context, output, item, signIn, mayReplace, result, cancellationToken);
                return ExitCode.Done;
            },
            cancellationToken);
    }

    private static async Task RefreshAsync(
        ToolContext context, Output output, ProjectItem item, SignIn signIn, bool mayReplace, JsonObject result, CancellationToken cancellationToken)
    {
        AppSource source = AppSource.OfItem(item.Url, item.App)!;
        ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
        FoundDocument found = await ItemFetch.RunAsync(context, output, item, signIn, cancellationToken);
        string? former = File.Exists(item.FullPath) ? await File.ReadAllTextAsync(item.FullPath, cancellationToken) : null;
        bool isWritten = await DocumentFile.WriteAsync(item.FullPath, found.Document, mayReplace, context.Questions, contract.Shown, cancellationToken);
        result["written"] = isWritten;
        output.Say($"{contract.Shown}: {(isWritten ? "changed" : "unchanged")}, {found.Document.Size} of {source}");
        (CodeUsage? usage, string? why) = await ProjectUsage.FindAsync(item, cancellationToken);
        IReadOnlyList<ReportedChange> changes = ChangesOf(contract, found, former, usage, output, cancellationToken);
        result["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]);
        if (changes.Count > 0)
        {
            output.Say($"{contract.Shown}: {ChangeText.Count(changes)}{(contract.Accepted is null ? "" : " since it was accepted")}{ChangeText.CountUsed(changes)}{(contract.Accepted is null ? "" : "; once your code is right: databricks-apps accept")}");
            Remark(output, contract.Shown, why);
            output.SayAll(ChangeText.Lines(changes));
        }

        await AppScopes.NoteAsync(contract, found, output, cancellationToken);
        foreach (Failure advice in RouteAdvice.Of(found, source, item.BasePath))
        {
            output.Warn(advice);
        }
    }

    private static void Remark(Output output, string shown, string? why)
    {
        if (why is not null)
        {
            output.Say($"{shown}: {why}");
        }
    }

    // The document is written all the same: what the generator cannot read, the build tells.
    private static IReadOnlyList<ReportedChange> ChangesOf(
        ItemContract contract, FoundDocument found, string? former, CodeUsage? usage, Output output, CancellationToken cancellationToken)
    {
        try
        {
            return contract.ChangesOf(found.Document.Text, former, cancellationToken, usage);
        }
        catch (ToolException exception)
        {
            output.Warn(Failure.Of(exception));
            return [];
        }
    }
}
