using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary>The commands, and how they are asked for.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, ToolContext context, CancellationToken cancellationToken = default)
    {
        RootCommand root = new("Keeps the documents of a project's Databricks apps, from which DatabricksApps.Gen generates their clients.")
        {
            AddCommand.Create(context),
            RefreshCommand.Create(context),
            ShowCommand.Create(context),
            DiffCommand.Create(context),
            AcceptCommand.Create(context),
            CheckCommand.Create(context),
            LintCommand.Create(context),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        }

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            string command = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
            new Output(context, isJson: false).Fail(new Failure(
                string.Join(" ", parsed.Errors.Select(error => error.Message)), null, $"databricks-apps {command}--help shows what there is."));
            return ExitCode.Failed;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = context.Out, Error = context.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
    }

    private sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => help.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCode.Help);
            return code;
        }
    }
}
