using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

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
        string project = ProjectFile.Find(context, named)
            ?? throw new ToolException("No C# project is here", null, "go to its folder, or name it: --project PATH");
        ProjectItems items = await output.WhileAsync($"Reading {Path.GetFileName(project)}", () => MsBuild.ReadAsync(project, cancellationToken));
        ProjectItem[] sourced = [.. items.Items.Where(item => item.Url.Length > 0 || item.App.Length > 0).DistinctBy(item => item.FullPath)];
        if (sourced.Length == 0)
        {
            throw new ToolException(
                $"No document of {Path.GetFileName(project)} says where it comes from",
                items.HasGenerator || !items.References ? "no DatabricksApp item has a Url or an App." : "the project is not restored, so that its documents are not known.",
                items.HasGenerator || !items.References ? "databricks-apps add https://… fetches a document, and says it." : "dotnet restore");
        }

        JsonArray documents = [];
        output.Result["documents"] = documents;
        int code = ExitCode.Done;
        foreach (ProjectItem item in sourced)
        {
            JsonObject result = new() { ["file"] = item.FullPath };
            documents.Add((JsonNode)result);
            try
            {
                result["written"] = await RefreshAsync(context, output, item, signIn, mayReplace, cancellationToken);
            }
            catch (Exception exception) when (CommandRun.IsKnown(exception) && !cancellationToken.IsCancellationRequested)
            {
                // The others are fetched all the same.
                Failure failure = Failure.Of(exception);
                failure = failure with { What = $"{context.Show(item.FullPath)}: {failure.What}" };
                output.Fail(failure);
                result["error"] = Output.Json(failure);
                code = ExitCode.Failed;
            }
        }

        return code;
    }

    private static async Task<bool> RefreshAsync(
        ToolContext context, Output output, ProjectItem item, SignIn signIn, bool mayReplace, CancellationToken cancellationToken)
    {
        AppSource source = AppSource.OfItem(item.Url, item.App)!;
        string shown = context.Show(item.FullPath);
        DocumentKind? kind = (await DocumentFile.ReadAsync(item.FullPath, cancellationToken))?.Document?.Kind ?? DocumentFile.KindOf(item.FullPath);
        SignIn who = signIn.Scopes.Length > 0 ? signIn : signIn with { Scopes = item.Scopes };
        FoundDocument found = await output.WhileAsync(
            $"Fetching {shown} from {source}", () => AppDocuments.FindAsync(source, who, kind, cancellationToken));
        bool isWritten = await DocumentFile.WriteAsync(item.FullPath, found.Document, mayReplace, context.Questions, shown, cancellationToken);
        output.Say($"{shown}: {(isWritten ? "changed" : "unchanged")}, {found.Document.Size} of {source}");
        foreach (Failure advice in RouteAdvice.Of(found, source, item.BasePath))
        {
            output.Warn(advice);
        }

        return isWritten;
    }
}
