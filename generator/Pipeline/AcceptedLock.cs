using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>A lock that was read.</summary>
/// <param name="Facts">What was accepted.</param>
/// <param name="Names">The names that it keeps.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record AcceptedLock(EquatableArray<Fact> Facts, KeptNames Names, EquatableArray<DiagnosticInfo> Problems)
{
    // A file that is no lock at all is told as well by its first lines.
    private const int MostProblems = 10;

    /// <summary>Reads a lock; null: the document has none, or it cannot be opened.</summary>
    public static AcceptedLock? Read(ProjectLock? file, CancellationToken cancellationToken)
    {
        if (file?.Source.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        List<DiagnosticInfo> problems = new();
        EquatableArray<Fact> facts = LockReader.Read(text.ToString(), (line, problem) =>
        {
            if (problems.Count < MostProblems)
            {
                problems.Add(At(file.Source.Path, text, line, problem));
            }
        });
        return new AcceptedLock(facts, KeptNames.Of(facts), problems.ToEquatableArray());
    }

    private static DiagnosticInfo At(string path, SourceText text, int line, string problem)
    {
        TextSpan span = text.Lines[System.Math.Min(line, text.Lines.Count - 1)].Span;
        return new DiagnosticInfo(
            DiagnosticDescriptors.BadLock.Id,
            DiagnosticSeverity.Error,
            path,
            span,
            text.Lines.GetLinePositionSpan(span),
            EquatableArray.Create(MessageText.Spell($"{problem}") + $" (line {line + 1})"));
    }
}
