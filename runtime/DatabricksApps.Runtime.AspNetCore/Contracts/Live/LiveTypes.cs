using System.Text.Json;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>
/// Tells which type a value is now, in the words of a lock: the one that it was as long as what goes over the wire is not less than
/// was promised, or more than was demanded. Where a schema does not tell, it is as it was.
/// </summary>
internal sealed class LiveTypes(FactIndex facts, SchemaViews views)
{
    private readonly Queue<Visit> _open = new();
    private readonly HashSet<(string, bool, string)> _seen = [];

    /// <summary>Gets how often a schema did not tell.</summary>
    public int Untold { get; private set; }

    /// <summary>Counts one that did not tell.</summary>
    public void Pass() => Untold++;

    /// <summary>Tells whether a type is one of several.</summary>
    public bool IsUnion(string word) => facts.Of(FactKind.Type, TypeWord.NotNullable(word)) is [{ Type: { } kind }, ..] && kind.StartsWith("union", StringComparison.Ordinal);

    /// <summary>Tells whether a schema is of the kind of a type, nothing of its parts compared.</summary>
    public bool IsLike(string word, JsonElement schema) =>
        views.Of(schema) is { IsUnknown: false, IsAny: false, IsChoice: false } view && KindsOf(TypeWord.NotNullable(word)) == view.Kinds;

    /// <summary>Gets the next type whose parts are to be compared.</summary>
    public bool TryDequeue(out Visit visit) => _open.TryDequeue(out visit);

    /// <summary>Gets the word for a type now.</summary>
    /// <param name="was">The word that it had.</param>
    /// <param name="schema">What the document says now.</param>
    /// <param name="isSent">Whether the program gives the value.</param>
    /// <param name="tellsNull">Whether it matters whether it may be null.</param>
    public string Now(string was, JsonElement schema, bool isSent, bool tellsNull)
    {
        SchemaView view = views.Of(schema);
        string bare = TypeWord.NotNullable(was);
        if (view.IsUnknown)
        {
            Pass();
            return was;
        }

        string now = Bare(bare, view, isSent);
        bool isNullable = TypeWord.IsNullable(was);
        if (tellsNull && now == bare)
        {
            isNullable = isSent ? isNullable && view.MayBeNull : isNullable || view.MayBeNull;
        }

        return now == "any" ? now : now + (isNullable ? "?" : "");
    }

    private string Bare(string was, SchemaView view, bool isSent)
    {
        if (was is "any" or "file")
        {
            return was;
        }

        if (view.IsAny)
        {
            return isSent ? was : "any";
        }

        if (KindsOf(was) is not { } kinds || view.Kinds == JsonKinds.None)
        {
            Pass();
            return was;
        }

        // A type may have its name as before, and be of another kind.
        return !Fits(kinds, view.Kinds, isSent) ? TypeSpelling.Of(view.Name == was ? view with { Name = null } : view, views)
            : view.IsChoice ? Passed(was)
            : TypeWord.ItemOf(was) is { } item ? Inner(item, view, "items", isSent) is { } items ? items + "[]" : was
            : TypeWord.ValueOf(was) is { } value ? Inner(value, view, "additionalProperties", isSent) is { } values ? "{" + values + "}" : was
            : TypeWord.ScalarOf(was) is null ? Visited(was, view, isSent)
            : Scalar(was, view, isSent);
    }

    // Of what is received nothing else may come than before; of what is sent, what was taken must still be.
    private static bool Fits(JsonKinds was, JsonKinds now, bool isSent) => isSent
        ? (SchemaWords.Whole(now) & was) != 0
        : (now & ~SchemaWords.Whole(was)) == 0;

    private JsonKinds? KindsOf(string word) =>
        TypeWord.ItemOf(word) is not null || TypeWord.IsTuple(word) ? JsonKinds.Array
        : TypeWord.ValueOf(word) is not null ? JsonKinds.Object
        : TypeWord.ScalarOf(word) ?? KindsOfType(word);

    private JsonKinds? KindsOfType(string name) => facts.Of(FactKind.Type, name) is not [var type, ..] ? null : type.Type switch
    {
        "object" => JsonKinds.Object,
        "enum" => JsonKinds.String,
        "enum:integer" => JsonKinds.Integer,
        "tuple" => JsonKinds.Array,
        _ => null,
    };

    private string? Inner(string was, SchemaView view, string keyword, bool isSent)
    {
        if (LiveDocument.Get(view.Node, keyword) is not { ValueKind: JsonValueKind.Object } inner || LiveDocument.Get(view.Node, "prefixItems") is not null
            || LiveDocument.Get(view.Node, "properties") is not null || LiveDocument.Get(view.Node, "allOf") is not null)
        {
            Pass();
            return null;
        }

        // Null among items is read as null, of which only their reader knows whether it hurts.
        if (!isSent && TypeWord.TakesNull(was) && !TypeWord.IsNullable(was) && views.Of(inner) is { IsUnknown: false, IsAny: false, MayBeNull: true })
        {
            Pass();
        }

        return Now(was, inner, isSent, tellsNull: !TypeWord.TakesNull(was));
    }

    private string Visited(string name, SchemaView view, bool isSent)
    {
        if (_seen.Add((name, isSent, view.Reference ?? "")) || view.Reference is null)
        {
            _open.Enqueue(new Visit(name, view.Node, isSent));
        }

        return name;
    }

    private string Scalar(string was, SchemaView view, bool isSent)
    {
        string now = view.Kinds switch
        {
            JsonKinds.String => SchemaWords.StringOf(view.Node),
            JsonKinds.Integer when was.StartsWith("integer", StringComparison.Ordinal) => SchemaWords.IntegerOf(view.Node),
            _ => was,
        };

        // One value is told by what it is, not by its type.
        IReadOnlyList<JsonElement> values = SchemaWords.ValuesOf(view.Node);
        if (now == was)
        {
            return isSent && was == "string" && values.Count > 1 ? TypeSpelling.Of(view, views) : was;
        }

        if (was is "string:decimal" or "string:timespan" || now is "string:decimal" || values.Count > 0)
        {
            return Passed(was);
        }

        bool isLess = was.StartsWith("integer", StringComparison.Ordinal)
            ? isSent ? RankOf(now) < RankOf(was) : RankOf(now) > RankOf(was)
            : (isSent ? now : was) != "string";
        return isLess ? now : was;
    }

    private static int RankOf(string integer) => integer switch { "integer:int32" => 0, "integer" => 1, _ => 2 };

    private string Passed(string was)
    {
        Pass();
        return was;
    }

    /// <summary>A type whose parts are to be compared.</summary>
    /// <param name="Type">Its name in the lock.</param>
    /// <param name="Schema">What the document says of it now.</param>
    /// <param name="IsSent">Whether the program gives it.</param>
    public readonly record struct Visit(string Type, JsonElement Schema, bool IsSent);
}
