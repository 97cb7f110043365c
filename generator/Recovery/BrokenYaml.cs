using System;
using System.Text.Json.Nodes;
using System.Threading;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.Recovery;

/// <summary>Reads what can still be read of YAML that no parser takes: it leaves lines out until the parser goes on.</summary>
internal static class BrokenYaml
{
    // A parser stops at the line that is wrong, or soon after it: at the first one that cannot follow.
    private const int LinesBefore = 3;

    // Each try reads the text again: a document of megabytes has fewer.
    private const int MostTries = 100;
    private const int MostRead = 20_000_000;

    /// <summary>Reads the mapping that the text is; null: it is none, or it is broken at too many places.</summary>
    public static JsonObject? Read(string text, CancellationToken cancellationToken)
    {
        int tries = Math.Min(MostTries, 1 + (MostRead / Math.Max(1, text.Length)));
        Attempt last = Attempt.At(text.Split('\n'), cancellationToken);
        while (last.StopsAt is { } stop)
        {
            Attempt? best = null;
            int line = Math.Min(stop, last.Lines.Length - 1);
            for (int i = 0; i <= LinesBefore && (line = LastFilled(last.Lines, line)) >= 0; i++, line--)
            {
                if (--tries < 0)
                {
                    return null;
                }

                Attempt next = Attempt.At(Without(last.Lines, line), cancellationToken);
                best = best is null || next.IsFurtherThan(best) ? next : best;
            }

            if (best is null)
            {
                return null;
            }

            last = best;
        }

        return last.Root;
    }

    private static int LastFilled(string[] lines, int line)
    {
        while (line >= 0 && string.IsNullOrWhiteSpace(lines[line]))
        {
            line--;
        }

        return line;
    }

    // What stands below a line belongs to it.
    private static string[] Without(string[] lines, int line)
    {
        string[] left = (string[])lines.Clone();
        int indent = Indent(lines[line]);
        left[line] = "";
        for (int i = line + 1; i < lines.Length && (string.IsNullOrWhiteSpace(lines[i]) || Indent(lines[i]) > indent); i++)
        {
            left[i] = "";
        }

        return left;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <param name="Lines">The lines that were read.</param>
    /// <param name="Root">What they say.</param>
    /// <param name="StopsAt">The line that the parser stopped at; null: at none.</param>
    private sealed record Attempt(string[] Lines, JsonObject? Root, int? StopsAt)
    {
        public static Attempt At(string[] lines, CancellationToken cancellationToken)
        {
            string text = string.Join("\n", lines);
            try
            {
                return new Attempt(lines, YamlTreeReader.Read(text, "", new Findings(), cancellationToken) as JsonObject, null);
            }
            catch (DocumentException exception)
            {
                int end = Math.Min(exception.Offset, text.Length), line = 0;
                for (int i = 0; i < end; i++)
                {
                    line += text[i] == '\n' ? 1 : 0;
                }

                return new Attempt(lines, null, line);
            }
        }

        public bool IsFurtherThan(Attempt other) => (StopsAt ?? int.MaxValue) > (other.StopsAt ?? int.MaxValue);
    }
}
