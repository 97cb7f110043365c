using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Tells which parts of a multipart form are files.</summary>
internal static class FileKinds
{
    /// <summary>Gets the type of a part that is a file, or a list or map of files; null if it is none.</summary>
    /// <remarks>
    /// A binary string is a file here. 3.0 writes <c>format: binary</c>; 3.1 <c>contentMediaType</c>, or nothing at all, and
    /// then the encoding's content type tells it (3.1.1, "Working with Binary Data"). What may be a file or something else,
    /// such as an address, is a file: in a form only that needs more than text. A urlencoded form or JSON has no place for
    /// a file: there the same schema is a string.
    /// </remarks>
    public static TypeRef? Of(ApiSchema schema, ApiEncoding? encoding) => Of(schema, encoding, new Dictionary<ApiSchema, TypeRef?>());

    /// <summary>Tells whether a part may be something else in place of a file.</summary>
    public static bool HasOther(ApiSchema schema, ApiEncoding? encoding) =>
        SchemaFacts.Branches(SchemaFacts.Follow(schema)).Any(branch => !SchemaFacts.IsNull(branch) && Of(branch, encoding) is null);

    /// <summary>Tells whether a file stands anywhere in a value, which JSON then cannot spell.</summary>
    public static bool IsIn(ApiSchema schema) => In(schema).Any();

    /// <summary>Finds the files that stand anywhere in a value that is sent.</summary>
    public static IEnumerable<ApiSchema> In(ApiSchema schema)
    {
        HashSet<ApiSchema> seen = new();
        Stack<ApiSchema> open = new(new[] { schema });
        while (open.Count > 0)
        {
            ApiSchema followed = SchemaFacts.Follow(open.Pop());
            if (!seen.Add(followed))
            {
                continue;
            }

            if (SchemaFacts.TypesOf(followed) == ApiType.String && Formats.IsBinary(followed))
            {
                yield return followed;
            }

            foreach (ApiSchema part in CallSchemas.Parts(followed).Where(part => part != followed.ContentSchema && !SchemaFacts.IsReadOnly(part)))
            {
                open.Push(part);
            }
        }
    }

    // Each schema is asked once: what is a branch or item of itself is no file by that.
    private static TypeRef? Of(ApiSchema schema, ApiEncoding? encoding, Dictionary<ApiSchema, TypeRef?> known)
    {
        ApiSchema followed = SchemaFacts.Follow(schema);
        if (!known.TryGetValue(followed, out TypeRef? type))
        {
            known.Add(followed, null);
            known[followed] = type = Find(followed, encoding, known);
        }

        return type;
    }

    private static TypeRef? Find(ApiSchema followed, ApiEncoding? encoding, Dictionary<ApiSchema, TypeRef?> known)
    {
        ApiType type = SchemaFacts.TypesOf(followed);
        if ((type is ApiType.String or ApiType.None && Formats.IsBinary(followed)) || IsByEncoding(followed, encoding))
        {
            return TypeRef.Of(TypeKind.File);
        }

        if (type == ApiType.Array && followed.Items is { } item)
        {
            return Of(item, encoding, known) is { Kind: TypeKind.File } file ? TypeRef.ListOf(file) : null;
        }

        if (type == ApiType.Object && followed.AdditionalPropertiesSchema is { } value && followed.Properties.Count == 0)
        {
            return Of(value, encoding, known) is { Kind: TypeKind.File } file ? TypeRef.MapOf(file) : null;
        }

        // A list holds one file too.
        List<TypeRef> branches = SchemaFacts.Branches(followed).Concat(followed.AllOf)
            .Select(branch => Of(branch, encoding, known))
            .OfType<TypeRef>()
            .ToList();
        return branches.FirstOrDefault(branch => branch.Kind == TypeKind.List) ?? branches.FirstOrDefault();
    }

    // `{}` or a bare string, sent as what is no text.
    private static bool IsByEncoding(ApiSchema schema, ApiEncoding? encoding)
    {
        if (encoding?.ContentType is not { Length: > 0 } contentType)
        {
            return false;
        }

        string essence = MediaTypes.Essence(contentType.Split(',')[0]);
        bool isBare = SchemaFacts.SaysNothing(schema) || (schema.Types == ApiType.String && schema.Format is null && schema.Enum is null && schema.Const is null);
        return isBare && !MediaTypes.IsJson(essence) && !MediaTypes.IsText(essence) && !MediaTypes.IsForm(essence) && !MediaTypes.IsAny(essence);
    }
}
