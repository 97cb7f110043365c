using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary>What is the same for each command: its output is completed, and a failure is told in one way.</summary>
internal static class CommandRun
{
    /// <summary>Tells whether an exception says what happened; another one is a fault of this program.</summary>
    public static bool IsKnown(Exception exception) =>
        exception is ToolException or AppException or ArgumentException or IOException or UnauthorizedAccessException or OperationCanceledException;

    public static async Task<int> RunAsync(ToolContext context, bool isJson, Func<Output, Task<int>> run)
    {
        Output output = new(context, isJson);
        int code;
        try
        {
            code = await run(output);
        }
        catch (Exception exception) when (IsKnown(exception))
        {
            Failure failure = exception is OperationCanceledException ? new Failure("it was cancelled") : Failure.Of(exception);
            output.Fail(failure);
            output.Result["error"] = Output.Json(failure);
            code = ExitCode.Failed;
        }

        output.Result["exitCode"] = code;
        output.Complete();
        return code;
    }
}
