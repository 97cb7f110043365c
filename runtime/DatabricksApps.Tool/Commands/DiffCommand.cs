using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Input;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>diff</c>: what differs between two documents for code that calls the app.</summary>
internal static class DiffCommand
{
    public static Command Create(ToolContext context)
    {
        Argument<string> before = new("A") { Description = "The document as it was: a file, or a lock." };
        Argument<string> after = new("B") { Description = "The document as it is." };
        before.Validators.Add(CommonOptions.NoOption);
        after.Validators.Add(CommonOptions.NoOption);
        Option<bool> markdown = new("--markdown") { Description = "Write Markdown, for a pull request." };
        Option<bool> sarif = new("--sarif") { Description = "Write SARIF 2.1.0, for a code scanner." };
        CommonOptions options = new();
        Command command = new("diff", "Say what differs between two documents for code that calls the app.") { before, after };
        command.Add(markdown);
        command.Add(sarif);
        command.Add(options.Project);
        command.Add(options.Json);
        command.Validators.Add(result =>
        {
            if (new Option[] { markdown, sarif, options.Json }.Count(option => result.GetResult(option) is not null) > 1)
            {
                result.AddError("Only one of --markdown, --sarif and --json can be written.");
            }
        });
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), async output =>
        {
            string name = context.Show(context.FullPath(parsed.GetRequiredValue(after)));
            IReadOnlyList<ReportedChange> changes = await CompareAsync(context, output, parsed.GetValue(options.Project), parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), cancellationToken);
            output.Result["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]);
            if (parsed.GetValue(markdown))
            {
                output.Write(ChangeText.Markdown(changes, name));
            }
            else if (parsed.GetValue(sarif))
            {
                output.Write(ChangeText.Sarif(changes));
            }
            else
            {
                output.Say($"{name}: {ChangeText.Count(changes)}");
                output.SayAll(ChangeText.Lines(changes));
            }

            return ExitCode.Of(changes);
        }));
        return command;
    }

    private static async Task<IReadOnlyList<ReportedChange>> CompareAsync(
        ToolContext context, Output output, string? project, string beforeFile, string afterFile, CancellationToken cancellationToken)
    {
        (string was, string isNow) = (context.FullPath(beforeFile), context.FullPath(afterFile));
        (string wasShown, string isShown) = (context.Show(was), context.Show(isNow));
        bool isLock = was.EndsWith(ProjectLock.Extension, StringComparison.OrdinalIgnoreCase);
        foreach ((string path, string shown) in new[] { (isNow, isShown), (was, wasShown) })
        {
            if (!File.Exists(path))
            {
                throw new ToolException($"{shown} does not exist", null, "name two documents, or a lock and a document: databricks-apps add fetches one.");
            }
        }

        // What the build does not make a client of is no difference: a document of a project is read as there, and so is the other one.
        ProjectItem? item = await ItemOfFile.FindAsync(context, output, project, isLock ? [isNow] : [isNow, was], cancellationToken);
        DocumentOptions options = item is null ? DocumentOptions.Default : ItemReading.OptionsOf(item);
        if (isLock)
        {
            AcceptedLock accepted = (await AcceptedLock.ReadAsync(was, wasShown, cancellationToken))!;
            ClientContract kept = await ReadAsync(isNow, isShown, KeptNames.Of(accepted.Facts), name: null);
            return Changes.Since(accepted, wasShown, kept, isShown);
        }

        // The names of clients are no part of a difference: both are called after the second.
        ClientContract now = await ReadAsync(isNow, isShown, KeptNames.None, name: null);
        ClientContract before = await ReadAsync(was, wasShown, KeptNames.None, Path.GetFileName(isNow));
        return Changes.Between(before, wasShown, now, isShown);

        async Task<ClientContract> ReadAsync(string path, string shown, KeptNames kept, string? name) => ClientContract.Read(
            path, await File.ReadAllTextAsync(path, cancellationToken), shown, options,
            item?.FullPath == path ? ItemReading.FilesOf(item) : ItemReading.TextOf, kept, cancellationToken, name);
    }
}
