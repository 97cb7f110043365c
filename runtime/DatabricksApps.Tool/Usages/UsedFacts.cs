using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Tool.Usages;

/// <summary>Tells which changes touch the code of a project: facts by their names in C#, against what its code uses.</summary>
internal sealed class UsedFacts
{
    private readonly CodeUsage _usage;
    private readonly FactIndex _was;
    private readonly FactIndex _now;
    private readonly HashSet<string> _calls;
    private readonly HashSet<string> _whole;
    private readonly HashSet<string> _types;

    /// <param name="usage">What the code uses.</param>
    /// <param name="before">What was accepted, or what the document promised before.</param>
    /// <param name="now">What the document promises.</param>
    public UsedFacts(CodeUsage usage, EquatableArray<Fact> before, EquatableArray<Fact> now)
    {
        _usage = usage;
        _was = new FactIndex(before);
        _now = new FactIndex(now);
        _calls = [.. before.Concat(now).Where(fact => fact.Kind is FactKind.Operation or FactKind.Method && usage.Calls.Contains(fact.Name)).Select(fact => fact.Owner)];

        // What is sent as a whole, or shown, is so with all that it holds.
        _whole = TypeClosure.Of(usage.Whole, [_was, _now]);
        _types = [.. _whole, .. usage.Types, .. usage.Reads.Concat(usage.Sets).Concat(usage.Uses).Select(name => name.Split('.')[0])];
        _types.UnionWith(_calls.SelectMany(Parts).Concat(MembersUsed(before.Concat(now))).SelectMany(TypeClosure.NamedIn).ToList());
    }

    /// <summary>Tells whether code that the project has can mean something else, or no longer compile, because of a change.</summary>
    public bool Touches(Change change) => new[] { change.Before, change.After }.OfType<Fact>().Any(fact => Touches(change.Kind, fact));

    private bool Touches(string kind, Fact fact) => fact.Kind switch
    {
        FactKind.Type => _types.Contains(fact.Owner),
        FactKind.Member => _whole.Contains(fact.Owner) || Members(kind, fact),
        FactKind.Value or FactKind.Case when kind.EndsWith(".added", StringComparison.Ordinal) => _types.Contains(fact.Owner),
        FactKind.Value or FactKind.Case => _whole.Contains(fact.Owner) || _usage.Uses.Contains($"{fact.Owner}.{fact.Name}"),
        FactKind.Method => _usage.Calls.Contains(fact.Name),
        FactKind.Answer => new[] { _was, _now }.Any(index => index.Owner(fact) is { } operation && _usage.Calls.Contains(operation.Name)),
        _ => _calls.Contains(fact.Owner),
    };

    private bool Members(string kind, Fact fact)
    {
        string name = $"{fact.Owner}.{(fact.Part == "*" ? "AdditionalProperties" : fact.Name)}";
        bool isSet = _usage.Sets.Contains(name), isRead = _usage.Reads.Contains(name);
        return kind switch
        {
            // What is not given matters as much as what is.
            "property.added.required" or "property.required" or "property.default" => isSet || _usage.Sets.Any(set => set == fact.Owner || set.StartsWith(fact.Owner + ".", StringComparison.Ordinal)),
            "property.optional" or "property.nullable.widened" => isRead,
            "property.nullable.narrowed" or "constraint.narrowed" => isSet,
            _ => isSet || isRead,
        };
    }

    private IEnumerable<Fact> Parts(string owner) =>
        new[] { FactKind.Parameter, FactKind.Body, FactKind.Field, FactKind.Answer, FactKind.Method, FactKind.Error }.SelectMany(kind => _was.Of(kind, owner).Concat(_now.Of(kind, owner)));

    private IEnumerable<Fact> MembersUsed(IEnumerable<Fact> facts) => facts.Where(fact =>
        fact.Kind == FactKind.Member && (_usage.Reads.Contains($"{fact.Owner}.{fact.Name}") || _usage.Sets.Contains($"{fact.Owner}.{fact.Name}")));
}
