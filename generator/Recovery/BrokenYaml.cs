using System;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Reads what can still be read of YAML that no parser takes: it leaves the lines out that the parser stops at.</summary>
internal static class BrokenYaml
{
    // Each try reads the text again: a document of megabytes has fewer.
    private const int MostTries = 40;
    private const int MostRead = 20_000_000;

    /// <summary>Reads the mapping that the text is; null: it is none, or it is broken at too many places.</summary>
    public static JsonObject? Read(string text, CancellationToken cancellationToken)
    {
        StringBuilder left = new(text);
        int tries = Math.Min(MostTries, 1 + (MostRead / Math.Max(1, text.Length)));
        for (int i = 0; i < tries; i++)
        {
            try
            {
                return YamlTreeReader.Read(left.ToString(), "", new Findings(), cancellationToken) as JsonObject;
            }
            catch (DocumentException exception)
            {
                if (!LeaveOut(left, exception.Offset))
                {
                    return null;
                }
            }
        }

        return null;
    }

    // A parser stops at the line that is wrong, or at the first one that cannot follow it.
    private static bool LeaveOut(StringBuilder text, int offset)
    {
        int end = Math.Min(offset, text.Length);
        while (end < text.Length && text[end] != '\n')
        {
            end++;
        }

        for (int start = end; start > 0 || end > 0; start = end)
        {
            while (start > 0 && text[start - 1] != '\n')
            {
                start--;
            }

            int indent = Indent(text, start, end);
            if (start + indent < end)
            {
                Blank(text, start, end);
                BlankDeeper(text, end, indent);
                return true;
            }

            if (start == 0)
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    // What stands below the line belongs to it.
    private static void BlankDeeper(StringBuilder text, int end, int indent)
    {
        while (end < text.Length)
        {
            int start = end + 1;
            end = start;
            while (end < text.Length && text[end] != '\n')
            {
                end++;
            }

            int own = Indent(text, start, end);
            if (start + own < end && own <= indent)
            {
                return;
            }

            Blank(text, start, end);
        }
    }

    private static int Indent(StringBuilder text, int start, int end)
    {
        int indent = 0;
        while (start + indent < end && char.IsWhiteSpace(text[start + indent]))
        {
            indent++;
        }

        return indent;
    }

    private static void Blank(StringBuilder text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            text[i] = text[i] == '\r' ? '\r' : ' ';
        }
    }
}
