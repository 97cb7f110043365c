using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Tells whether two schemas become the same C# type but for what is required.</summary>
internal static class SchemaComparer
{
    public static bool AreAlike(ApiSchema a, ApiSchema b, IReadOnlyDictionary<ApiComponent, ApiComponent> twins)
    {
        if (a.Target is not null || b.Target is not null)
        {
            return a.Target is not null && b.Target is not null
                && (a.Target == b.Target || (twins.TryGetValue(a.Target, out ApiComponent? twin) && twin == b.Target));
        }

        return a.Types == b.Types
            && a.Format == b.Format
            && a.ReferenceError == b.ReferenceError
            && a.ContentMediaType == b.ContentMediaType
            && a.ContentEncoding == b.ContentEncoding
            && a.IsWriteOnly == b.IsWriteOnly
            && a.AdditionalProperties == b.AdditionalProperties
            && a.Discriminator?.PropertyName == b.Discriminator?.PropertyName
            && a.Const?.Json == b.Const?.Json
            && SameEnum(a, b)
            && SameProperties(a.Properties, b.Properties, twins)
            && SameProperties(a.PatternProperties, b.PatternProperties, twins)
            && Same(a.AdditionalPropertiesSchema, b.AdditionalPropertiesSchema, twins)
            && Same(a.Items, b.Items, twins)
            && SameAll(a.PrefixItems, b.PrefixItems, twins)
            && SameAll(a.AllOf, b.AllOf, twins)
            && SameAll(a.AnyOf, b.AnyOf, twins)
            && SameAll(a.OneOf, b.OneOf, twins);
    }

    private static bool Same(ApiSchema? a, ApiSchema? b, IReadOnlyDictionary<ApiComponent, ApiComponent> twins) =>
        a is null || b is null ? ReferenceEquals(a, b) : AreAlike(a, b, twins);

    private static bool SameAll(IReadOnlyList<ApiSchema> a, IReadOnlyList<ApiSchema> b, IReadOnlyDictionary<ApiComponent, ApiComponent> twins) =>
        a.Count == b.Count && a.Zip(b, (x, y) => AreAlike(x, y, twins)).All(same => same);

    private static bool SameProperties(IReadOnlyList<ApiProperty> a, IReadOnlyList<ApiProperty> b, IReadOnlyDictionary<ApiComponent, ApiComponent> twins) =>
        a.Count == b.Count && a.Zip(b, (x, y) => x.Name == y.Name && AreAlike(x.Schema, y.Schema, twins)).All(same => same);

    private static bool SameEnum(ApiSchema a, ApiSchema b) =>
        a.Enum is null || b.Enum is null
            ? ReferenceEquals(a.Enum, b.Enum)
            : a.Enum.Select(v => v.Json).SequenceEqual(b.Enum.Select(v => v.Json));
}
