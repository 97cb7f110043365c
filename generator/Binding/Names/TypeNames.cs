using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Directions;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The pass that names the types of a client: its result, a table of names.</summary>
/// <remarks>
/// What an author has named comes first, then what is made of a place: a made-up name never takes an author's one.
/// </remarks>
internal sealed class TypeNames
{
    private readonly NamedTypes _types;
    private readonly ComponentTypes _components;
    private readonly TypePlaces _places;
    private readonly IReadOnlyDictionary<object, CallName> _calls;
    private readonly KeptNames _kept;
    private readonly TypeParts _parts;
    private readonly Lazy<HashSet<string>> _receivedInline;
    private readonly NameScope _scope;
    private readonly Dictionary<ApiComponent, string> _byComponent = new();
    private readonly Dictionary<ApiComponent, string> _requests = new();
    private readonly Dictionary<NamedType, string> _byType = new();
    private readonly Dictionary<NamedType, TypePlace> _homes = new();
    private readonly Dictionary<object, string> _others = new();

    private TypeNames(
        NamedTypes types,
        ComponentTypes components,
        TypePlaces places,
        IReadOnlyDictionary<object, CallName> calls,
        IEnumerable<string> reserved,
        KeptNames kept)
    {
        _types = types;
        _components = components;
        _places = places;
        _calls = calls;
        _scope = new NameScope(ReservedNames.Types, reserved);
        _kept = kept;
        _parts = new TypeParts(types);
        _receivedInline = new Lazy<HashSet<string>>(() => new HashSet<string>(
            types.All.Where(type => type.First.Direction == Direction.Received && ComponentOf(type) is null).Select(type => type.First.Schema.Pointer),
            StringComparer.Ordinal));
    }

    /// <summary>Gets what the user should know.</summary>
    public Findings Findings { get; } = new();

    /// <param name="types">The types.</param>
    /// <param name="components">The components of the document.</param>
    /// <param name="places">Where the inline types stand.</param>
    /// <param name="calls">The names of operations and endpoints.</param>
    /// <param name="others">The types that are no schema: the classes of groups, results of several answers.</param>
    /// <param name="reserved">The names of the client itself.</param>
    /// <param name="kept">The names that a lock keeps.</param>
    public static TypeNames Assign(
        NamedTypes types,
        ComponentTypes components,
        TypePlaces places,
        IReadOnlyDictionary<object, CallName> calls,
        IReadOnlyList<(object Owner, Wanted Wanted)> others,
        IEnumerable<string> reserved,
        KeptNames kept)
    {
        TypeNames names = new(types, components, places, calls, reserved, kept);
        names.Keep(types.All, others);
        names.NameComponents(types.All);
        names.NameOthers(types.All, others);
        return names;
    }

    public string Of(NamedType type) => _byType[type];

    /// <summary>Gets the name of a component, of the model of responses where there are two.</summary>
    public string Of(ApiComponent component) => RootOf(component, Direction.Received);

    /// <summary>Gets the name of a type that is no schema.</summary>
    public string OfOther(object owner) => _others[owner];

    /// <summary>Gets the component that a type is; null: an inline type.</summary>
    public static ApiComponent? ComponentOf(NamedType type)
    {
        foreach (Shape shape in type.Shapes)
        {
            if (shape.Component is { } component)
            {
                return component;
            }
        }

        return null;
    }

    /// <summary>Gets the place after which an inline type is named; null for a component.</summary>
    public TypePlace? HomeOf(NamedType type) => _homes.TryGetValue(type, out TypePlace? home) ? home : null;

    // Before any is named: a new component must not take the name of an inline type.
    private void Keep(IReadOnlyList<NamedType> types, IReadOnlyList<(object Owner, Wanted Wanted)> others) => _scope.Keep(
        _components.Components.Select(KeptOf).Concat(types.Select(KeptOf)).Concat(others.Select(other => other.Wanted.Claim.Kept)));

    private string KeptOf(ApiComponent component) => _kept.TypeOf(PlacesOf(component), isOnlySent: false, TypeNow.Nothing);

    private string KeptOf(NamedType type) => ComponentOf(type) is { } component
        ? _kept.TypeOf(PlacesOf(component), IsRequest(type, component), _parts.Of(type))
        : _kept.TypeOf(
            type.Shapes.Select(shape => shape.Schema.Pointer),
            type.First.Direction == Direction.Sent && _receivedInline.Value.Contains(type.First.Schema.Pointer),
            _parts.Of(type));

    private IEnumerable<string> PlacesOf(ApiComponent component) => new[] { component }.Concat(_components.All(component)).Select(c => c.Schema.Pointer);

    private void NameComponents(IReadOnlyList<NamedType> types)
    {
        IReadOnlyDictionary<ApiComponent, ApiComponent> aliases = ComponentAliases.Find(_components);
        HashSet<ApiComponent> given = new(aliases.Values);
        List<ApiComponent> canonical = _components.Components.Where(c => _components.Canonical(c) == c && !given.Contains(c)).ToList();

        // A reference may point into a schema rather than at a component: what it points at has no name by its author.
        HashSet<ApiComponent> known = new(canonical);
        List<ApiComponent> pointedAt = types.Select(ComponentOf).OfType<ApiComponent>().Where(c => !known.Contains(c)).Distinct().ToList();
        foreach (List<ApiComponent> group in new[] { canonical, pointedAt })
        {
            List<NameClaim> claims = group.Select(c => new NameClaim(c.Schema.Pointer, CandidatesOf(c, aliases)) { Kept = KeptOf(c) }).ToList();
            _scope.Assign(claims);
            for (int i = 0; i < claims.Count; i++)
            {
                _byComponent.Add(group[i], claims[i].Name);
                claims[i].Report(Findings, group[i].Schema.Pointer, $"the type");
            }
        }

        foreach (KeyValuePair<ApiComponent, ApiComponent> alias in aliases)
        {
            _byComponent[alias.Value] = _byComponent[alias.Key];
        }
    }

