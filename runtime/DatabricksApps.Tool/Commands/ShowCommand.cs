using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>show</c>: the operations of documents, and which of them the filters of their items take.</summary>
internal static class ShowCommand
{
    private const string LikeItem = "in place of the item's; empty: none.";

    public static Command Create(ToolContext context)
    {
        Argument<string?> file = new("DOCUMENT") { Arity = ArgumentArity.ZeroOrOne, Description = "The document. Default: all of the project." };
        file.Validators.Add(CommonOptions.NoOption);
        Option<string[]> operations = Filter("--include-operations", "Names of operations to take, * for any characters, separated by ';', " + LikeItem, "NAMES");
        Option<string[]> tags = Filter("--include-tags", "Tags to take, " + LikeItem, "TAGS");
        Option<string[]> paths = Filter("--include-paths", "Paths to take, * within a segment, ** for anything, " + LikeItem, "PATHS");
        Option<string[]> excluded = Filter("--exclude-paths", "Paths to leave out, " + LikeItem, "PATHS");
        CommonOptions options = new();
        Command command = new("show", "Show the operations of documents with their names in C#, and which of them the filters take.") { file };
        command.Add(operations);
        command.Add(tags);
        command.Add(paths);
        command.Add(excluded);
        command.Add(options.Project);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(context, parsed.GetValue(options.Json), async output =>
        {
            string? named = parsed.GetValue(options.Project);
            IReadOnlyList<ProjectItem> items = parsed.GetValue(file) is { } document
                ? [await FindAsync(context, output, named, document, cancellationToken)]
                : await ProjectDocuments.ReadAsync(context, output, named, cancellationToken);
            return await CommandRun.EachAsync(
                output, "documents", items, item => item.FullPath, prefix: null,
                (item, result) => ShowAsync(
                    context,
                    output,
                    item with
                    {
                        IncludeOperations = Given(parsed, operations) ?? item.IncludeOperations,
                        IncludeTags = Given(parsed, tags) ?? item.IncludeTags,
                        IncludePaths = Given(parsed, paths) ?? item.IncludePaths,
                        ExcludePaths = Given(parsed, excluded) ?? item.ExcludePaths,
                    },
                    result,
                    cancellationToken),
                cancellationToken);
        }));
        return command;
    }

    private static Option<string[]> Filter(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    // As the metadata of the same name is written; null: not given.
    private static string[]? Given(ParseResult parsed, Option<string[]> filter) => parsed.GetResult(filter) is null
        ? null
        : [.. (parsed.GetValue(filter) ?? []).SelectMany(value => value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static async Task<ProjectItem> FindAsync(
        ToolContext context, Output output, string? named, string document, CancellationToken cancellationToken)
    {
        string path = context.FullPath(document);
        return !File.Exists(path)
            ? throw new ToolException($"{context.Show(path)} does not exist", null, "name a document: databricks-apps add fetches one.")
            : await ItemOfFile.FindAsync(context, output, named, [path], cancellationToken) ?? ProjectItem.OfFile(path);
    }

    private static async Task<int> ShowAsync(ToolContext context, Output output, ProjectItem item, JsonObject result, CancellationToken cancellationToken)
    {
        (string shown, string lockPath) = (context.Show(item.FullPath), AcceptedLock.PathOf(item.FullPath));
        AcceptedLock? accepted = await AcceptedLock.ReadAsync(lockPath, context.Show(lockPath), cancellationToken);
        ShownOperations operations = ShownOperations.Read(
            item.FullPath, await File.ReadAllTextAsync(item.FullPath, cancellationToken), shown, ItemReading.OptionsOf(item),
            item.Files is null ? ItemReading.TextOf : ItemReading.FilesOf(item),
            accepted is null ? KeptNames.None : KeptNames.Of(accepted.Facts), cancellationToken);

        int taken = operations.All.Count(operation => operation.IsTaken);
        output.Say(string.Create(CultureInfo.InvariantCulture, $"{shown}: {taken} of {ApiDocument.Count(operations.All.Count, "operation")} taken"));
        output.SayAll(Lines(operations.All));
        foreach (string message in operations.Unmatched)
        {
            output.Warn(new Failure($"{shown}: {message}"));
        }

        result["operations"] = new JsonArray([.. operations.All.Select(Json)]);
        result["unmatched"] = Texts(operations.Unmatched);
        return operations.Unmatched.Count == 0 ? ExitCode.Done : ExitCode.Found;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<ShownOperation> operations)
    {
        string[][] cells =
        [
            .. operations.Select(operation => new[]
            {
                operation.Method, operation.Path, operation.Names.Count == 0 ? "(no method)" : string.Join(", ", operation.Names), string.Join(", ", operation.Tags),
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => cells.Select(row => row[column].Length).DefaultIfEmpty().Max())];

        // A Gradio app has no methods and no tags, and so no columns of them.
        return cells.Select((row, i) => (operations[i].IsTaken ? "+ " : "- ")
            + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])).Where((_, column) => widths[column] > 0)));
    }

    private static JsonNode Json(ShownOperation operation) => new JsonObject
    {
        ["method"] = operation.Method.Length == 0 ? null : operation.Method,
        ["path"] = operation.Path,
        ["names"] = Texts(operation.Names),
        ["tags"] = Texts(operation.Tags),
        ["taken"] = operation.IsTaken,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
