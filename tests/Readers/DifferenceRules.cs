using System.Text.Json.Nodes;

namespace DatabricksApps.Readers;

/// <summary>The kinds of differences that are explained.</summary>
internal static class DifferenceRules
{
    public static IReadOnlyList<DifferenceRule> All { get; } =
    [
        new()
        {
            Name = "reference not followed",
            Reason = "The library follows a reference to a component of the kind that is due, in the same file. One into the paths is "
                + "as good for the generator. Where a reference leads nowhere, or to a file that is not there, the generator says so, lets "
                + "any JSON stand in and keeps what stands beside it.",
            Explains = static (difference, library) =>
                !difference.IsOfLibrary && library.Unfollowed.Any(unfollowed => IsBelow(difference.Fact, unfollowed)),
        },
        new()
        {
            Name = "callback under another expression",
            Reason = "The library drops a callback whose URL has an expression that the specification does not list; FastAPI's own "
                + "example has {$callback_url}. Of a callback the generator needs its operations, not the URL.",
            Explains = static (difference, library) => !difference.IsOfLibrary && library.Errors.Any(error =>
                error.Message.StartsWith("The runtime expression", StringComparison.Ordinal) && IsOfCallback(difference.Fact, error.Pointer)),
        },
        new()
        {
            Name = "path parameter not required",
            Reason = "A path parameter has to be required. The generator makes it so; the library takes the document's word.",
            Explains = static (difference, library) => difference.Fact is { Kind: "parameter" } fact
                && fact.Subject.StartsWith("path ", StringComparison.Ordinal)
                && difference.IsBetween("required=true", "required=false", library),
        },
        new()
        {
            Name = "parameter without a name or place",
            Reason = "The generator leaves it out and says so; the library keeps it without.",
            Explains = static (difference, _) => difference.IsOfLibrary && IsNameless(difference.Fact) && !IsQueryString(difference.Fact),
        },
        new()
        {
            Name = "query string without a name",
            Reason = "The whole query string goes by no name of its own, so the generator gives it one.",
            Explains = static (difference, _) => IsQueryString(difference.Fact)
                && (difference.IsOfLibrary ? IsNameless(difference.Fact) : difference.Fact.Subject == "querystring query"),
        },
        new()
        {
            Name = "path without a slash",
            Reason = "The library leaves the path out; the generator says so and reads it as if it had the slash.",
            Explains = static (difference, library) => !difference.IsOfLibrary
                && difference.Fact.Operation.Split(" /", 2) is [_, var path]
                && library.Errors.Any(error => error.Message == $"{path} is not a valid property at #/paths"),
        },
        new()
        {
            Name = "parameter declared twice",
            Reason = "The library keeps both; for the generator the last one counts, and it says so.",
            Explains = static (difference, library) => difference.IsOfLibrary && difference.Fact is { Kind: "parameter" } fact
                && library.Facts.Items.Any(other =>
                    other != fact && other with { Value = fact.Value } == fact && KeyOf(other.Value) == KeyOf(fact.Value)),
        },
        new()
        {
            Name = "method in capital letters",
            Reason = "The library knows a method by its lower case alone; the generator reads it in any.",
            Explains = static (difference, library) => !difference.IsOfLibrary
                && difference.Fact.Operation.Split(' ') is [var method, var path, ..]
                && library.Root["paths"]?[path] is JsonObject item && item.ContainsKey(method)
                && !item.ContainsKey(method.ToLowerInvariant()),
        },
        new()
        {
            Name = "newer than the version",
            Reason = "The library reads only what the document's version has. The generator also reads trace before 3.0, query "
                + "and additionalOperations before 3.2, and webhooks and x-webhooks before 3.1: it is clear what they mean.",
            Explains = static (difference, library) => !difference.IsOfLibrary && library.Version != "3.2"
                && IsNew(difference.Fact.Operation, library),
        },
        new()
        {
            Name = "calls of one path item",
            Reason = "The calls of a path item that several webhooks or callbacks refer to have one set of types. The generator reads "
                + "them once, under the first name; the library again for each reference.",
            Explains = static (difference, library) =>
                library.ReferredCalls.Any(owner => difference.Fact.Operation.StartsWith(owner, StringComparison.Ordinal)),
        },
        .. SwaggerRules.All,
    ];

    private static bool IsBelow(Fact fact, Fact place) =>
        place.Kind.Length > 0
            ? fact.Operation == place.Operation && fact.Kind == place.Kind && (place.Subject.Length == 0 || fact.Subject == place.Subject)
            : (fact.Operation + " ").StartsWith(place.Operation + " ", StringComparison.Ordinal);

    /// <summary>Tells whether a fact is of the callback that a pointer such as <c>#/paths/~1items/post/callbacks/done/…</c> leads to.</summary>
    private static bool IsOfCallback(Fact fact, string? pointer)
    {
        if (fact.Operation.Split(" callback ", 2) is not [var owner, var call]
            || owner.Split(' ', 2) is not [var method, var path] || call.Split(' ', 2) is not [_, var name])
        {
            return false;
        }

        string parent = $"#/paths/{Escape(path)}/{method.ToLowerInvariant()}/callbacks/{Escape(name)}/";
        return pointer?.StartsWith(parent, StringComparison.Ordinal) == true;
    }

    private static bool IsNew(string operation, LibraryReading library)
    {
        string[] words = operation.Split(' ');
        bool isWebhook = words[0] == "webhook";
        string method = isWebhook ? words[1] : words[0];
        return !LibraryOperations.IsMethod(method) || method == "QUERY" || (method == "TRACE" && library.IsSwagger)
            || (isWebhook && (library.Version != "3.1" || !library.Root.ContainsKey("webhooks")));
    }

    private static string KeyOf(string value) => value.Split('=')[0];

    private static string Escape(string key) => key.Replace("~", "~0").Replace("/", "~1");

    private static bool IsNameless(Fact fact) => fact.Kind == "parameter" && fact.Subject.Split(' ').Contains(LibraryOperations.Nothing);

    private static bool IsQueryString(Fact fact) =>
        fact.Kind == "parameter" && fact.Subject.StartsWith("querystring ", StringComparison.Ordinal);
}
