using System.Globalization;
using System.Text.RegularExpressions;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Fuzz.Checks;

/// <summary>What the generator says: no bug of its own, and nothing that a build log cannot bear.</summary>
internal static partial class MessageCheck
{
    /// <summary>The longest message: a sentence, and what it quotes.</summary>
    private const int MostCharacters = 1_000;

    /// <summary>Finds what is wrong with the diagnostics.</summary>
    public static IEnumerable<Failure> Find(GeneratedCode code)
    {
        if (code.Result.Exception is { } exception)
        {
            yield return new Failure($"thrown {exception.GetType().Name} {FirstFrame(exception.ToString())}", exception.ToString());
        }

        foreach (Diagnostic diagnostic in code.Diagnostics)
        {
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            if (diagnostic.Id == "DBXAPP0001")
            {
                yield return new Failure($"DBXAPP0001 {FirstFrame(message)}", message);
            }

            if (message.Length > MostCharacters)
            {
                yield return new Failure($"long message {diagnostic.Id}", $"a message of {message.Length} characters: {diagnostic.Id} {message[..200]}…");
            }

            if (message.Any(IsControl))
            {
                yield return new Failure(
                    $"control character in {diagnostic.Id}",
                    $"U+{(int)message.First(IsControl):X4} in the message of {diagnostic.Id}: {message[..Math.Min(300, message.Length)]}");
            }

            if (diagnostic.Location.GetLineSpan() is { IsValid: true } span && span.Path.Any(IsControl))
            {
                yield return new Failure($"control character in the path of {diagnostic.Id}", span.Path);
            }
        }
    }

    // What begins a line, or steers a terminal.
    private static bool IsControl(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    // Where the stack ends is chance.
    private static string FirstFrame(string trace) =>
        trace.Contains(nameof(InsufficientExecutionStackException), StringComparison.Ordinal) ? "too deep"
        : Frame().Match(trace) is { Success: true } frame ? frame.Groups[1].Value
        : "";

    [GeneratedRegex(@"\bat ([\w.`<>+|]+)")]
    private static partial Regex Frame();
}
