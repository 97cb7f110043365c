using System;
using System.Linq;

namespace DatabricksApps.Gen.Contract;

/// <summary>The kinds of answers of a call, for each of which it has a method: a lock names them in one word.</summary>
internal static partial class AnswerKinds
{
    public const string Json = "json";
    public const string Stream = "stream";
    public const string Text = "text";
    public const string File = "file";

    /// <summary>All items of a list that comes in pages: a further method reads it, beside the one for a page.</summary>
    public const string Pages = "pages";

    private const string PagesOf = "pages:";

    private static readonly string[] s_all = { Json, Stream, Text, File, Pages };

    private static readonly string[] s_streams = { "events:", "lines:", "outputs:" };

    public static bool IsOne(string word) => s_all.Contains(word);

    /// <summary>Gets the kind of an answer, by the word for its type.</summary>
    public static string OfType(string type) => type is Text or File ? type
        : type.StartsWith(PagesOf, StringComparison.Ordinal) ? Pages
        : s_streams.Any(start => type.StartsWith(start, StringComparison.Ordinal)) ? Stream
        : Json;

    /// <summary>Gets the kind in words: <c>a stream</c>.</summary>
    public static string Spell(string kind, string article = "a ") => kind switch
    {
        Json => "JSON",
        Text => "text",
        Pages => article.Length == 0 ? "list of all pages" : "all pages",
        _ => article + kind,
    };

    /// <summary>Gets the type of what is read, without the word for how it is.</summary>
    public static string ItemOf(string type) =>
        s_streams.Append(PagesOf).FirstOrDefault(start => type.StartsWith(start, StringComparison.Ordinal)) is { } start ? type.Substring(start.Length) : type;
}
