using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;

namespace DatabricksApps.Tool.Contracts;

/// <summary>A change, where it stands, and what it means for code that was right before it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Effect">What it means.</param>
/// <param name="File">The file that says what is now, or, of what is gone, what was.</param>
/// <param name="Line">The line in it, from 1; null: it is not known.</param>
internal sealed record ReportedChange(Change Change, Effect Effect, string File, int? Line)
{
    /// <summary>Gets whether code of the project uses what it is about; null: that is not known.</summary>
    public bool? IsUsed { get; init; }

    /// <summary>Gets what changed, in one line.</summary>
    public string Text => MessageText.Spell($"{Change.Text}");

    public string Place => Line is { } line ? $"{File}:{line}" : File;

    /// <summary>Gets whether code can be wrong because of it.</summary>
    public bool Breaks => Effect >= Effect.Wire;

    /// <summary>Gets whether code of the project can be wrong because of it. What is not known to be used counts.</summary>
    public bool BreaksUse => Breaks && IsUsed != false;

    /// <summary>Gets the effect in one word.</summary>
    public string Word => Effect switch
    {
        Effect.Compile => "breaks",
        Effect.Meaning => "changes",
        Effect.Wire => "moves",
        Effect.Note => "note",
        _ => "fine",
    };

    public JsonObject ToJson()
    {
        JsonObject json = Described();
        if (IsUsed is not null)
        {
            json["used"] = IsUsed;
        }

        return json;
    }

    private JsonObject Described() => new()
    {
        ["kind"] = Change.Kind,
        ["effect"] = Word,
        ["what"] = Change.Key,
        ["text"] = Text,
        ["file"] = File,
        ["line"] = Line,
        ["pointer"] = Change.After?.Pointer,
    };
}
