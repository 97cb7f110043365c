using DatabricksApps.Errors;

namespace DatabricksApps.Tool.Terminal;

/// <summary>What could not be done: what happened, the likely cause and what to do next.</summary>
internal sealed record Failure(string What, string? Cause = null, string? Next = null)
{
    /// <summary>Takes a message of the runtime apart, which tells in that order in one text.</summary>
    public static Failure Of(Exception exception)
    {
        if (exception is ToolException tool)
        {
            return tool.Failure;
        }

        string what = exception.Message;
        string? next = Cut(ref what, FailureText.NextStep);
        string? cause = Cut(ref what, FailureText.LikelyCause);
        return new Failure(what, cause, next);
    }

    private static string? Cut(ref string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        string rest = text[(at + mark.Length)..];
        text = text[..at];
        return rest;
    }
}

/// <summary>A command cannot go on.</summary>
internal sealed class ToolException(Failure failure) : Exception(failure.What)
{
    public ToolException(string what, string? cause = null, string? next = null)
        : this(new Failure(what, cause, next))
    {
    }

    public Failure Failure { get; } = failure;
}
