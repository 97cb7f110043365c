using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace DatabricksApps.Tool.Terminal;

/// <summary>What a command says: lines with colours on a terminal, plain lines elsewhere, one JSON object for machines.</summary>
internal sealed class Output(ToolContext context, bool isJson)
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonArray _warnings = [];

    /// <summary>Gets what <c>--json</c> writes when the command ends.</summary>
    public JsonObject Result { get; } = [];

    /// <summary>Says what was done.</summary>
    public void Say(string text) => Write(context.Out, text, Style.Plain);

    /// <summary>Says several things, a line each.</summary>
    public void SayAll(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Say(line);
        }
    }

    /// <summary>Writes a text as it is, for other programs. It must hold nothing of a document that was not escaped.</summary>
    public void Write(string text) => context.Out.Write(text);

    /// <summary>Says what else the user has to know.</summary>
    public void Warn(Failure warning)
    {
        _warnings.Add((JsonNode)Json(warning));
        Write(context.Out, warning, "warning: ", new Style(Color.Yellow));
    }

    /// <summary>Says what could not be done.</summary>
    public void Fail(Failure failure) => Write(context.Error, failure, "error: ", new Style(Color.Red));

    /// <summary>Runs what takes a while, and shows on a terminal what it is.</summary>
    public Task<T> WhileAsync<T>(string what, Func<Task<T>> run) =>
        isJson || context.Terminal is null ? run() : context.Terminal.Status().StartAsync(Markup.Escape(Plain(what)), _ => run());

    /// <summary>Ends what the command says.</summary>
    public void Complete()
    {
        if (isJson)
        {
            Result["warnings"] = _warnings;
            context.Out.Write(Result.ToJsonString(s_readable).ReplaceLineEndings("\n") + "\n");
        }
    }

    public static JsonObject Json(Failure failure) => new() { ["what"] = failure.What, ["cause"] = failure.Cause, ["next"] = failure.Next };

    private void Write(TextWriter writer, Failure failure, string label, Style style)
    {
        Write(writer, label + failure.What, style);
        if (failure.Cause is not null)
        {
            Write(writer, "likely cause: " + failure.Cause, Style.Plain);
        }

        if (failure.Next is not null)
        {
            // The runtime's own message may have several lines. Behind a blank none of them looks like one of ours.
            string[] lines = failure.Next.Split('\n');
            Write(writer, "next step: " + lines[0], Style.Plain);
            foreach (string line in lines.Skip(1))
            {
                Write(writer, "  " + line, Style.Plain);
            }
        }
    }

    private void Write(TextWriter writer, string text, Style style)
    {
        if (isJson)
        {
            return;
        }

        if (context.Terminal is { } terminal)
        {
            terminal.WriteLine(Plain(text), style);
        }
        else
        {
            writer.WriteLine(Plain(text));
        }
    }

    // What an app or a document says may hold what moves a terminal's cursor, or a second line that looks like one of ours.
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char character in text)
        {
            if (char.IsControl(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else
            {
                plain.Append(character);
            }
        }

        return plain.ToString().TrimEnd();
    }
}
