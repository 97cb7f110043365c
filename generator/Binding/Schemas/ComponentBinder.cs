using System.Collections.Generic;
using System.Linq;
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
    private readonly Dictionary<ApiComponent, string> _names;
    private readonly Dictionary<ApiComponent, TypeRef> _bound = new();
    private readonly HashSet<ApiComponent> _underWay = new();
    private readonly HashSet<ApiComponent> _usedUnderWay = new();

    public ComponentBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _schemas = schemas;
        _twins = Twins.Find(context.Document.Schemas);
        _names = ComponentNames.Propose(context.Document.Schemas, _twins, context.TypeNames);
    }

    public bool IsBound(ApiComponent component) => _bound.ContainsKey(Canonical(component));

    public TypeRef Bind(ApiComponent component)
    {
        component = Canonical(component);
        if (_bound.TryGetValue(component, out TypeRef? type))
        {
            if (_underWay.Contains(component))
            {
                _usedUnderWay.Add(component);
            }

            return type;
        }

        if (!_underWay.Add(component))
        {
            return _schemas.Untyped(component.Schema, $"'{component.Name}' contains itself without an object or a union between, which C# cannot name");
        }

        type = _schemas.Bind(component.Schema, new Hint(NameOf(component), component.Name, component));
        _underWay.Remove(component);
        _bound[component] = type;
        return type;
    }

    /// <summary>Makes a component's type known while its members are still being bound.</summary>
    public void Declare(ApiComponent component, TypeRef type) => _bound[component] = type;

    /// <summary>Takes a declaration back, unless a member has used it.</summary>
    public bool TryRetract(ApiComponent component) => !_usedUnderWay.Contains(component) && _bound.Remove(component);

    /// <summary>Gets the places that a component's type stands for: its own and its twin's.</summary>
    public string[] Pointers(ApiComponent component) =>
        _twins.TryGetValue(component, out ApiComponent? twin)
            ? new[] { component.Schema.Pointer, twin.Schema.Pointer }
            : new[] { component.Schema.Pointer };

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

    private ApiComponent Canonical(ApiComponent component) =>
        _twins.TryGetValue(component, out ApiComponent? twin) && Twins.IsInput(twin) ? twin : component;
}
