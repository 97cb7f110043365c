using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>The names, and the order of parameters, that a lock keeps: whatever the document says now, what it named then is called so.</summary>
internal sealed class KeptNames
{
    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Fact>> _typesByPlace = new(StringComparer.Ordinal);

    private readonly EquatableArray<Fact> _all;
    private readonly WirePlaces _places;

    // What types are made of, without what else an object may hold.
    private readonly Lazy<ILookup<string, Fact>> _parts;

    // The calls of the document that the lock has with other names of path parameters.
    private readonly Dictionary<string, string> _calls = new(StringComparer.Ordinal);

    private KeptNames(EquatableArray<Fact> facts, WirePlaces places, IEnumerable<string> calls)
    {
        _all = facts;
        _places = places;
        foreach (KeyValuePair<string, string> pair in RouteNames.Pair(facts.Where(fact => fact.Kind == FactKind.Operation).Select(fact => fact.Owner), calls))
        {
            _calls.Add(pair.Value, pair.Key);
        }

        _parts = new Lazy<ILookup<string, Fact>>(() => _all
            .Where(fact => fact.Kind is (FactKind.Member or FactKind.Value or FactKind.Case) && fact.Part != "*")
            .ToLookup(fact => fact.Owner, StringComparer.Ordinal));
        foreach (Fact fact in facts)
        {
            _facts[FactKey.Of(fact.Kind, fact.Owner, FactKey.Fold(fact.Kind, fact.Part))] = fact;
            if (fact.Kind == FactKind.Type && fact.Get("at") is { } at)
            {
                string place = WirePlaces.WithoutNames(WirePlaces.WithoutNumbers(at) ?? at);
                if (!_typesByPlace.TryGetValue(place, out List<Fact>? types))
                {
                    _typesByPlace.Add(place, types = new List<Fact>());
                }

                types.Add(fact);
            }
        }
    }

    /// <summary>Gets what is kept without a lock: nothing.</summary>
    public static KeptNames None { get; } = new(default, WirePlaces.None, []);

    public static KeptNames Of(EquatableArray<Fact> facts) => new(facts, WirePlaces.None, []);

    /// <summary>Gets the same for a document, whose places are spelled as the lock does.</summary>
    /// <param name="places">How it does.</param>
    /// <param name="calls">The calls of the document.</param>
    public KeptNames In(Func<WirePlaces> places, IEnumerable<string> calls) => _all.IsEmpty ? this : new KeptNames(_all, places(), calls);

    /// <summary>Tells whether the lock names the method of a call.</summary>
    /// <param name="call">The call, such as <c>GET /api/items</c>.</param>
    public bool Knows(string call) => Find(FactKind.Operation, call, "") is not null;

    /// <summary>Gets the group of a call; empty: it had none.</summary>
    public string GroupOf(string call) => Find(FactKind.Operation, call, "")?.Name is { } name && name.LastIndexOf('.') is > 0 and int dot ? name.Substring(0, dot) : "";

    /// <summary>Gets the first method of a call; empty: it is not kept.</summary>
    public string MethodOf(string call) => MethodOf(Find(FactKind.Operation, call, ""));

    /// <summary>Gets the method of a call that reads a kind of its answers; empty: it is not kept.</summary>
    public string MethodOf(string call, string kind) => KindOf(call) == kind ? MethodOf(call) : MethodOf(Find(FactKind.Method, call, kind));

    /// <summary>Gets which kind of answers the first method of a call reads; empty: it is not known.</summary>
    public string KindOf(string call) => Find(FactKind.Answer, call, "")?.Type is { } type ? AnswerKinds.OfType(type) : "";

    /// <summary>Gets the type that the method of a call gives that reads a kind of its answers; empty: it is not kept, or stands elsewhere.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kind">The kind of answers.</param>
    /// <param name="place">Where it has to stand in the document, as a JSON pointer.</param>
    public string ResultOf(string call, string kind, string place)
    {
        Fact? answer = KindOf(call) == kind ? Find(FactKind.Answer, call, "") : Find(FactKind.Method, call, kind);
        return answer?.Type is { } type && AnswerKinds.ItemOf(type).TrimEnd('?') is var name
            && Find(FactKind.Type, name, "")?.Get("at") is { } at && WirePlaces.WithoutNames(at) == WirePlaces.WithoutNames(_places.Of(place)) ? name : "";
    }

    private static string MethodOf(Fact? method) => method is null ? "" : method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    /// <summary>Gets the name of a parameter; empty: it is not kept.</summary>
    public string ParameterOf(string call, ParameterLocation location, string wireName) => NameOf(FactKind.Parameter, call, FactKey.PartOf(location, wireName));

    /// <summary>Gets where a parameter stands among those of its call; what is new stands after all others.</summary>
    public int PositionOf(string call, ParameterLocation location, string wireName) => PositionOf(FactKind.Parameter, call, FactKey.PartOf(location, wireName));

