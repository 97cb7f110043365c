using System.Text.Json.Nodes;
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

    /// <summary>Does the same for several files: one that fails stops no other, and its failure is told.</summary>
    /// <param name="output">Where it is told.</param>
    /// <param name="name">The name of the array of results in JSON.</param>
    /// <param name="files">What is done, by the file that it is about.</param>
    /// <param name="pathOf">Gets the file.</param>
    /// <param name="prefix">What stands before a failure; null: it names the file itself.</param>
    /// <param name="run">Does it for one, and gives its exit code.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The gravest exit code.</returns>
    public static async Task<int> EachAsync<T>(
        Output output,
        string name,
        IEnumerable<T> files,
        Func<T, string> pathOf,
        Func<T, string>? prefix,
        Func<T, JsonObject, Task<int>> run,
        CancellationToken cancellationToken)
    {
        JsonArray results = [];
        output.Result[name] = results;
        int code = ExitCode.Done;
        foreach (T file in files)
        {
            JsonObject result = new() { ["file"] = pathOf(file) };
            results.Add((JsonNode)result);
            try
            {
                code = Math.Max(code, await run(file, result));
            }
            catch (Exception exception) when (IsKnown(exception) && !cancellationToken.IsCancellationRequested)
            {
                Failure failure = Failure.Of(exception);
                failure = prefix is null ? failure : failure with { What = $"{prefix(file)}: {failure.What}" };
                output.Fail(failure);
                result["error"] = Output.Json(failure);
                code = ExitCode.Failed;
            }
        }

        return code;
    }
}
