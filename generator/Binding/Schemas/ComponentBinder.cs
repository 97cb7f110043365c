using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Binds each component schema once, however often and however recursively it is used.</summary>
internal sealed class ComponentBinder
{
    private readonly BindingContext _context;
    private readonly SchemaBinder _schemas;
    private readonly IReadOnlyDictionary<ApiComponent, ApiComponent> _twins;
    private readonly IReadOnlyDictionary<ApiComponent, ApiComponent> _nullables;
    private readonly ILookup<ApiComponent, ApiComponent> _others;
    private readonly Dictionary<ApiComponent, string> _names;
    private readonly Dictionary<ApiComponent, string> _requestNames = new();
    private readonly Dictionary<(ApiComponent, Direction), TypeRef> _bound = new();
    private readonly HashSet<(ApiComponent, Direction)> _underWay = new();
    private readonly HashSet<(ApiComponent, Direction)> _usedUnderWay = new();

    public ComponentBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _twins = Twins.Find(context.Document.Schemas);
        _nullables = NullableTwins.Find(context.Document.Schemas, _twins, schemas.Families);
        _others = context.Document.Schemas.Where(c => Canonical(c) != c).ToLookup(Canonical);
        _names = ComponentNames.Propose(context.Document.Schemas, _twins, _nullables, context.TypeNames);
    }

    /// <summary>Tells whether a component has a type, of requests or of responses.</summary>
    public bool IsBound(ApiComponent component)
    {
        component = Canonical(component);
        return _bound.ContainsKey((component, Direction.Received)) || _bound.ContainsKey((component, Direction.Sent));
    }

    public TypeRef Bind(ApiComponent component, Direction direction) =>
        SchemaBinder.WithNull(BindCanonical(Canonical(component), direction), _nullables.ContainsKey(component));

    private TypeRef BindCanonical(ApiComponent component, Direction direction)
    {
        bool isReceived = IsReceived(component);
        if (direction == Direction.Received && !isReceived && _bound.ContainsKey((component, Direction.Sent)))
        {
            // No operation receives it: what else holds it has the model of requests.
            return BindOnce(component, Direction.Sent);
        }

        bool differs = direction == Direction.Sent && _schemas.Directions.Differs(component.Schema);
        if (differs && isReceived)
        {
            // What does not differ is one type for both, which is named after the response's.
            BindOnce(component, Direction.Received);
        }

        return BindOnce(component, differs ? Direction.Sent : Direction.Received);
    }

    private TypeRef BindOnce(ApiComponent component, Direction direction)
    {
        (ApiComponent, Direction) key = (component, direction);
        if (_bound.TryGetValue(key, out TypeRef? type))
        {
            if (_underWay.Contains(key))
            {
                _usedUnderWay.Add(key);
            }

            return type;
        }

        if (!_underWay.Add(key))
        {
            return _schemas.Untyped(component.Schema, $"'{component.Name}' contains itself without an object or a union between, which C# cannot name");
        }

        type = _schemas.Bind(component.Schema, new Hint(NameOf(component, direction), component.Name, component, Direction: direction));
        _underWay.Remove(key);
        _bound[key] = type;
        return type;
    }

    /// <summary>Makes a component's type known while its members are still being bound.</summary>
    public void Declare(ApiComponent component, Direction direction, TypeRef type)
    {
        _bound[(component, direction)] = type;
        _schemas.AddName();
    }

    /// <summary>Takes a declaration back, unless a member has used it.</summary>
    public bool TryRetract(ApiComponent component, Direction direction) =>
        !_usedUnderWay.Contains((component, direction)) && _bound.Remove((component, direction));

    /// <summary>Gets the places that a component's type stands for: its own and its twins'.</summary>
    public string[] Pointers(ApiComponent component) => All(component).Select(c => c.Schema.Pointer).ToArray();

    /// <summary>Tells whether a component, or a twin of it, is part of a response.</summary>
    public bool IsReceived(ApiComponent component) => All(component).Any(c => _schemas.Directions.IsReceived(c.Schema));

    // A request's model has a name of its own where the response's is another one.
    private string NameOf(ApiComponent component, Direction direction)
    {
        string name = NameOf(component);
        if (direction == Direction.Received || !IsReceived(component))
        {
            return name;
        }

        if (!_requestNames.TryGetValue(component, out string? requestName))
        {
            requestName = _context.TypeNames.Take(name + "Input", name + "Request");
            _requestNames.Add(component, requestName);
        }

        return requestName;
    }

    // A reference may point into a schema rather than at a component: what it points at gets a name when it is met.
    private string NameOf(ApiComponent component)
    {
        if (!_names.TryGetValue(component, out string? name))
        {
            name = _context.TypeNames.Take(Words.Pascal(component.Name), Words.PascalWithSymbols(component.Name));
            _names.Add(component, name);
        }

        return name;
    }

    private IEnumerable<ApiComponent> All(ApiComponent component) => _others[component].Prepend(component);

    // Of a pair the input counts, which requires less: what a request may leave out, no caller should have to give.
    private ApiComponent Canonical(ApiComponent component) =>
        _nullables.TryGetValue(component, out ApiComponent? plain) ? plain
        : _twins.TryGetValue(component, out ApiComponent? twin) && Twins.IsInput(twin) ? twin
        : component;
}
