using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.CodeFixes;

/// <summary>What mends a line.</summary>
/// <param name="Kind">What all fixes of its kind, which can be made together, are known by.</param>
/// <param name="Title">What the editor offers.</param>
/// <param name="Changes">The changes of the text: small, so that all else of it stays as it was written.</param>
internal sealed record Fix(string Kind, string Title, IReadOnlyList<TextChange> Changes)
{
    /// <summary>Gets the fix of a diagnostic; null: none that keeps the meaning of the code and compiles is known.</summary>
    public static Fix? Of(ChangedCode code, Diagnostic diagnostic)
    {
        if (!code.Root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return null;
        }

        SyntaxNode node = code.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        diagnostic.Properties.TryGetValue(nameof(Mark.Part), out string? part);

        // What the compiler tells has no properties.
        string use = diagnostic.Properties.TryGetValue(nameof(Mark.Use), out string? spelled) && spelled is not null ? spelled : nameof(MarkUse.Gone);
        return !Enum.TryParse(use, out MarkUse told) ? null : told switch
        {
            MarkUse.Gone => RenameFix.Of(code, node),
            MarkUse.Argument or MarkUse.Positional or MarkUse.Call => ArgumentFix.Of(code, node),
            MarkUse.Read when part == "?" => NullFix.OfRead(code, node),
            MarkUse.Result when part == "?" => NullFix.OfResult(code, node),
            MarkUse.Catch => CatchFix.Of(code, node),
            MarkUse.Omitted => OldValueFix.OfArgument(code, node, part ?? ""),
            MarkUse.Unset => OldValueFix.OfMember(code, node, part ?? ""),
            _ => null,
        };
    }
}
