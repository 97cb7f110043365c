using System.CommandLine;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>add</c>: fetches an app's document into the project, which says from then on where it comes from.</summary>
internal static class AddCommand
{
    public static Command Create(ToolContext context)
    {
        Argument<string> app = new("URL|APP")
        {
            Description = "The app's address, or its name in the workspace; with a path (my-app/api/demo) if its document lies below one, or that of the document itself.",
        };
        Argument<string?> file = new("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The file to write. Default: the app's name, and .openapi.json or .gradio.json.",
        };
        app.Validators.Add(CommonOptions.NoOption);
        file.Validators.Add(CommonOptions.NoOption);
        CommonOptions options = new();
        Command command = new("add", "Fetch an app's document, an OpenAPI document or the snapshot of a Gradio app, into the project.") { app, file };
        options.AddSignIn(command);
        command.Add(options.Project);
        command.Add(options.Force);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), output =>
        {
            ToolContext place = parsed.GetValue(options.Json) ? context with { Questions = null } : context;
            return RunAsync(
                place, output, AppSource.Parse(parsed.GetRequiredValue(app)), parsed.GetValue(file), parsed.GetValue(options.Project),
                options.ReadSignIn(parsed, context), parsed.GetValue(options.Force), cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        ToolContext context, Output output, AppSource source, string? file, string? named, SignIn signIn, bool mayReplace, CancellationToken cancellationToken)
    {
        string? project = ProjectFile.Find(context, named);
        FoundDocument found = await output.WhileAsync(
            $"Fetching the document of {source}", () => AppDocuments.FindAsync(source, signIn, file is null ? null : DocumentFile.KindOf(file), cancellationToken));
        string path = file is not null ? context.FullPath(file)
            : Path.Combine(project is null ? context.Directory : Path.GetDirectoryName(project)!, DocumentName.Of(source, found.Document));
        string shown = context.Show(path);
        bool isWritten = await DocumentFile.WriteAsync(path, found.Document, mayReplace, context.Questions, shown, cancellationToken);
        output.Say($"{shown}: {(isWritten ? "" : "unchanged, ")}{found.Document.Size} of {source}, from {(found.Route.Length == 0 ? "/" : found.Route)}");
        output.Result["file"] = path;
        output.Result["kind"] = found.Document.Kind == DocumentKind.Gradio ? "gradio" : "openapi";
        output.Result["source"] = source.ToString();
        output.Result["route"] = found.Route;
        output.Result["written"] = isWritten;
        ItemChange? change = project is null ? null : await AddItemAsync(context, output, project, path, source, cancellationToken);
        await AcceptFirstAsync(context, output, change?.Document ?? ProjectItem.OfFile(path), found, cancellationToken);
        if (change?.Hint is { } hint)
        {
            output.Warn(hint);
        }

        if (project is null && file is null)
        {
            output.Warn(new Failure("no C# project is here: no item says where the file comes from", null, "run it in the project's folder, or name the project: --project PATH"));
        }

        foreach (Failure advice in RouteAdvice.Of(found, source))
        {
            output.Warn(advice);
        }

        return ExitCode.Done;
    }

    // What was accepted before stays: a document that is added anew is one that has changed.
    private static async Task AcceptFirstAsync(ToolContext context, Output output, ProjectItem item, FoundDocument found, CancellationToken cancellationToken)
    {
        ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
        output.Result["lock"] = contract.LockPath;
        try
        {
            ClientContract now = contract.Read(found.Document.Text, cancellationToken);
            if (now.Facts.All(fact => fact.Kind != FactKind.Operation))
            {
                output.Warn(new Failure($"{contract.Shown} has no operation, so that its client has nothing to call", null, "see that the app declares its routes before it serves the document, or give another address."));
            }

            if (contract.Accepted is null)
            {
                await contract.AcceptAsync(now.Facts, found.AppScopes, cancellationToken);
                output.Say($"{contract.ShownLock}: what its client promises, {ApiDocument.Count(now.Facts.Count, "fact")}; check it in");
                return;
            }

            IReadOnlyList<ReportedChange> changes = contract.ChangesOf(found.Document.Text, former: null, cancellationToken);
            await AppScopes.NoteAsync(contract, found, output, cancellationToken);
            if (changes.Count > 0)
            {
                output.Say($"{contract.ShownLock}: {ChangeText.Count(changes)} since it was accepted");
                output.SayAll(ChangeText.Lines(changes));
            }
        }
        catch (ToolException exception)
        {
            // The document is there all the same: what the generator cannot read, the build tells too.
            output.Warn(Failure.Of(exception));
        }
    }

    private static async Task<ItemChange> AddItemAsync(ToolContext context, Output output, string project, string path, AppSource source, CancellationToken cancellationToken)
    {
        ItemChange change = await output.WhileAsync(
            $"Reading {Path.GetFileName(project)}", () => ItemSource.SetAsync(project, path, source, cancellationToken));
        output.Result["project"] = project;
        output.Result["item"] = change.Item;
        if (change.Item is not null)
        {
            output.Say($"{context.Show(project)}: {change.Item}");
        }

        return change;
    }
}
