using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>One way of asking for the answers of an operation: a method.</summary>
/// <param name="Kind">What it reads.</param>
/// <param name="IsPlain">Whether its method has the operation's plain name; else the kind is part of the name.</param>
/// <param name="Answers">How each success is read that it reads, in the order in which statuses are looked for.</param>
internal sealed record Representation(RepresentationKind Kind, bool IsPlain, IReadOnlyList<AnswerChoice> Answers)
{
    /// <summary>Gets the successes that another method reads.</summary>
    public IReadOnlyList<ElsewhereChoice> Elsewhere { get; init; } = new List<ElsewhereChoice>();

    /// <summary>Gets the word before <c>Async</c>; empty: none.</summary>
    public string Suffix => IsPlain ? "" : Kind.ToString();

    /// <summary>Gets the kind as a lock names it.</summary>
    public string Word => WordOf(Kind);

    public static string WordOf(RepresentationKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>What an operation's method reads.</summary>
internal enum RepresentationKind
{
    Json,
    Stream,
    Text,
    File,
}

/// <summary>A success that a method does not read, since the document declares another kind of content for it.</summary>
/// <param name="First">The lowest status code.</param>
/// <param name="Last">The highest status code.</param>
/// <param name="Reader">What reads it.</param>
internal sealed record ElsewhereChoice(int First, int Last, RepresentationKind Reader);
