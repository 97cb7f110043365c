using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Components;

/// <summary>The pass that tells which components are one type: twins of requests and responses, and nullable twins.</summary>
internal sealed class ComponentTypes
{
    private readonly IReadOnlyDictionary<ApiComponent, ApiComponent> _twins;
    private readonly IReadOnlyDictionary<ApiComponent, ApiComponent> _nullables;
    private readonly ILookup<ApiComponent, ApiComponent> _others;
    private ILookup<string, ApiComponent>? _byKey;

    public ComponentTypes(IReadOnlyList<ApiComponent> components)
    {
        Components = components;
        Families = new Families(components);
        _twins = Twins.Find(components);
        _nullables = NullableTwins.Find(components, _twins, Families);
        _others = components.Where(c => Canonical(c) != c).ToLookup(Canonical);
    }

    public IReadOnlyList<ApiComponent> Components { get; }

    /// <summary>Gets the component of a key; null: there is none.</summary>
    public ApiComponent? Find(string key) => (_byKey ??= Components.ToLookup(c => c.Name, StringComparer.Ordinal))[key].FirstOrDefault();

    /// <summary>Gets the base schemas with a discriminator.</summary>
    public Families Families { get; }

    /// <summary>Gets the component that a component's type is made of.</summary>
    /// <remarks>Of a pair the input counts, which requires less: what a request may leave out, no caller should have to give.</remarks>
    public ApiComponent Canonical(ApiComponent component) =>
        _nullables.TryGetValue(component, out ApiComponent? plain) ? plain
        : _twins.TryGetValue(component, out ApiComponent? twin) && Twins.IsInput(twin) ? twin
        : component;

    /// <summary>Tells whether a component is another one or null.</summary>
    public bool IsNullableTwin(ApiComponent component) => _nullables.ContainsKey(component);

    /// <summary>Tells whether a component is one of a pair of requests and responses.</summary>
    public bool IsTwin(ApiComponent component) => _twins.ContainsKey(component);

    /// <summary>Gets all components of one type, that which it is made of first.</summary>
    public IEnumerable<ApiComponent> All(ApiComponent canonical) => _others[canonical].Prepend(canonical);
}
