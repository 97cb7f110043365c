using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.Tool.Contracts;

/// <summary>Spells changes: for a terminal, a pull request, a code scanner.</summary>
internal static class ChangeText
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Counts them in a sentence.</summary>
    public static string Count(IReadOnlyList<ReportedChange> changes)
    {
        int breaking = changes.Count(change => change.Breaks);
        return changes.Count == 0 ? "no change for code that calls it"
            : breaking == 0 ? $"{Number(changes.Count)}, none of which breaks code"
            : breaking == changes.Count ? $"{Number(changes.Count)}, {(changes.Count == 1 ? "which may break code" : "each of which may break code")}"
            : $"{Number(changes.Count)}, {breaking} of which may break code";
    }

    /// <summary>Says how many are about what the project uses; empty: that is not known, or nothing breaks.</summary>
    public static string CountUsed(IReadOnlyList<ReportedChange> changes)
    {
        int breaking = changes.Count(change => change.Breaks), used = changes.Count(change => change.BreaksUse);
        return breaking == 0 || changes.Any(change => change.IsUsed is null) ? ""
            : used == 0 ? "; this project uses nothing of that"
            : used == breaking ? "; this project uses it"
            : $"; this project uses {used} of them";
    }

    /// <summary>Counts those that were accepted.</summary>
    public static string Accepted(IReadOnlyList<ReportedChange> changes) =>
        changes.Count == 0 ? "written" : $"{Number(changes.Count)} accepted";

    /// <summary>Spells a line each; what the project uses is marked by a star.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<ReportedChange> changes)
    {
        int width = changes.Count == 0 ? 0 : changes.Max(change => change.Place.Length);
        bool areMarked = changes.Any(change => change.IsUsed is not null);
        return changes.Select(change =>
            $"{(!areMarked ? "" : change.IsUsed == true ? "* " : "  ")}{change.Place.PadRight(width)}  {change.Word,-7}  {change.Text}");
    }

    /// <summary>Spells them for a pull request.</summary>
    public static string Markdown(IReadOnlyList<ReportedChange> changes, string title, string? remark = null)
    {
        StringBuilder text = new();
        text.Append("### ").Append(Escape(title)).Append(": ").Append(Count(changes)).Append(CountUsed(changes)).Append("\n");
        if (remark is not null)
        {
            text.Append('\n').Append(Escape(remark)).Append('\n');
        }

        foreach (IGrouping<Effect, ReportedChange> group in changes.OrderByDescending(change => change.Effect).GroupBy(change => change.Effect))
        {
            text.Append("\n**").Append(HeadOf(group.Key)).Append("**\n\n");
            foreach (ReportedChange change in group)
            {
                text.Append("- ").Append(Escape(change.Text)).Append(" (`").Append(change.Place.Replace("`", "", StringComparison.Ordinal)).Append("`)").Append(change.IsUsed == true ? " **used here**" : "").Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Spells them as SARIF 2.1.0, which code scanners read.</summary>
    public static string Sarif(IReadOnlyList<ReportedChange> changes)
    {
        JsonArray results = [];
        foreach (ReportedChange change in changes)
        {
            JsonObject place = new() { ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(change.File) } };
            if (change.Line is { } line)
            {
                place["region"] = new JsonObject { ["startLine"] = line };
            }

            results.Add((JsonNode)new JsonObject
            {
                ["ruleId"] = change.Change.Kind,
                ["level"] = change.Effect switch { Effect.Compile => "error", Effect.Meaning or Effect.Wire => "warning", _ => "note" },
                ["message"] = new JsonObject { ["text"] = change.Text },
                ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place }),
            });
        }

        JsonObject log = new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "databricks-apps",
                        ["rules"] = new JsonArray([.. changes.Select(change => change.Change.Kind).Distinct().Order(StringComparer.Ordinal).Select(kind => new JsonObject { ["id"] = kind })]),
                    },
                },
                ["results"] = results,
            }),
        };
        return log.ToJsonString(s_readable).ReplaceLineEndings("\n") + "\n";
    }

    // Relative ones as they are in the repository; each part with what a URI cannot have escaped.
    private static string UriOf(string file) => Path.IsPathFullyQualified(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string HeadOf(Effect effect) => effect switch
    {
        Effect.Compile => "Code that uses it does not compile",
        Effect.Meaning => "Code compiles, and means something else or is refused",
        Effect.Wire => "Only the wire moved: build and deploy anew",
        Effect.Note => "To know",
        _ => "Breaks nothing",
    };

    private static string Number(int count) => count == 1 ? "1 change" : $"{count} changes";

    // What a document says must not become markup of the page that shows it.
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '@' or '!' or '~' or '&')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
