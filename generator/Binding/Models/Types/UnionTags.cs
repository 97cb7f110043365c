using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>Completes the unions when all models are known.</summary>
internal static class UnionTags
{
    /// <summary>Names, for each case whose model sends the discriminator only when assigned, the property to assign.</summary>
    /// <remarks>
    /// Pydantic writes <c>kind: Literal["cat"] = "cat"</c> as optional, yet wants it where it tells cases apart; ASP.NET
    /// Core writes the same without a default.
    /// </remarks>
    public static IEnumerable<TypeModel> Complete(IReadOnlyList<TypeModel> all)
    {
        List<TypeModel> types = WithDefaults(all).ToList();
        Dictionary<string, ObjectTypeModel> models =
            types.OfType<ObjectTypeModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);
        return types.Select(type => type is UnionTypeModel { Discriminator: { } discriminator } union
            ? union with { Cases = union.Cases.Select(c => Complete(models, c, discriminator)).ToEquatableArray() }
            : type);
    }

    private static UnionCaseModel Complete(Dictionary<string, ObjectTypeModel> models, UnionCaseModel unionCase, string discriminator) =>
        unionCase.Type.Name is { } name && models.TryGetValue(name, out ObjectTypeModel? model)
            ? unionCase with
            {
                TagMember = model.Properties
                    .FirstOrDefault(p => p.WireName == discriminator && p.Presence == PropertyPresence.Defaulted)?.Name,
            }
            : unionCase;

    // A discriminator that can have one value in a model has it from the start.
    private static IEnumerable<TypeModel> WithDefaults(IReadOnlyList<TypeModel> all)
    {
        ILookup<string, (string Property, string Tag)> tags = all.OfType<UnionTypeModel>()
            .Where(union => union.Discriminator is not null)
            .SelectMany(union => union.Cases, (union, unionCase) => (unionCase, union.Discriminator))
            .Where(pair => pair.unionCase.Type.Kind == TypeKind.Object && pair.unionCase.Tags.Count == 1)
            .ToLookup(pair => pair.unionCase.Type.Name!, pair => (pair.Discriminator!, pair.unionCase.Tags[0]), StringComparer.Ordinal);
        Dictionary<string, EnumTypeModel> enums = all.OfType<EnumTypeModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);
        return all.Select(type =>
            type is ObjectTypeModel model && tags.Contains(model.Name) && tags[model.Name].Distinct().ToList() is { Count: 1 } only
                ? model with { Properties = model.Properties.Select(p => p.WireName == only[0].Property ? WithTag(p, only[0].Tag, enums) : p).ToEquatableArray() }
                : type);
    }

    // Required, it is always sent and never asked for; else it is sent by the union.
    private static PropertyModel WithTag(PropertyModel property, string tag, Dictionary<string, EnumTypeModel> enums)
    {
        LiteralModel? value = property.Type.Kind switch
        {
            TypeKind.String => new LiteralModel(LiteralKind.String, tag),
            TypeKind.Boolean when tag is "true" or "false" => new LiteralModel(LiteralKind.Boolean, tag),
            TypeKind.Int32 or TypeKind.Int64 when long.TryParse(tag, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => new LiteralModel(LiteralKind.Number, tag),
            TypeKind.Enum => enums[property.Type.Name!].Values.Where(v => v.Wire == tag).Select(v => new LiteralModel(LiteralKind.EnumMember, v.Name)).FirstOrDefault(),
            _ => null,
        };
        return (value, property.Presence) switch
        {
            (null, _) => property,
            (_, PropertyPresence.Required) when !property.Type.IsNullable => property with { Presence = PropertyPresence.Constant, Default = value },
            (_, PropertyPresence.Optional) => property with { Type = property.Type.AsNotNullable(), Presence = PropertyPresence.Defaulted, Default = value },
            _ => property,
        };
    }
}
