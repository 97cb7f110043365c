using System.ComponentModel;

namespace DatabricksApps.Generated;

/// <summary>What the document asks of a value beyond its type: bounds, lengths, a pattern, members that go together.</summary>
/// <remarks>Rules refer to each other by functions, since the rule of a tree refers to itself.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonRule
{
    /// <summary>Gets the rule that this one is; null: it is its own.</summary>
    public Func<JsonRule>? Same { get; init; }

    /// <summary>Gets the kinds of values that it speaks of; none: any. It tells the cases of a union apart, and is not checked by itself.</summary>
    public JsonRuleKinds Kinds { get; init; }

    /// <summary>Gets the least number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Gets the greatest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Gets what a number must be greater than.</summary>
    public decimal? ExclusiveMinimum { get; init; }

    /// <summary>Gets what a number must be less than.</summary>
    public decimal? ExclusiveMaximum { get; init; }

    /// <summary>Gets what a number must be a multiple of.</summary>
    public decimal? MultipleOf { get; init; }

    /// <summary>Gets whether the number may be written as a string, as Pydantic's <c>Decimal</c> is.</summary>
    public bool IsNumberInText { get; init; }

    /// <summary>Gets how many characters (Unicode code points, as JSON Schema counts) a string has at least.</summary>
    public int? MinLength { get; init; }

    /// <summary>Gets how many characters a string has at most.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Gets the regular expression that a string must match somewhere.</summary>
    public string? Pattern
    {
        get => Matcher?.ToString();
        init => Matcher = value is null ? null : new JsonRulePattern(value);
    }

    /// <summary>Gets how many items an array has at least.</summary>
    public int? MinItems { get; init; }

    /// <summary>Gets how many items an array has at most.</summary>
    public int? MaxItems { get; init; }

    /// <summary>Gets how many members an object has at least.</summary>
    public int? MinProperties { get; init; }

    /// <summary>Gets how many members an object has at most.</summary>
    public int? MaxProperties { get; init; }

    /// <summary>Gets the rules of the first items, one each.</summary>
    public IReadOnlyList<JsonRule?> FirstItems { get; init; } = [];

    /// <summary>Gets the rule of the other items.</summary>
    public JsonRule? Items { get; init; }

    /// <summary>Gets the rules of members, in the document's order.</summary>
    public IReadOnlyList<(string Name, JsonRule Rule)> Members { get; init; } = [];

    /// <summary>Gets the rule of the members without a rule of their own.</summary>
    public JsonRule? OtherMembers { get; init; }

    /// <summary>Gets the names of members that have no rule of their own, and not that of the others.</summary>
    public IReadOnlyList<string> FreeMembers { get; init; } = [];

    /// <summary>Gets the members that must be there; it tells the cases of a union apart, and is not checked by itself: C# asks for them.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Gets the sets of members of which all of one must be there.</summary>
    public IReadOnlyList<string[]> AnyRequired { get; init; } = [];

    /// <summary>Gets the members that must be there where another one is.</summary>
    public IReadOnlyList<(string Name, string[] Others)> DependentRequired { get; init; } = [];

    /// <summary>Gets rules that all hold.</summary>
    public IReadOnlyList<JsonRule> All { get; init; } = [];

    /// <summary>Gets rules of which one holds: the cases of a union.</summary>
    public IReadOnlyList<JsonRule> Any { get; init; } = [];

    /// <summary>Gets the member that names the case of <see cref="Any"/>.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets, of a case, the values of the tag that mean it.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets, of a case without a tag, what the app calls it in the place of an error.</summary>
    public string? Case { get; init; }

    internal JsonRulePattern? Matcher { get; private init; }
}
