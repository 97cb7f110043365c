namespace DatabricksApps.Readers;

/// <summary>The kinds of differences that documents of version 2.0 have.</summary>
internal static class SwaggerRules
{
    public static IReadOnlyList<DifferenceRule> All { get; } =
    [
        new()
        {
            Name = "2.0: comma-separated in a query",
            Reason = "Without collectionFormat, and with csv, the items of an array are separated by commas: a form that is not exploded. "
                + "The library explodes it, as 3.x does where nothing is said.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "parameter" } fact
                && fact.Subject.StartsWith("query ", StringComparison.Ordinal)
                && difference.IsBetween("style=form explode=false", "style=form explode=true", library)
                && !library.RepeatedQueries.Contains(fact.Subject["query ".Length..]),
        },
        new()
        {
            Name = "2.0: response without a schema",
            Reason = "A response without a schema has no content; the library gives it the media types that are produced.",
            Explains = static (difference, library) =>
                library.IsSwagger && difference.IsOfLibrary && library.WithoutSchema.Contains(difference.Fact),
        },
        new()
        {
            Name = "2.0: media types of a referred response",
            Reason = "A response has the media types that its operation produces. The library reads a referred response before any "
                + "operation, with those of the document.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "response", Value.Length: > 0 } fact
                && library.ReferredResponses.Contains(fact with { Value = "" })
                && library.Produces(fact).Contains(fact.Value) != difference.IsOfLibrary,
        },
        new()
        {
            Name = "2.0: nothing produced",
            Reason = "Where neither the operation nor the document says what is produced, the specification leaves it open: the library "
                + "takes bytes, the generator JSON, and bytes for a file alone.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "response" } fact
                && fact.Value == (difference.IsOfLibrary ? "application/octet-stream" : "application/json")
                && library.Produces(fact).Count == 0,
        },
        new()
        {
            Name = "2.0: form with a required field",
            Reason = "A form with a field that is required is required itself; the library never says so.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "body" } fact
                && difference.IsBetween("required=true", "required=false", library)
                && library.FormsToFill.Contains(fact with { Value = "" }),
        },
    ];
}
