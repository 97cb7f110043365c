using System.Linq;

namespace DatabricksApps.Gen.Model;

/// <summary>Cuts a client into a fixed number of files.</summary>
/// <remarks>
/// The number is fixed because the compiler compares the outputs of a step by position: if each type had its own file,
/// a type added at the front would write all files again. A type's file depends on its own origin alone.
/// </remarks>
internal static class Buckets
{
    /// <summary>The number of files that the types of a document are spread over.</summary>
    public const int TypeCount = 64;

    /// <summary>The number of files that the operations of a document are spread over.</summary>
    public const int OperationCount = 16;

    /// <summary>Gets the part of a client that is the types file <paramref name="bucket"/>.</summary>
    public static TypesFileModel SelectTypes(ClientModel client, int bucket) => new(
        client.DocumentName,
        client.Namespace,
        client.JsonName,
        client.IsPublic,
        bucket,
        client.Types.Where(type => IndexOf(type.Origin, TypeCount) == bucket).ToEquatableArray());

    /// <summary>Gets the part of a client that is the operations file <paramref name="bucket"/>.</summary>
    public static OperationsFileModel SelectOperations(ClientModel client, int bucket) => new(
        client.DocumentName,
        client.Namespace,
        client.ClientName,
        client.IsPublic,
        bucket,
        client.Groups
            .Where(group => !group.Operations.IsEmpty && IndexOf(group.ClassName, OperationCount) == bucket)
            .ToEquatableArray());

    /// <summary>Gets the part of a client that is the file of the client class.</summary>
    public static ClientFileModel SelectClient(ClientModel client) => new(
        client.DocumentName,
        client.Namespace,
        client.BaseName,
        client.ClientName,
        client.IsPublic,
        client.Doc,
        client.Scopes,
        client.Groups
            .Where(group => group.PropertyName is not null)
            .Select(group => group with { Operations = EquatableArray<OperationModel>.Empty })
            .ToEquatableArray());

    /// <summary>Gets the part of a client that is the file of the type-info resolver.</summary>
    public static ResolverFileModel SelectResolver(ClientModel client) => new(
        client.DocumentName,
        client.Namespace,
        client.JsonName,
        client.IsPublic);

    /// <summary>Gets the bucket of a name: FNV-1a, because <c>string.GetHashCode</c> differs from build to build.</summary>
    private static int IndexOf(string name, int count)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        // FNV's low bits are its weakest.
        return (int)((hash ^ (hash >> 16)) % (uint)count);
    }
}
