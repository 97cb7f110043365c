using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Base schemas with a discriminator, and the schemas that inherit them by <c>allOf</c> or stand in their mapping.</summary>
/// <remarks>A value of the base is a value of any of them, so the base becomes a union (OpenAPI, "Discriminator Object").</remarks>
internal sealed class Families
{
    private readonly Dictionary<ApiComponent, IReadOnlyList<ApiComponent>> _members = new();
    private readonly Dictionary<ApiSchema, IReadOnlyList<ApiComponent>> _membersBySchema = new();
    private readonly Dictionary<ApiComponent, List<(string Property, string Tag)>> _tags = new();

    public Families(IReadOnlyList<ApiComponent> components)
    {
        ILookup<ApiComponent, ApiComponent> heirs = components
            .OrderBy(c => c.Name, StringComparer.Ordinal)
            .SelectMany(c => c.Schema.AllOf.Where(part => part.Target is not null), (heir, part) => new Heir(heir, part.Target!))
            .ToLookup(pair => pair.Base, pair => pair.Component);
        foreach (ApiComponent component in components.Where(c => IsBase(c.Schema)))
        {
            List<ApiComponent> members = FindMembers(component, heirs);
            if (members.Count > 0)
            {
                _members.Add(component, members);
                _membersBySchema.Add(component.Schema, members);
            }
        }

        NoteTags(components);
    }

    /// <summary>Gets the values that a component's discriminators have in it, by the document; of a property that may have several, none.</summary>
    public IEnumerable<(string Property, string Tag)> TagsOf(ApiComponent component) => !_tags.TryGetValue(component, out List<(string Property, string Tag)>? tags)
        ? Array.Empty<(string, string)>()
        : tags.Distinct().GroupBy(tag => tag.Property, StringComparer.Ordinal).Where(values => values.Count() == 1).Select(values => values.Single());

    /// <summary>Gets the schemas that inherit a base, without those that a base among them stands for; null if it is no base.</summary>
    public IReadOnlyList<ApiComponent>? MembersOf(ApiComponent? component) =>
        component is not null && _members.TryGetValue(component, out IReadOnlyList<ApiComponent>? members) ? members : null;

    /// <summary>Gets the schemas that inherit a base; null if the schema is none.</summary>
    public IReadOnlyList<ApiComponent>? MembersOf(ApiSchema schema) =>
        _membersBySchema.TryGetValue(schema, out IReadOnlyList<ApiComponent>? members) ? members : null;

    /// <summary>Tells whether a schema inherits a base.</summary>
    public bool Inherits(ApiComponent component, ApiComponent from) => component != from && Below(from).Contains(component);

    /// <summary>Gets a schema and all that inherit it as a base.</summary>
    public IReadOnlyList<ApiComponent> Below(ApiComponent component)
    {
        List<ApiComponent> below = new() { component };
        for (int i = 0; i < below.Count; i++)
        {
            below.AddRange((MembersOf(below[i]) ?? Array.Empty<ApiComponent>()).Where(m => !below.Contains(m)).ToList());
        }

        return below;
    }

    /// <summary>Tells whether a value can be of the base itself: its mapping names it, or it has none.</summary>
    public static bool IsOwnMember(ApiComponent component, IReadOnlyList<ApiComponent> members) =>
        component.Schema.Discriminator is { Mapping: var mapping }
        && (mapping.Count == 0 || members.Count == 1 || mapping.Any(m => m.Value == component));

    // A value of a schema has the tag of it, whether a call names the base, the union or the schema alone.
    private void NoteTags(IReadOnlyList<ApiComponent> components)
    {
        foreach (ApiComponent component in components)
        {
            if (component.Schema.Discriminator is not { } discriminator)
            {
                continue;
            }

            IEnumerable<ApiComponent> tagged = _members.ContainsKey(component)
                ? Below(component).Where(member => member != component)
                : SchemaFacts.Branches(component.Schema).Select(branch => branch.Target).OfType<ApiComponent>();
            foreach (ApiComponent member in tagged)
            {
                if (!_tags.TryGetValue(member, out List<(string Property, string Tag)>? tags))
                {
                    _tags.Add(member, tags = new());
                }

                tags.AddRange(DiscriminatorTags.Stated(discriminator, member, component.Schema).Select(tag => (discriminator.PropertyName, tag)));
            }
        }
    }

    private static bool IsBase(ApiSchema schema) =>
        schema.Discriminator is not null && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0 && SchemaFacts.IsObject(schema);

    private static List<ApiComponent> FindMembers(ApiComponent from, ILookup<ApiComponent, ApiComponent> heirs)
    {
        List<ApiComponent> members = new();
        HashSet<ApiComponent> seen = new() { from };
        Queue<ApiComponent> open = new(from.Schema.Discriminator!.Mapping.Select(m => m.Value).Concat(heirs[from]));
        while (open.Count > 0)
        {
            ApiComponent member = open.Dequeue();
            if (seen.Add(member))
            {
                members.Add(member);
                if (!IsBase(member.Schema))
                {
                    foreach (ApiComponent heir in heirs[member])
                    {
                        open.Enqueue(heir);
                    }
                }
            }
        }

        // What a base among the members stands for is one of its cases.
        foreach (ApiComponent inner in members.Where(m => IsBase(m.Schema)).ToList())
        {
            HashSet<ApiComponent> below = new(heirs[inner]);
            members.RemoveAll(m => m != inner && below.Contains(m));
        }

        return members;
    }

    private sealed class Heir(ApiComponent component, ApiComponent from)
    {
        public ApiComponent Component => component;

        public ApiComponent Base => from;
    }
}
