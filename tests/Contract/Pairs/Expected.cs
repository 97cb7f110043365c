using System.Text.Json;

namespace DatabricksApps.Contract.Pairs;

/// <summary>What a pair expects.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Place">Where it is, as a JSON pointer.</param>
/// <param name="Breaking">How code breaks: <c>compile</c>, <c>wire</c>, <c>meaning</c>, <c>none</c>.</param>
/// <param name="Severity">The least severity of what is told.</param>
/// <param name="Effect">What the user should read, in words.</param>
internal sealed record Expected(string Kind, string Place, string Breaking, string Severity, string Effect)
{
    private const string FileName = "expected.json";

    /// <summary>Tells whether a pair says what is expected of it.</summary>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, FileName));

    public static Expected Read(string folder)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, FileName)));
        string Get(string name) => expected.RootElement.GetProperty(name).GetString()!;
        return new Expected(Get("kind"), Get("place"), Get("breaking"), Get("severity"), Get("effect"));
    }
}
