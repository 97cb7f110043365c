using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Components;

/// <summary>Tells whether two schemas become the same C# type, with what is required or without.</summary>
internal sealed class SchemaComparer
{
    private readonly Func<ApiComponent, ApiComponent, bool> _isSame;
    private readonly bool _isExact;

    /// <param name="isSame">Tells whether references to two different components are references to one type.</param>
    /// <param name="isExact">Whether what is required, defaults, bounds and which way a value goes count too.</param>
    public SchemaComparer(Func<ApiComponent, ApiComponent, bool> isSame, bool isExact)
    {
        _isSame = isSame;
        _isExact = isExact;
    }

    public bool AreAlike(ApiSchema a, ApiSchema b) => AreAlike(a, b, withNull: true);

    /// <summary>Tells whether two schemas are alike when null, which either may allow, is left out of account.</summary>
    public bool AreAlikeButForNull(ApiSchema a, ApiSchema b) =>
        SameNotes(a, b) && AreAlike(WithoutNull(a), WithoutNull(b), withNull: false);

    private bool AreAlike(ApiSchema a, ApiSchema b, bool withNull)
    {
        if (_isExact && !SameNotes(a, b))
        {
            return false;
        }

        return a.Target is not null || b.Target is not null
            ? a.Target is not null && b.Target is not null && IsSame(a.Target, b.Target)
            : SameKeywords(a, b, withNull);
    }

    private bool IsSame(ApiComponent a, ApiComponent b) => a == b || _isSame(a, b);

    private bool SameKeywords(ApiSchema a, ApiSchema b, bool withNull) =>
        (withNull ? a.Types == b.Types : (a.Types | ApiType.Null) == (b.Types | ApiType.Null))
        && a.Format == b.Format
        && a.ReferenceError == b.ReferenceError
        && a.ContentMediaType == b.ContentMediaType
        && a.ContentEncoding == b.ContentEncoding
        && a.IsWriteOnly == b.IsWriteOnly
        && a.AdditionalProperties == b.AdditionalProperties
        && a.Discriminator?.PropertyName == b.Discriminator?.PropertyName
        && a.Const?.Json == b.Const?.Json
        && (!_isExact || SameDetails(a, b))
        && SameEnum(a.Enum, b.Enum, withNull)
        && SameProperties(a.Properties, b.Properties)
        && SameProperties(a.PatternProperties, b.PatternProperties)
        && Same(a.AdditionalPropertiesSchema, b.AdditionalPropertiesSchema)
        && Same(a.Items, b.Items)
        && Same(a.ContentSchema, b.ContentSchema)
        && SameAll(a.PrefixItems, b.PrefixItems)
        && SameAll(a.AllOf, b.AllOf)
        && SameBranches(a.AnyOf, b.AnyOf, withNull)
        && SameBranches(a.OneOf, b.OneOf, withNull);

    // What may also stand beside a reference. A default of null is none.
    private static bool SameNotes(ApiSchema a, ApiSchema b) =>
        a.IsReadOnly == b.IsReadOnly
        && a.ForbidsNull == b.ForbidsNull
        && a.IsWriteOnly == b.IsWriteOnly
        && a.IsDeprecated == b.IsDeprecated
        && a.Default?.Node?.ToJsonString() == b.Default?.Node?.ToJsonString();

    // Bounds choose a type here and there: decimal numbers, whole numbers beyond 64 bits, tuples.
    private bool SameDetails(ApiSchema a, ApiSchema b) =>
        new HashSet<string>(a.Required, StringComparer.Ordinal).SetEquals(b.Required)
        && a.Pattern == b.Pattern
        && a.Minimum == b.Minimum
        && a.Maximum == b.Maximum
        && a.MinItems == b.MinItems
        && a.MaxItems == b.MaxItems
        && a.IsItemsForbidden == b.IsItemsForbidden
        && a.DiscriminatorValue == b.DiscriminatorValue
        && SameMapping(a.Discriminator, b.Discriminator);

    private bool SameMapping(ApiDiscriminator? a, ApiDiscriminator? b) =>
        a is null || b is null
            ? ReferenceEquals(a, b)
            : a.Mapping.Count == b.Mapping.Count && ByKey(a).Zip(ByKey(b), (x, y) => x.Key == y.Key && IsSame(x.Value, y.Value)).All(same => same);

    private static IEnumerable<KeyValuePair<string, ApiComponent>> ByKey(ApiDiscriminator discriminator) =>
        discriminator.Mapping.OrderBy(m => m.Key, StringComparer.Ordinal);

    private bool Same(ApiSchema? a, ApiSchema? b) => a is null || b is null ? ReferenceEquals(a, b) : AreAlike(a, b);

    private bool SameAll(IReadOnlyList<ApiSchema> a, IReadOnlyList<ApiSchema> b) =>
        a.Count == b.Count && a.Zip(b, AreAlike).All(same => same);

    // The members of a JSON object have no order.
    private bool SameProperties(IReadOnlyList<ApiProperty> a, IReadOnlyList<ApiProperty> b) =>
        a.Count == b.Count && ByName(a).Zip(ByName(b), (x, y) => x.Name == y.Name && AreAlike(x.Schema, y.Schema)).All(same => same);

    private static IEnumerable<ApiProperty> ByName(IReadOnlyList<ApiProperty> properties) =>
        properties.Count < 2 ? properties : properties.OrderBy(p => p.Name, StringComparer.Ordinal);

    private bool SameBranches(IReadOnlyList<ApiSchema> a, IReadOnlyList<ApiSchema> b, bool withNull) =>
        withNull ? SameAll(a, b) : SameAll(NotNull(a), NotNull(b));

    private static bool SameEnum(IReadOnlyList<ApiValue>? a, IReadOnlyList<ApiValue>? b, bool withNull) =>
        a is null || b is null
            ? ReferenceEquals(a, b)
            : Values(a, withNull).SequenceEqual(Values(b, withNull));

    private static IEnumerable<string> Values(IReadOnlyList<ApiValue> values, bool withNull) =>
        values.Where(value => withNull || value.Node is not null).Select(value => value.Json);

    private static List<ApiSchema> NotNull(IReadOnlyList<ApiSchema> branches) => branches.Where(branch => !SchemaFacts.IsNull(branch)).ToList();

    // Null may also be the other branch around the schema.
    private static ApiSchema WithoutNull(ApiSchema schema) =>
        SchemaFacts.IsBranchesOnly(schema) && NotNull(SchemaFacts.Branches(schema)) is { Count: 1 } one ? one[0] : schema;
}
