using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>How a list comes in pages: the result of the pass. All names are those on the wire.</summary>
/// <param name="Style">What tells pages apart.</param>
/// <param name="Items">The members that lead from a page to its items; empty: it is the list itself.</param>
internal sealed record PagingChoice(PagingStyle Style, IReadOnlyList<string> Items)
{
    /// <summary>Gets the parameter that says which page is asked for; null: the address does.</summary>
    public ParameterChoice? Place { get; init; }

    /// <summary>Gets the parameter that says how many items a page has; null: there is none.</summary>
    public ParameterChoice? Size { get; init; }

    /// <summary>Gets how many a page has if nobody says it; null: not known.</summary>
    public long? StandardSize { get; init; }

    /// <summary>Gets how many may be asked for; null: not known, so that the app may give less.</summary>
    public long? MaximumSize { get; init; }

    /// <summary>Gets the number of the first page.</summary>
    public long First { get; init; }

    /// <summary>Gets the members that lead to the number of all items; empty: there is none.</summary>
    public IReadOnlyList<string> Total { get; init; } = Array.Empty<string>();

    /// <summary>Gets the members that lead to the number of pages; empty: there is none.</summary>
    public IReadOnlyList<string> Pages { get; init; } = Array.Empty<string>();

    /// <summary>Gets the members that lead to the place of the next page; empty: there is none.</summary>
    public IReadOnlyList<string> Next { get; init; } = Array.Empty<string>();

    /// <summary>Gets the members that lead to whether there is a next page; empty: there is none.</summary>
    public IReadOnlyList<string> HasMore { get; init; } = Array.Empty<string>();

    /// <summary>Gets whether that says that the page is the last one, in place of that it is not.</summary>
    public bool IsLastSaid { get; init; }

    /// <summary>Adds what pages say of the next one, without which a short page would be the end.</summary>
    public PagingChoice With(PageAnswer answer)
    {
        PageMember? more = answer.Find(PageWords.HasMore, TypeKind.Boolean);
        PageMember? last = more is null ? answer.Find(PageWords.Last, TypeKind.Boolean) : null;

        // One that is always there names nothing.
        PageMember? next = answer.Find(PageWords.Next, TypeKind.String, TypeKind.Uri, TypeKind.Int32, TypeKind.Int64);
        return this with
        {
            HasMore = (more ?? last)?.Path ?? Array.Empty<string>(),
            IsLastSaid = last is not null,
            Next = next is { MayBeNone: true } ? next.Path : Array.Empty<string>(),
        };
    }
}
