using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Collects the bounds that a schema sets, and puts them into words.</summary>
internal static class Bounds
{
    // A reference to a reference, null beside it, and a part of allOf around: authors write no more, and a circle ends here.
    private const int DeepestSpelling = 8;

    // A list may hold itself.
    private const int DeepestPart = 3;

    /// <summary>Gets the bounds of a schema, in the order in which they are told.</summary>
    public static EquatableArray<BoundModel> Of(ApiSchema schema)
    {
        List<BoundModel> bounds = new();
        Add(BoundKind.Minimum, Number(schema.Minimum));
        Add(BoundKind.Maximum, Number(schema.Maximum));
        Add(BoundKind.ExclusiveMinimum, Number(schema.ExclusiveMinimum));
        Add(BoundKind.ExclusiveMaximum, Number(schema.ExclusiveMaximum));
        Add(BoundKind.MultipleOf, Number(schema.MultipleOf));
        Add(BoundKind.MinProperties, schema.MinProperties?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKind.MaxProperties, schema.MaxProperties?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKind.MinLength, schema.MinLength?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKind.MaxLength, schema.MaxLength?.ToString(CultureInfo.InvariantCulture));
        if (schema.PrefixItems.Count > 0)
        {
            // A tuple's type says how many items it has.
            return default;
        }

        Add(BoundKind.MinItems, schema.MinItems?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKind.MaxItems, schema.MaxItems?.ToString(CultureInfo.InvariantCulture));
        Add(BoundKind.Pattern, schema.Pattern);
        Add(BoundKind.Value, schema.Const?.Json ?? (schema.Enum is { Count: 1 } values ? values[0].Json : null));
        Add(BoundKind.Default, schema.Default is { Node: not null, Json: not ("[]" or "{}") } value ? value.Json : null);
        return bounds.Count == 0 ? default : bounds.ToEquatableArray();

        void Add(BoundKind kind, string? value)
        {
            if (value is not null)
            {
                bounds.Add(new BoundModel(kind, value));
            }
        }
    }

    /// <summary>
    /// Gets the bounds that hold for a value, also those that a schema has from what it refers to or allows beside null: how it
    /// is spelled makes no difference to who gives the value.
    /// </summary>
    public static EquatableArray<BoundModel> OfValue(ApiSchema schema)
    {
        List<BoundModel> all = new();
        Add(schema, "", all, depth: 0);
        return all.ToEquatableArray();
    }

    private static void Add(ApiSchema schema, string of, List<BoundModel> all, int depth)
    {
        IEnumerable<BoundModel> bounds = OfInner(schema, out ApiSchema value)
            .Where(bound => depth == 0 || bound.Kind is not (BoundKind.Value or BoundKind.Default))
            .Where(bound => !IsSaid(bound, value));
        all.AddRange(bounds.OrderBy(bound => bound.Kind).Select(bound => bound with { Of = of }));
        if (depth == DeepestPart)
        {
            return;
        }

        if (value is { Items: { } items, PrefixItems.Count: 0 })
        {
            Add(items, of + "items.", all, depth + 1);
        }

        if (value is { AdditionalPropertiesSchema: { } values, Properties.Count: 0 })
        {
            Add(values, of + "values.", all, depth + 1);
        }

        // Of cases that are objects their own types tell it.
        List<ApiSchema> cases = value.AnyOf.Concat(value.OneOf).Select(SchemaFacts.Follow).Where(one => !SchemaFacts.IsNull(one)).ToList();
        foreach (IGrouping<ApiType, ApiSchema> one in cases.Where(one => IsScalar(one.Types)).GroupBy(one => one.Types & ~ApiType.Null).Where(same => cases.Count > 1 && same.Count() == 1))
        {
            Add(one.Single(), $"{of}{one.Key.ToString().ToLowerInvariant()}.", all, DeepestPart);
        }
    }

    private static bool IsScalar(ApiType types) => (types & ~ApiType.Null) is ApiType.String or ApiType.Integer or ApiType.Number;

    // What the members that must be there say already.
    private static bool IsSaid(BoundModel bound, ApiSchema value) =>
        bound.Kind == BoundKind.MinProperties && int.TryParse(bound.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= value.Required.Count;

    private static List<BoundModel> OfInner(ApiSchema schema, out ApiSchema value)
    {
        List<BoundModel> bounds = Of(schema).ToList();
        value = schema;
        for (int depth = 0; depth < DeepestSpelling && Inner(value) is { } inner; depth++)
        {
            value = inner;
            bounds.AddRange(Of(value).Where(bound => bound.Kind is not (BoundKind.Value or BoundKind.Default) && bounds.All(own => own.Kind != bound.Kind)));
        }

        return bounds;
    }

    /// <summary>Puts bounds into sentences; null: there are none. What can be one value alone says so by its C#.</summary>
    public static string? Describe(EquatableArray<BoundModel> bounds) =>
        string.Join(" ", bounds.Where(bound => bound.Kind != BoundKind.Value).Select(Describe)) is { Length: > 0 } text ? text : null;

    // What a schema is, if it is but another one, or that and null.
    private static ApiSchema? Inner(ApiSchema schema)
    {
        if (schema.Target is { } target)
        {
            return target.Schema;
        }

        if (schema.AllOf.Count == 1)
        {
            return schema.AllOf[0];
        }

        List<ApiSchema> branches = schema.AnyOf.Concat(schema.OneOf).Where(branch => !SchemaFacts.IsNull(branch)).Take(2).ToList();
        return branches.Count == 1 ? branches[0] : null;
    }

    private static string Describe(BoundModel bound) => bound.Kind switch
    {
        BoundKind.Minimum => $"At least {bound.Value}.",
        BoundKind.Maximum => $"At most {bound.Value}.",
        BoundKind.ExclusiveMinimum => $"Greater than {bound.Value}.",
        BoundKind.ExclusiveMaximum => $"Less than {bound.Value}.",
        BoundKind.MultipleOf => $"Multiple of {bound.Value}.",
        BoundKind.MinProperties => $"At least {bound.Value} members.",
        BoundKind.MaxProperties => $"At most {bound.Value} members.",
        BoundKind.MinLength => $"Minimum length {bound.Value}.",
        BoundKind.MaxLength => $"Maximum length {bound.Value}.",
        BoundKind.MinItems => $"At least {bound.Value} items.",
        BoundKind.MaxItems => $"At most {bound.Value} items.",
        BoundKind.Pattern => $"Pattern {bound.Value}.",
        BoundKind.Default => $"Default {bound.Value}.",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound.Kind, "A bound without words."),
    };

    // Pydantic 1 writes the bounds of integers as 1.0.
    private static string? Number(string? value) =>
        value is not null && value.EndsWith(".0", StringComparison.Ordinal) ? value.Substring(0, value.Length - 2) : value;
}
