using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Calls;

/// <summary>Tells which parts of a multipart form are files.</summary>
internal static class FileKinds
{
    /// <summary>Gets the type of a part that is a file or a list of files; null if it is neither.</summary>
    /// <remarks>
    /// A binary string is a file here, alone or in a list, with null or without. 3.0 writes <c>format: binary</c>, 3.1
    /// <c>contentMediaType</c>. A urlencoded form or JSON has no place for a file: there the same schema is a string.
    /// </remarks>
    public static TypeRef? Of(ApiSchema schema)
    {
        ApiSchema followed = SchemaFacts.Follow(schema);
        List<ApiSchema> branches = SchemaFacts.Branches(followed).Concat(followed.AllOf).Where(b => !SchemaFacts.IsNull(b)).ToList();
        if (branches.Count == 1)
        {
            followed = SchemaFacts.Follow(branches[0]);
        }

        ApiType type = SchemaFacts.TypesOf(followed);
        if (type == ApiType.String && Formats.IsBinary(followed))
        {
            return TypeRef.Of(TypeKind.File);
        }

        return type == ApiType.Array && followed.Items is { } item && Formats.IsBinary(SchemaFacts.Follow(item))
            ? TypeRef.ListOf(TypeRef.Of(TypeKind.File))
            : null;
    }
}
