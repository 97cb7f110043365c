using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>The values of a discriminator that mean a case, as text: a string's characters, the JSON of a number or Boolean.</summary>
internal static class DiscriminatorTags
{
    /// <summary>Through how many unions a case of a union is looked for.</summary>
    private const int DeepestUnion = 8;

    /// <summary>Gets the schemas that a branch is one of: those of the union that it is, else itself; none, if it is null alone.</summary>
    public static IReadOnlyList<ApiSchema> Leaves(ApiSchema branch)
    {
        List<ApiSchema> leaves = new();
        AddLeaves(branch, leaves, new HashSet<ApiSchema>(), depth: 0);
        return leaves;
    }

    /// <summary>Gets the constants of a property, of whichever schema it is; none unless all of them have some.</summary>
    public static IReadOnlyList<string> Constants(IReadOnlyList<ApiSchema> schemas, string propertyName)
    {
        List<List<string>> each = schemas.Select(schema => Constants(schema, propertyName)).ToList();
        return each.All(constants => constants.Count > 0) ? each.SelectMany(constants => constants).Distinct(StringComparer.Ordinal).ToList() : Array.Empty<string>();
    }

    /// <summary>Gets the values that mean a component; without a mapping its own name (OpenAPI, "Discriminator Object").</summary>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="component">The component.</param>
    /// <param name="parent">The base that has the discriminator and that the component may inherit, whose own constant is none of the component's.</param>
    /// <remarks>
    /// A constant counts more than the name: no value with another one would be valid. AutoRest's
    /// <c>x-ms-discriminator-value</c> is the mapping of 2.0, which has none.
    /// </remarks>
    public static EquatableArray<string> Stated(ApiDiscriminator discriminator, ApiComponent component, ApiSchema? parent = null)
    {
        List<string> tags = discriminator.Mapping.Where(m => m.Value == component).Select(m => m.Key).ToList();
        IReadOnlyList<string> constants = Constants(Leaves(component.Schema), discriminator.PropertyName);
        if (tags.Count > 0)
        {
            bool isInherited = parent is not null && constants.SequenceEqual(Constants(parent, discriminator.PropertyName), StringComparer.Ordinal);
            return Mapped(tags, isInherited ? Array.Empty<string>() : constants, PropertyOf(component.Schema, discriminator.PropertyName));
        }

        if (component.Schema.DiscriminatorValue is { } value)
        {
            return EquatableArray.Create(value);
        }

        IReadOnlyList<string> own = constants.Where(tag => IsNameOf(tag, component)).Take(1).ToList();
        return (own.Count > 0 ? own : constants.Count > 0 ? constants : new[] { component.Name }).ToEquatableArray();
    }

    /// <summary>Gets the keys of a mapping that no value can have, by the constant of the case that they name.</summary>
    public static IEnumerable<string> Contradicted(ApiDiscriminator discriminator, ApiComponent component) =>
        Constants(Leaves(component.Schema), discriminator.PropertyName) is { Count: 1 } constants
            ? discriminator.Mapping.Where(m => m.Value == component && !Means(m.Key, constants[0])).Select(m => m.Key)
            : Enumerable.Empty<string>();

    // Keys are strings, whatever the constant is; Pydantic writes what Python's str() makes of it. A value with another one
    // than the case's constant would not be valid.
    private static EquatableArray<string> Mapped(IReadOnlyList<string> keys, IReadOnlyList<string> constants, ApiSchema? property)
    {
        if (constants.Count == 1)
        {
            return constants.ToEquatableArray();
        }

        bool isBoolean = property is not null && SchemaFacts.TypesOf(SchemaFacts.Follow(property)) == ApiType.Boolean;
        return keys
            .Select(key => constants.FirstOrDefault(constant => Means(key, constant)) ?? (isBoolean ? JsonOf(key) : key))
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static bool Means(string key, string constant) => key == constant || JsonOf(key) == constant;

    private static string JsonOf(string key) => key switch
    {
        "True" => "true",
        "False" => "false",
        _ => NumberText(key) ?? key,
    };

    // The values of a base's enum come with the property that is inherited: of those, one is the schema's own.
    private static bool IsNameOf(string tag, ApiComponent component) =>
        string.Equals(Words.Pascal(tag), Words.Pascal(component.Name), StringComparison.OrdinalIgnoreCase);

    private static void AddLeaves(ApiSchema branch, List<ApiSchema> leaves, HashSet<ApiSchema> seen, int depth)
    {
        ApiSchema followed = SchemaFacts.Follow(branch);
        IReadOnlyList<ApiSchema> inner = SchemaFacts.IsObject(followed) ? Array.Empty<ApiSchema>() : SchemaFacts.Branches(followed);
        if (inner.Count == 0 || depth == DeepestUnion)
        {
            leaves.Add(branch);
        }
        else if (seen.Add(followed))
        {
            foreach (ApiSchema each in inner.Where(each => !SchemaFacts.IsNull(each)))
            {
                AddLeaves(each, leaves, seen, depth + 1);
            }
        }
    }

    private static ApiSchema? PropertyOf(ApiSchema schema, string name) =>
        ObjectParts.Collect(schema).Properties.FirstOrDefault(property => property.Name == name)?.Schema;

    // A tag that may be null too is one: null tells nothing, and what has it is told by its shape.
    private static List<string> Constants(ApiSchema schema, string propertyName)
    {
        if (PropertyOf(schema, propertyName) is not { } property)
        {
            return new();
        }

        IEnumerable<ApiValue> values = MemberConstants.ConstantOf(property) is { } constant
            ? new[] { constant }
            : SchemaFacts.Follow(property).Enum ?? (IEnumerable<ApiValue>)Array.Empty<ApiValue>();
        List<string?> tags = values.Where(value => value.Node is not null).Select(TextOf).ToList();
        return tags.Contains(null) ? new() : tags.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
    }

    private static string? TextOf(ApiValue value) => value.Node!.GetValueKind() switch
    {
        JsonValueKind.String => value.Node.GetValue<string>(),
        JsonValueKind.Number => NumberText(value.Json) ?? value.Json,
        JsonValueKind.True or JsonValueKind.False => value.Json,
        _ => null,
    };

    // 1.0 is 1, as in JSON Schema.
    private static string? NumberText(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number)
        && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : null;
}
