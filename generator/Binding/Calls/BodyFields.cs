using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Finds the fields of a form.</summary>
/// <remarks>
/// A form that may be null has the fields that it would have otherwise, none of them required. In multipart a file has to be
/// a field, wherever it stands, since no value holds one: the fields of alternatives stand beside each other, required if
/// all alternatives require them, and the members of an object with a file are fields of their own, named as browsers and
/// most servers do: <c>owner[photo]</c>.
/// </remarks>
internal static class BodyFields
{
    /// <summary>How deep objects are taken apart: what holds itself has no end.</summary>
    private const int Deepest = 4;

    /// <summary>How many fields a form may have so: as many as its objects hold, of objects that hold many each there is no end either.</summary>
    private const int MostFields = 200;

    /// <summary>Gets the fields; null: the form has none with a name.</summary>
    public static ObjectParts? Of(ApiMediaType media, bool isMultipart)
    {
        if (media.Schema is not { } schema)
        {
            return null;
        }

        ObjectParts fields = Collect(schema, isMultipart);
        if (fields.Properties.Count == 0)
        {
            return null;
        }

        return isMultipart && fields.Properties.Any(property => HasFileWithin(property, media)) ? TakenApart(fields, media) : fields;
    }

    private static ObjectParts Collect(ApiSchema schema, bool isMultipart)
    {
        ApiSchema followed = SchemaFacts.Follow(schema);
        List<ApiSchema> branches = SchemaFacts.Branches(followed).Where(branch => !SchemaFacts.IsNull(branch)).ToList();
        bool mayBeNull = branches.Count < SchemaFacts.Branches(followed).Count;
        ObjectParts own = ObjectParts.Collect(followed);
        if (branches.Count == 0 || !(mayBeNull || isMultipart) || !branches.All(SchemaFacts.IsObject) || (branches.Count > 1 && !FileKinds.IsIn(followed)))
        {
            return own;
        }

        // What stands beside the alternatives is true of each.
        ObjectParts joined = ObjectParts.OfAlternatives(followed.Pointer, branches.Select(ObjectParts.Collect).ToList());
        foreach (ApiProperty property in own.Properties)
        {
            joined.Add(property, isRequired: false);
        }

        joined.Required.UnionWith(own.Required);
        if (mayBeNull)
        {
            joined.Required.Clear();
        }

        return joined;
    }

    private static ObjectParts TakenApart(ObjectParts fields, ApiMediaType media)
    {
        ObjectParts flat = new(media.Schema!.Pointer);
        foreach (ApiProperty property in fields.Properties)
        {
            Add(property, fields.Required.Contains(property.Name), Deepest);
        }

        return flat;

        void Add(ApiProperty property, bool isRequired, int depth)
        {
            if (depth == 0 || flat.Properties.Count >= MostFields || !HasFileWithin(property, media))
            {
                flat.Add(property, isRequired);
                return;
            }

            ObjectParts members = Collect(property.Schema, isMultipart: true);
            foreach (ApiProperty member in members.Properties)
            {
                Add(
                    new ApiProperty { Name = $"{property.Name}[{member.Name}]", Schema = member.Schema },
                    isRequired && members.Required.Contains(member.Name),
                    depth - 1);
            }
        }
    }

    // An object that holds a file without being one.
    private static bool HasFileWithin(ApiProperty property, ApiMediaType media) =>
        SchemaFacts.Follow(property.Schema) is var followed
        && (SchemaFacts.IsObject(followed) || SchemaFacts.Branches(followed).Any(SchemaFacts.IsObject))
        && FileKinds.Of(property.Schema, EncodingOf(media, property)) is null
        && FileKinds.IsIn(followed)
        && Collect(followed, isMultipart: true).Properties.Count > 0;

    private static ApiEncoding? EncodingOf(ApiMediaType media, ApiProperty property) =>
        media.Encoding.TryGetValue(property.Name, out ApiEncoding? encoding) ? encoding : null;
}
