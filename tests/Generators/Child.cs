using System.Diagnostics;
using System.Text.Json;
using DatabricksApps.Published;

namespace DatabricksApps.Generators;

/// <summary>A task in a process of its own: this program again.</summary>
internal static class Child
{
    /// <summary>The first argument of such a process.</summary>
    public const string Argument = "--child";

    private static readonly string s_program = typeof(Child).Assembly.Location;

    /// <summary>Runs a task and reads what it prints last.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Task<T> StartAsync<T>(params string[] task) => StartAsAsync<T>(s_program, task);

    /// <summary>Runs a task under the runtime configuration of another program.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<T> StartAsAsync<T>(string program, params string[] task)
    {
        string output = await Publishing.RunProgramAsync(
            "dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(program, ".runtimeconfig.json"), s_program, Argument, .. task]);
        return JsonSerializer.Deserialize<T>(output.TrimEnd().Split('\n')[^1])!;
    }

    /// <summary>Runs a task in this process.</summary>
    public static async Task RunAsync(string[] task) => Console.WriteLine(JsonSerializer.Serialize<object>(task switch
    {
        ["cold", var side, var document] => await Cold.MeasureAsync(side, document),
        ["warm", var document] => await Warm.MeasureAsync(document),
        ["steps", var document] => await Steps.MeasureAsync(document),
        ["write", var side, var document, var folder] => await Output.WriteAsync(side, document, folder),
        ["csc", var folder, .. var arguments] => Csc.Run(folder, arguments),
        _ => throw new UnreachableException(),
    }));
}
