using System.IO.Enumeration;
using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>The checked-in list of the cases in which the SDKs differ, or the runtime from both, with what was chosen and why. Where it is silent, the Go SDK is followed.</summary>
internal sealed class Choices
{
    private readonly IReadOnlyList<Choice> _all;

    private Choices(IReadOnlyList<Choice> all) => _all = all;

    public static Choices Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return new Choices([.. document.RootElement.EnumerateArray().Select(e => new Choice(e.Clone()))]);
    }

    /// <summary>Gets the choice that holds for a case; null: the list is silent.</summary>
    public Choice? For(Case item) =>
        _all.FirstOrDefault(c => c.Cases.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, item.Id, ignoreCase: false)))
        ?? (Choice.IsPlainHttp(item.Expected.Host) ? _all.First(c => c.Topic == Choice.PlainHttp) : null);
}
