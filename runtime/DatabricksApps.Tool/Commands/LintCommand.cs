using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Lint;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>lint</c>: what the app's author can do better.</summary>
internal static class LintCommand
{
    public static Command Create(ToolContext context)
    {
        Argument<string> file = new("FILE") { Description = "The document: JSON or YAML, or the snapshot of a Gradio app." };
        file.Validators.Add(CommonOptions.NoOption);
        CommonOptions options = new();
        Command command = new("lint", "Say what the app's author can do better, with the line of Python to write.") { file };
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(
            context, parsed.GetValue(options.Json), output => RunAsync(context, output, parsed.GetRequiredValue(file), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ToolContext context, Output output, string file, CancellationToken cancellationToken)
    {
        string path = context.FullPath(file);
        string shown = context.Show(path);
        DocumentReading reading = await DocumentFile.ReadAsync(path, cancellationToken) ?? throw new ToolException($"{shown} does not exist", null, "name a document: databricks-apps add fetches one.");
        if (reading.Document is not { } document)
        {
            throw new ToolException($"{shown} is no document of an app{(reading.Fault is null ? "" : ": " + reading.Fault)}", null, "fetch it anew: databricks-apps add URL, or databricks-apps refresh.");
        }

        string text = await File.ReadAllTextAsync(path, cancellationToken);
        DocumentLines lines = DocumentLines.Of(text, document.IsYaml);
        (int Line, Finding Finding)[] findings =
        [
            .. (document.Kind == DocumentKind.Gradio ? GradioRules.Run(document) : LintRules.Run(document).Concat(OpenApiValidation.Run(text, document.IsYaml)))
                .Select(finding => (lines.LineOf(finding.Pointer), finding))
                .OrderBy(finding => finding.Item1),
        ];
        JsonArray list = [];
        foreach ((int line, Finding finding) in findings)
        {
            output.Say(string.Create(CultureInfo.InvariantCulture, $"{shown}:{line}: {finding.What} [{finding.Rule}]"));
            if (finding.Write is not null)
            {
                output.Say("  write: " + finding.Write);
            }

            list.Add((JsonNode)new JsonObject
            {
                ["rule"] = finding.Rule,
                ["line"] = line,
                ["pointer"] = "#" + finding.Pointer,
                ["what"] = finding.What,
                ["write"] = finding.Write,
            });
        }

        output.Say(findings.Length == 0 ? $"{shown}: {document.Size}, nothing to do better" : $"{shown}: {document.Size}, {ApiDocument.Count(findings.Length, "finding")}");
        output.Result["file"] = path;
        output.Result["findings"] = list;
        return findings.Length == 0 ? ExitCode.Done : ExitCode.Found;
    }
}
