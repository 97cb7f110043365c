using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>One thing that a client promises to the code that calls it: a line of a lock.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Owner">The operation (<c>GET /api/items</c>) or type (<c>Item</c>) that it belongs to.</param>
/// <param name="Part">What of the owner: a name on the wire, a status, a media type; empty: the owner itself.</param>
/// <param name="Name">Its C# name; empty: it has none.</param>
/// <param name="Words">What is promised, a word each: <c>integer</c>, <c>required</c>, <c>default=20</c>, <c>@2</c>.</param>
internal sealed record Fact(FactKind Kind, string Owner, string Part, string Name, EquatableArray<string> Words)
{
    /// <summary>Gets where the document says it, as a JSON pointer; it is no part of the promise.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Gets its key in the lock, where it is compared under another one; empty: it is its own.</summary>
    public string LockKey { get; init; } = "";

    /// <summary>Gets the fact as it is compared, with the place of this one in the lock.</summary>
    public Fact Respelled(Fact other) => other with { LockKey = LockKey.Length > 0 ? LockKey : LockText.Escape(this) };

    /// <summary>Gets what tells the fact from all others: what is on the wire.</summary>
    public string Key => FactKey.Of(Kind, Owner, Part);

    /// <summary>Gets what it is about, in words: <c>'limit' of GET /api/items</c>.</summary>
    public string Subject => Kind switch
    {
        FactKind.Body => $"the body of {Owner}",
        FactKind.Parameter when Part.Split([' '], 2) is [var place, var name] =>
            place is "header" or "cookie" ? $"the {place} '{name}' of {Owner}" : $"'{name}' of {Owner}",
        FactKind.Header => $"the header '{Part}' of the answer of {Owner}",
        FactKind.Parameter => $"the query of {Owner}",
        FactKind.Method => $"the {Part} of {Owner}",
        _ => $"'{Part}' of {Owner}",
    };

    /// <summary>Gets whether what reads it may get null: it may be null, or be left out with nothing that counts then.</summary>
    public bool MayBeNull => Type?.EndsWith("?", System.StringComparison.Ordinal) == true || (Has("optional") && Get(BoundText.Default) is null);

    /// <summary>Gets whether a word stands there.</summary>
    public bool Has(string word) => Words.Any(own => own == word);

    /// <summary>Gets the value of a word such as <c>default=20</c>; null: it does not stand there.</summary>
    public string? Get(string name)
    {
        foreach (string word in Words)
        {
            if (word.Length > name.Length && word[name.Length] == '=' && word.StartsWith(name, System.StringComparison.Ordinal))
            {
                return word.Substring(name.Length + 1);
            }
        }

        return null;
    }

    /// <summary>Gets where a parameter stands among those of its call, from 1; null: it is none.</summary>
    public int? Position => !Words.IsEmpty && Words[Words.Count - 1] is ['@', .. var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int position) ? position : null;

    /// <summary>Gets the type, which is the first word of all but operations; null: there is none.</summary>
    public string? Type => Kind == FactKind.Operation || Words.IsEmpty ? null : Words[0];
}
