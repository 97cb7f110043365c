using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Terminal;
using DatabricksApps.Tool.Usages;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>check --consumers</c>: may this version of an app be deployed, for those whose code calls it?</summary>
internal static class ConsumersCheck
{
    private const string HowTo = "databricks-apps check openapi.json --consumers usage/*.json, with the files obj/…/NAME.usage.json of the builds of all that call the app.";

    /// <summary>Checks a document against what builds of its consumers wrote.</summary>
    /// <param name="context">Where it runs.</param>
    /// <param name="output">Where it is told.</param>
    /// <param name="document">The document; null: it is the last of the files.</param>
    /// <param name="files">The usage files, or patterns of them.</param>
    /// <param name="isMarkdown">Whether Markdown is written.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<int> RunAsync(
        ToolContext context, Output output, string? document, IReadOnlyList<string> files, bool isMarkdown, CancellationToken cancellationToken)
    {
        string path = context.FullPath(document ?? files[^1]);
        if ((document is null ? files.SkipLast(1) : files).FirstOrDefault(file => !Expand(context, file).Any(File.Exists)) is { } missing)
        {
            throw new ToolException($"No usage file is {context.Show(context.FullPath(missing))}", null, HowTo);
        }

        string[] usages = [.. (document is null ? files.SkipLast(1) : files).SelectMany(file => Expand(context, file))];
        if (!File.Exists(path) || usages.Length == 0)
        {
            throw new ToolException(
                usages.Length == 0 ? "No usage file is named" : $"{context.Show(path)} does not exist",
                null,
                HowTo);
        }

        string text = await File.ReadAllTextAsync(path, cancellationToken);
        return await CommandRun.EachAsync(
            output, "consumers", usages, usage => usage, prefix: null,
            (usage, result) => CheckAsync(context, output, path, text, usage, isMarkdown, result, cancellationToken),
            cancellationToken);
    }

    private static async Task<int> CheckAsync(
        ToolContext context, Output output, string path, string text, string file, bool isMarkdown, JsonObject result, CancellationToken cancellationToken)
    {
        string shown = context.Show(file);
        CodeUsage usage = await CodeUsage.ReadAsync(file, shown, cancellationToken);
        result["assembly"] = usage.Assembly;
        if (usage.IsOpen)
        {
            throw new ToolException($"{shown}: {usage.Assembly} is a library, and what the programs that reference it use is not known", null, "make its client internal, or leave it out.");
        }

        if (usage.Facts.IsEmpty && usage.Calls.Count > 0)
        {
            throw new ToolException($"{shown}: {usage.Assembly} was built without a lock, so what it was promised is not known", null, "databricks-apps accept in its project, then build it.");
        }

        DocumentOptions options = DocumentOptions.Default with { BasePath = usage.BasePath, MediaTypes = usage.MediaTypes.ToEquatableArray(), Paging = usage.Paging.ToEquatableArray(), ClientName = usage.Client };
        ClientContract now = ClientContract.Read(path, text, context.Show(path), options, ItemReading.TextOf, KeptNames.Of(usage.Facts), cancellationToken);
        IReadOnlyList<ReportedChange> changes = Changes.ForConsumer(usage, shown, now, context.Show(path));
        result["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]);
        string title = $"{usage.Assembly} ({shown})";
        if (isMarkdown)
        {
            output.Write(ChangeText.Markdown(changes, title));
        }
        else
        {
            output.Say($"{title}: {(changes.Count == 0 ? "no change of what it uses" : ChangeText.Count(changes))}");
            output.SayAll(ChangeText.Lines(changes));
        }

        return ExitCode.Of(changes);
    }

    // Not every shell does.
    private static IEnumerable<string> Expand(ToolContext context, string file)
    {
        string path = context.FullPath(file);
        return Path.GetFileName(path).Contains('*', StringComparison.Ordinal) && Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
            ? Directory.GetFiles(folder, Path.GetFileName(path)).Order(StringComparer.Ordinal)
            : [path];
    }
}