    /// <summary>Gets the name of the parameter that is a whole body; empty: it is not kept.</summary>
    public string BodyOf(string call) => NameOf(FactKind.Body, call, "");

    /// <summary>Gets the name of the parameter of a field of a body; empty: it is not kept.</summary>
    public string FieldOf(string call, string wireName) => NameOf(FactKind.Field, call, wireName);

    /// <summary>Gets where a field stands among those of its call; what is new stands after all others.</summary>
    public int PositionOfField(string call, string wireName) => PositionOf(FactKind.Field, call, wireName);

    /// <summary>Gets the name of a type; empty: it is not kept.</summary>
    /// <param name="places">Where it stands in the document, as JSON pointers: the first that the lock knows counts.</param>
    /// <param name="isOnlySent">Whether it is the model of requests where responses have another one.</param>
    /// <param name="now">
    /// What it is made of. Of alternatives, whose numbers are no places, the name is kept for what says the same.
    /// </param>
    public string TypeOf(IEnumerable<string> places, bool isOnlySent, TypeNow now)
    {
        if (_typesByPlace.Count == 0)
        {
            return "";
        }

        foreach (string place in places.Select(_places.Of))
        {
            string? alternatives = WirePlaces.WithoutNumbers(place);
            if (_typesByPlace.TryGetValue(WirePlaces.WithoutNames(alternatives ?? place), out List<Fact>? types))
            {
                return alternatives is null ? OneOf(types, isOnlySent) : OneOf(Alike(types, place, now), isOnlySent);
            }
        }

        return "";
    }

    // Where there was one type for both ways, it is that of responses.
    private static string OneOf(List<Fact> types, bool isOnlySent) => types.Count switch
    {
        0 => "",
        1 => isOnlySent ? "" : types[0].Name,
        _ => types.Find(type => IsOnlySent(type) == isOnlySent)?.Name ?? "",
    };

    // What says something else than any of them is the one that had its number, if none came or went, and that is no other now.
    private List<Fact> Alike(List<Fact> types, string place, TypeNow now)
    {
        IReadOnlyList<TypePart> parts = now.Parts();
        List<Fact> alike = types.FindAll(type => TypePart.AreAlike(PartsOf(type.Owner), parts));
        if (alike.Count == 0 && now.Alternatives() is var all && all.Count == types.Count)
        {
            return types.FindAll(type => SamePlace(type, place) && TypePart.MayBeOne(PartsOf(type.Owner), parts)
                && !all.Any(other => TypePart.AreAlike(PartsOf(type.Owner), other)));
        }

        return alike.Select(type => type.Get("at")).Distinct().Count() > 1 ? alike.FindAll(type => SamePlace(type, place)) : alike;
    }

    private static bool SamePlace(Fact type, string place) => type.Get("at") is { } at && WirePlaces.WithoutNames(at) == WirePlaces.WithoutNames(place);

    private List<TypePart> PartsOf(string type) => _parts.Value[type]
        .Select(fact => new TypePart(fact.Kind == FactKind.Case ? TypePart.Case : fact.Part, fact.Kind == FactKind.Member ? fact.Get(BoundText.Value) : null))
        .ToList();

    /// <summary>Gets the name of a member; empty: it is not kept.</summary>
    public string MemberOf(string type, string wireName) => NameOf(FactKind.Member, type, TypePart.Member(wireName));

    /// <summary>Gets the name of a value of an enum; empty: it is not kept.</summary>
    public string ValueOf(string type, string wire) => NameOf(FactKind.Value, type, wire);

    /// <summary>Gets the name of a case of a union; empty: it is not kept.</summary>
    public string CaseOf(string type, TypeRef one) => NameOf(FactKind.Case, type, TypeText.Of(one));

    /// <summary>Gets where a case stands among those of its union; what is new stands after all others.</summary>
    public int PositionOfCase(string type, TypeRef one) => PositionOf(FactKind.Case, type, TypeText.Of(one));

    private static bool IsOnlySent(Fact type) => type.Has(TypeDirections.Sent) && !type.Has(TypeDirections.Received);

    private Fact? Find(FactKind kind, string owner, string part)
    {
        if (_calls.Count > 0 && kind < FactKind.Type && _calls.TryGetValue(owner, out string? call))
        {
            part = kind == FactKind.Parameter ? RouteNames.PartIn(part, owner, call) : part;
            owner = call;
        }

        return _facts.Count > 0 && _facts.TryGetValue(FactKey.Of(kind, owner, FactKey.Fold(kind, part)), out Fact? fact) && fact.Kind == kind ? fact : null;
    }

    private string NameOf(FactKind kind, string owner, string part) => Find(kind, owner, part)?.Name ?? "";

    private int PositionOf(FactKind kind, string owner, string part) => Find(kind, owner, part)?.Position ?? int.MaxValue;
}
