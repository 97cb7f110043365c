using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Completes the unions when all records are known.</summary>
internal static class UnionTags
{
    /// <summary>Names, for each case whose record sends the discriminator only when assigned, the property to assign.</summary>
    /// <remarks>Pydantic writes <c>kind: Literal["cat"] = "cat"</c> as optional, yet wants it where it tells cases apart.</remarks>
    public static IEnumerable<TypeModel> Complete(BindingContext context) =>
        context.Types.Values.Select(type => type is UnionTypeModel { Discriminator: { } discriminator } union
            ? union with { Cases = union.Cases.Select(c => Complete(context, c, discriminator)).ToEquatableArray() }
            : type);

    private static UnionCaseModel Complete(BindingContext context, UnionCaseModel unionCase, string discriminator) =>
        unionCase with
        {
            TagMember = context.Find<ObjectTypeModel>(unionCase.Type.Name)?.Properties
                .FirstOrDefault(p => p.WireName == discriminator && p.Presence == PropertyPresence.Defaulted)?.Name,
        };
}
