namespace DatabricksApps.Gen.Model;

/// <summary>How a method reads a list that comes in pages: it calls the method for one page again and again.</summary>
/// <param name="Style">What tells pages apart.</param>
/// <param name="MethodName">The method for one page.</param>
/// <param name="Page">What that gives.</param>
/// <param name="Arguments">The C# parameters of both methods, which are handed on.</param>
/// <param name="Items">The way from a page to its items; empty: it is the list itself.</param>
internal sealed record PagingModel(
    PagingStyle Style, string MethodName, TypeRef Page, EquatableArray<string> Arguments, EquatableArray<PageStepModel> Items)
{
    /// <summary>Gets the C# parameter of the method for one page that says which one; null: there is none.</summary>
    public string? Place { get; init; }

    /// <summary>Gets whether that is an <c>int</c>.</summary>
    public bool IsPlaceInt32 { get; init; }

    /// <summary>Gets the C# parameter that says how many items a page has; null: there is none.</summary>
    public string? Size { get; init; }

    /// <summary>Gets how many a page has if the caller does not say it; null: not known.</summary>
    public long? StandardSize { get; init; }

    /// <summary>Gets how many a page has at most; null: not known.</summary>
    public long? MaximumSize { get; init; }

    /// <summary>Gets the number of the first page.</summary>
    public long First { get; init; }

    /// <summary>Gets the way to the number of all items; empty: no page says it.</summary>
    public EquatableArray<PageStepModel> Total { get; init; }

    /// <summary>Gets the way to the number of pages; empty: no page says it.</summary>
    public EquatableArray<PageStepModel> Pages { get; init; }

    /// <summary>Gets the way to the place of the next page; empty: no page says it.</summary>
    public EquatableArray<PageStepModel> Next { get; init; }

    /// <summary>Gets whether that is a <c>Uri</c>.</summary>
    public bool IsNextUri { get; init; }

    /// <summary>Gets the way to whether there is a next page; empty: no page says it.</summary>
    public EquatableArray<PageStepModel> HasMore { get; init; }

    /// <summary>Gets whether that says that the page is the last one, in place of that it is not.</summary>
    public bool IsLastSaid { get; init; }
}

/// <summary>A C# property on the way from a page to a part of it.</summary>
/// <param name="Name">The property.</param>
/// <param name="IsNullable">Whether it may be null.</param>
internal sealed record PageStepModel(string Name, bool IsNullable);

/// <summary>What tells the pages of a list apart.</summary>
internal enum PagingStyle
{
    /// <summary>How many items come before: <c>limit</c> and <c>offset</c>.</summary>
    LimitOffset,

    /// <summary>A number: <c>page</c> and <c>size</c>.</summary>
    PageSize,

    /// <summary>A text that the page before has: <c>cursor</c> and <c>next_cursor</c>.</summary>
    Cursor,

    /// <summary>An address that the page before has.</summary>
    Link,

    /// <summary>An address in the header <c>Link</c> of the page before.</summary>
    LinkHeader,
}
