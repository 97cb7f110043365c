using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Cuts a client into files: a fixed number for most documents, twice or more of it for larger ones.</summary>
/// <remarks>
/// The number hangs on the document's size alone and not on what it holds, because the compiler compares the outputs of
/// a step by position: if each type had its own file, a type added at the front would write all files again. A type's
/// file depends on its own origin alone.
/// </remarks>
internal static class Buckets
{
    /// <summary>The number of files that the types of a document are spread over, and of a large one at most.</summary>
    public const int TypeCount = 64, MostTypeCount = 512;

    /// <summary>The number of files that the operations of a document are spread over, and of a large one at most.</summary>
    public const int OperationCount = 16, MostOperationCount = 128;

    /// <summary>From how many cases on the members of a union are spread.</summary>
    public const int MostCasesTogether = 100;

    /// <summary>How many lines a file has on average at most; the fullest has about three times as many.</summary>
    private const int AverageLines = 1200;

    /// <summary>From how many lines on the types of one origin, or the operations of one group, are spread.</summary>
    private const int MostLinesTogether = 1200;

    /// <summary>Cuts the types and operations of a client into files.</summary>
    public static PartsModel Cut(ClientModel client) => new(CutTypes(client), CutOperations(client));

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
            .ToEquatableArray())
    {
        GradioPath = client.GradioPath,
    };

    /// <summary>Gets the part of a client that is the file of the type-info resolver.</summary>
    public static ResolverFileModel SelectResolver(ClientModel client) => new(
        client.DocumentName,
        client.Namespace,
        client.JsonName,
        client.IsPublic,
        CountTypeFiles(client));

    private static EquatableArray<TypesFileModel> CutTypes(ClientModel client)
    {
        int count = CountTypeFiles(client);
        Dictionary<string, int> lines = client.Types.GroupBy(type => type.Origin).ToDictionary(origin => origin.Key, origin => origin.Sum(Lines));
        ILookup<int, TypeModel> buckets = client.Types.ToLookup(
            type => IndexOf(lines[type.Origin] > MostLinesTogether ? type.Name : type.Origin, count));
        ILookup<int, UnionPartModel> parts = client.Types.OfType<UnionTypeModel>()
            .SelectMany(union => Enumerable.Range(1, (union.Cases.Count - 1) / MostCasesTogether), (union, part) => new UnionPartModel(union, part * MostCasesTogether))
            .ToLookup(part => IndexOf($"{part.Union.Name}.{part.First}", count));
        return Enumerable.Range(0, count)
            .Select(bucket => new TypesFileModel(
                client.DocumentName, client.Namespace, client.JsonName, client.IsPublic, bucket, buckets[bucket].ToEquatableArray())
            {
                Parts = parts[bucket].ToEquatableArray(),
            })
            .ToEquatableArray();
    }

    private static EquatableArray<OperationsFileModel> CutOperations(ClientModel client)
    {
        int count = CountFiles(client.Groups.Sum(group => group.Operations.Sum(Lines)), OperationCount, MostOperationCount);
        ILookup<int, GroupModel> buckets = client.Groups
            .Where(group => !group.Operations.IsEmpty)
            .SelectMany(group => CutGroup(group, count))
            .ToLookup(part => part.Bucket, part => part.Group);
        return Enumerable.Range(0, count)
            .Select(bucket => new OperationsFileModel(
                client.DocumentName, client.Namespace, client.ClientName, client.IsPublic, bucket, buckets[bucket].ToEquatableArray()))
            .ToEquatableArray();
    }

    /// <summary>Leaves a group in one file, or spreads its operations; the head of its class is always in the same one.</summary>
    private static IEnumerable<(int Bucket, GroupModel Group)> CutGroup(GroupModel group, int count)
    {
        int home = IndexOf(group.ClassName, count);
        bool isTogether = group.Operations.Sum(Lines) <= MostLinesTogether;
        ILookup<int, OperationModel> parts = group.Operations.ToLookup(
            operation => isTogether ? home : IndexOf(group.ClassName + "." + operation.MethodName, count));
        return parts.Select(part => part.Key).Append(home).Distinct()
            .Select(bucket => (bucket, group with { Operations = parts[bucket].ToEquatableArray(), IsFurtherPart = bucket != home }));
    }

    private static int CountTypeFiles(ClientModel client) => CountFiles(client.Types.Sum(Lines), TypeCount, MostTypeCount);

    private static int CountFiles(int lines, int least, int most)
    {
        int count = least;
        while (count < most && lines > count * AverageLines)
        {
            count *= 2;
        }

        return count;
    }

    // What Emit writes for a type, on average of many documents.
    private static int Lines(TypeModel type) => type switch
    {
        ObjectTypeModel model => 70 + (14 * model.Properties.Count),
        EnumTypeModel model => 60 + (6 * model.Values.Count),
        UnionTypeModel model => 60 + (25 * model.Cases.Count),
        TupleTypeModel model => 60 + (10 * model.Items.Count),
        _ => 60,
    };

    private static int Lines(OperationModel operation) => 24 + (4 * (operation.Parameters.Count + (operation.Body?.Fields.Count ?? 0))) + operation.Errors.Count;

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
