using DatabricksApps.Tool.Contracts;

namespace DatabricksApps.Tool;

/// <summary>What the exit code of a command says. One table for all commands, so that a script reads it without knowing which it ran.</summary>
internal static class ExitCode
{
    /// <summary>It is done, and there is nothing to say.</summary>
    public const int Done = 0;

    /// <summary>It is done, and something was found that breaks nothing.</summary>
    public const int Found = 1;

    /// <summary>It is done, and something was found that breaks the project.</summary>
    public const int Breaks = 2;

    /// <summary>It could not be done. A command line that is not understood is one of these: another code would say that something was found.</summary>
    public const int Failed = 3;

    /// <summary>Gets what changes mean.</summary>
    public static int Of(IReadOnlyList<ReportedChange> changes) =>
        changes.Count == 0 ? Done : changes.Any(change => change.BreaksUse) ? Breaks : Found;

    /// <summary>The table, as <c>--help</c> shows it.</summary>
    public const string Help = """
        Exit codes:
          0  done, nothing to say
          1  done, found something that breaks nothing (lint: what could be better; diff, check: a change; show: a filter that takes nothing)
          2  done, found something that breaks code (diff, check: what the project uses, as far as that is known)
          3  it could not be done; the error says why and what to do next
        """;
}
