using System.Text.Json;

namespace DatabricksApps.Fuzz.Workers;

/// <summary>What is said between the program and its workers: a line of JSON each.</summary>
internal static class Messages
{
    /// <summary>The argument that makes the program a worker.</summary>
    public const string WorkerArgument = "--worker";

    /// <summary>The longest that a case may take, on a machine that does other things too.</summary>
    public static readonly TimeSpan CaseLimit = TimeSpan.FromSeconds(60);

    /// <summary>The longest that a smaller case may take, which is known to fail and only wanted small.</summary>
    public static readonly TimeSpan ShrinkLimit = TimeSpan.FromSeconds(15);

    /// <summary>Writes a message, which has no line breaks.</summary>
    public static string Write<T>(T message) => JsonSerializer.Serialize(message);

    /// <summary>Reads a message.</summary>
    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line)!;
}
