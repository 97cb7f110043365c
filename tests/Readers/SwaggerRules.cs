namespace DatabricksApps.Readers;

/// <summary>The kinds of differences that documents of version 2.0 have.</summary>
internal static class SwaggerRules
{
    private static readonly string[] s_forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

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
                && !library.Swagger.RepeatedQueries.Contains(fact.Subject["query ".Length..]),
        },
        new()
        {
            Name = "2.0: multi outside of a query",
            Reason = "Only a query and a form can say a name twice. The library makes a header or a piece of the path a form for it.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "parameter" } fact
                && !fact.Subject.StartsWith("query ", StringComparison.Ordinal)
                && difference.IsBetween("style=simple explode=false", "style=form explode=true", library),
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
                && library.Swagger.ListOf(fact, "produces").Contains(fact.Value) != difference.IsOfLibrary,
        },
        new()
        {
            Name = "2.0: nothing produced",
            Reason = "Where neither the operation nor the document says what is produced, the specification leaves it open: the library "
                + "takes bytes, the generator JSON, and bytes for a file alone. An operation's own empty list clears the document's; "
                + "the library takes the document's then.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "response" } fact
                && (difference.IsOfLibrary || fact.Value == "application/json")
                && library.Swagger.ListOf(fact, "produces").Count == 0,
        },
        new()
        {
            Name = "2.0: body of the path",
            Reason = "Parameters of a path are those of its operations, the body and the fields of a form too. The library loses them.",
            Explains = static (difference, library) => library.IsSwagger && !difference.IsOfLibrary
                && difference.Fact.Kind == "body" && library.Swagger.HasParameter(difference.Fact, isOfPath: true, "body", "formData"),
        },
        new()
        {
            Name = "2.0: media types of a body",
            Reason = "A body has the media types that its operation consumes, JSON where there are none; the library reads a referred one "
                + "with those of the document, and an operation's own empty list as none.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "body" } fact && IsMediaType(fact)
                && library.Swagger.HasParameter(fact, isOfPath: false, "body")
                && (library.Swagger.ListOf(fact, "consumes") is [_, ..] consumed ? consumed.Contains(fact.Value) : fact.Value == "application/json")
                    != difference.IsOfLibrary,
        },
        new()
        {
            Name = "2.0: media types of a form",
            Reason = "A form is sent as one, whatever the document consumes; the library takes what the document consumes.",
            Explains = static (difference, library) => library.IsSwagger && difference.Fact is { Kind: "body" } fact && IsMediaType(fact)
                && library.Swagger.HasParameter(fact, isOfPath: false, "formData")
                && s_forms.Contains(fact.Value) != difference.IsOfLibrary,
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

    private static bool IsMediaType(Fact fact) => !fact.Value.StartsWith("required=", StringComparison.Ordinal);
}
