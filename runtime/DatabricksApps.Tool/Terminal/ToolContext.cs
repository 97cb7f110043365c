using Spectre.Console;

namespace DatabricksApps.Tool.Terminal;

/// <summary>Where a command runs: its folder, its terminal, and who answers its questions.</summary>
internal sealed record ToolContext
{
    /// <summary>Gets the folder that paths are relative to.</summary>
    public required string Directory { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Gets the terminal that shows colours and progress; null: there is none, and lines are plain.</summary>
    public IAnsiConsole? Terminal { get; init; }

    /// <summary>Gets who answers questions; null: nobody is there.</summary>
    public IQuestions? Questions { get; init; }

    /// <summary>Gets what else is set of the options that sign in; nothing: the environment and the profile say it.</summary>
    public Action<DatabricksAppOptions>? SignIn { get; init; }

    public static ToolContext OfProcess()
    {
        bool isTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected;
        return new ToolContext
        {
            Directory = Environment.CurrentDirectory,
            Out = Console.Out,
            Error = Console.Error,
            Terminal = isTerminal ? AnsiConsole.Console : null,
            Questions = isTerminal && !Console.IsInputRedirected ? new TerminalQuestions(AnsiConsole.Console) : null,
        };
    }

    public string FullPath(string path) => Path.GetFullPath(path, Directory);

    /// <summary>Gets a path as a user of the folder writes it.</summary>
    public string Show(string path)
    {
        string relative = Path.GetRelativePath(Directory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