    private IEnumerable<string> CandidatesOf(ApiComponent component, IReadOnlyDictionary<ApiComponent, ApiComponent> aliases)
    {
        IEnumerable<string> own = ComponentNames.Candidates(component, _components);
        return aliases.TryGetValue(component, out ApiComponent? alias) ? ComponentNames.Candidates(alias, _components).Take(1).Concat(own) : own;
    }

    private void NameOthers(IReadOnlyList<NamedType> types, IReadOnlyList<(object Owner, Wanted Wanted)> others)
    {
        // A request's model has a name of its own where the response's is another one. What stands in it is named after it.
        List<NamedType> requests = types.Where(type => ComponentOf(type) is { } component && IsRequest(type, component)).ToList();
        List<NameClaim> claims = requests.Select(RequestClaim).ToList();
        _scope.Assign(claims);
        for (int i = 0; i < requests.Count; i++)
        {
            _requests[ComponentOf(requests[i])!] = claims[i].Name;
            claims[i].Report(Findings, claims[i].Place, $"the model of its requests");
        }

        List<(NamedType Type, NameClaim Claim)> inline = new();
        foreach (NamedType type in types)
        {
            if (ComponentOf(type) is { } component)
            {
                _byType.Add(type, RootOf(component, type.First.Direction));
            }
            else
            {
                inline.Add((type, ClaimOf(type)));
            }
        }

        _scope.Assign(inline.Select(i => i.Claim).Concat(others.Select(o => o.Wanted.Claim)).ToList());
        foreach ((NamedType type, NameClaim claim) in inline)
        {
            _byType.Add(type, claim.Name);
            claim.Report(Findings, type.First.Schema.Pointer, $"the type");
        }

        foreach ((object owner, Wanted wanted) in others)
        {
            _others.Add(owner, wanted.Claim.Name);
            wanted.Report(Findings);
        }
    }

    private bool IsRequest(NamedType type, ApiComponent component) => type.First.Direction == Direction.Sent && _types.Graph.IsReceived(component);

    private NameClaim RequestClaim(NamedType type)
    {
        ApiComponent component = ComponentOf(type)!;
        return new NameClaim(component.Schema.Pointer, new[] { _byComponent[component] + "Input", _byComponent[component] + "Request" }) { Kept = KeptOf(type) };
    }

    private string RootOf(ApiComponent component, Direction direction)
    {
        component = _components.Canonical(component);
        return direction == Direction.Sent && _requests.TryGetValue(component, out string? request) ? request
            : _byComponent.TryGetValue(component, out string? name) ? name
            : WordNames.Word(component.Name);
    }

    private NameClaim ClaimOf(NamedType type)
    {
        string place = string.Join(" ", type.First.Schema.Pointer, type.First.As, type.First.Direction);
        if (type.Content is UnionContent { IsOfScalars: true } scalars)
        {
            List<TypeKind> kinds = scalars.Cases.Select(c => ((ScalarContent)_types.ContentOf(c.Type)).Kind).OrderBy(kind => kind).ToList();
            string secret = SchemaFacts.IsSecret(type.First.Schema) ? "Secret" : "";
            return new NameClaim(place, new[]
            {
                secret + string.Join("Or", kinds.Select(kind => CaseNames.Of(TypeRef.Of(kind)))),
                secret + string.Join("Or", kinds),
            })
            {
                Kept = KeptOf(type),
            };
        }

        List<TypePlace> places = type.Shapes
            .SelectMany(shape => _places.Of(shape).Select(found => PlaceOf(shape, found)))
            .OrderBy(found => found.Text, StringComparer.Ordinal)
            .ToList();
        if (places.All(found => found.Component == places[0].Component && found.Call == places[0].Call))
        {
            _homes.Add(type, places[0]);
        }

        return new NameClaim(place, InlineNames.Candidates(places, type.Content, NameOfCases(type.Content) ?? TitleOf(type))) { Kept = KeptOf(type) };
    }

    private TypePlace PlaceOf(Shape shape, Standing found)
    {
        IReadOnlyList<string> roles = RolePath.Words(found.Roles);
        if (found.Component is { } component)
        {
            return new TypePlace(component, null, RootOf(component, shape.Direction), "", roles);
        }

        CallName call = found.Call is null ? new CallName("", "") : _calls[found.Call];
        return new TypePlace(null, found.Call, call.Name, call.Group, roles);
    }

    private static string? TitleOf(NamedType type) =>
        type.First.Schema.Title is { } title && type.Shapes.All(shape => shape.Schema.Title == title) && Words.Pascal(title) is { Length: > 0 } name ? name : null;

    // A union of few types that have names by themselves is named by them: no other place says more.
    private string? NameOfCases(ShapeContent content)
    {
        const int Longest = 80;
        if (content is not UnionContent union)
        {
            return null;
        }

        List<string?> names = union.Cases.Select(c => NameOfCase(c.Type)).ToList();
        string name = string.Join("Or", names);
        return names.Contains(null) || name.Length > Longest ? null : name;
    }

    private string? NameOfCase(ShapeUse use)
    {
        Shape shape = _types.Resolve(use).Shape;
        return _types.ContentOf(use) switch
        {
            ScalarContent scalar => CaseNames.Of(TypeRef.Of(scalar.Kind)),
            ListContent list => NameOfCase(list.Item) is { } item ? item + "List" : null,
            MapContent map => NameOfCase(map.Value) is { } value ? value + "Map" : null,
            _ => shape.Component is { } component ? RootOf(component, shape.Direction) : null,
        };
    }
}
