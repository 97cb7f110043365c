using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>
/// Cuts a client into files, one for each origin of types and each group of operations, and puts them into buckets: a
/// fixed number for most documents, twice or more of it for larger ones.
/// </summary>
/// <remarks>
/// The number of buckets hangs on the document's size alone and not on what it holds, because the compiler compares the
/// outputs of a step by position: if each file were an output, a type added at the front would write all files again. A
/// file's bucket depends on its own origin alone.
/// <para>
/// Large documents have a file for each origin too: the clients of Kubernetes (887 files instead of the 130 that buckets
/// as files gave) and Stripe (1,492 instead of 289) become 5 % longer, by the heads of the files, and generating and
/// compiling allocate 3 to 5 % more.
/// </para>
/// </remarks>
internal static class Buckets
{
    /// <summary>The number of buckets that the types of a document are spread over, and of a large one at most.</summary>
    public const int TypeCount = 64, MostTypeCount = 512;

    /// <summary>The number of buckets that the operations of a document are spread over, and of a large one at most.</summary>
    public const int OperationCount = 16, MostOperationCount = 128;

    /// <summary>From how many cases on the members of a union are spread.</summary>
    public const int MostCasesTogether = 100;

    /// <summary>How many lines a bucket has on average at most; the fullest has about three times as many.</summary>
    private const int AverageLines = 1200;

    /// <summary>From how many lines on the types of one origin, or the operations of one group, have several files.</summary>
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
        ApiKeys = client.ApiKeys,
        Gradio = client.Gradio,
        Unreadable = client.Unreadable,
    };

    /// <summary>Gets the part of a client that is the file of the type-info resolver.</summary>
    public static ResolverFileModel SelectResolver(ClientModel client) => new(
        client.DocumentName,
        client.Namespace,
        client.ClientName,
        client.JsonName,
        client.IsPublic,
        client.Types.Select(type => type.Name).ToEquatableArray(),
        ResolverTypes.ValuesOf(client),
        ResolverTypes.StreamsOf(client));

    private static EquatableArray<TypesBucketModel> CutTypes(ClientModel client)
    {
        int count = CountFiles(client.Types.Sum(Lines), TypeCount, MostTypeCount);
        Dictionary<string, int> lines = client.Types.GroupBy(type => type.Origin).ToDictionary(origin => origin.Key, origin => origin.Sum(Lines));
        List<TypesCut> files = client.Types
            .GroupBy(type => new TypesKey(type.Origin, lines[type.Origin] > MostLinesTogether ? type.Name : null))
            .Select(file => new TypesCut(IndexOf(file.Key.Type ?? file.Key.Origin, count), FileNames.OfTypes(file), file.ToEquatableArray(), null))
            .ToList();
        foreach (UnionTypeModel union in client.Types.OfType<UnionTypeModel>())
        {
            for (int first = MostCasesTogether; first < union.Cases.Count; first += MostCasesTogether)
            {
                files.Add(new TypesCut(
                    IndexOf($"{union.Name}.{first}", count), FileNames.OfCases(union, first), EquatableArray<TypeModel>.Empty, new UnionPartModel(union, first)));
            }
        }

        string[] names = FileNames.TellApart(files.Select(file => file.Name).ToList(), client);
        ILookup<int, TypesFileModel> buckets = Enumerable.Range(0, files.Count).ToLookup(
            i => files[i].Bucket,
            i => new TypesFileModel(names[i], client.DocumentName, client.Namespace, client.ClientName, client.JsonName, client.IsPublic, files[i].Types)
            {
                Part = files[i].Part,
            });
        return Enumerable.Range(0, count).Select(bucket => new TypesBucketModel(buckets[bucket].ToEquatableArray())).ToEquatableArray();
    }

    private static EquatableArray<OperationsBucketModel> CutOperations(ClientModel client)
    {
        int count = CountFiles(client.Groups.Sum(group => group.Operations.Sum(Lines)), OperationCount, MostOperationCount);
        List<OperationsCut> files = client.Groups
            .Where(group => !group.Operations.IsEmpty)
            .SelectMany(group => CutGroup(group, count))
            .ToList();
        string[] names = FileNames.TellApart(files.Select(file => FileNames.OfGroup(client, file.Group, file.Part)).ToList(), client);
        ILookup<int, OperationsFileModel> buckets = Enumerable.Range(0, files.Count).ToLookup(
            i => files[i].Bucket,
            i => new OperationsFileModel(names[i], client.DocumentName, client.Namespace, client.ClientName, client.IsPublic, files[i].Group)
            {
                Part = files[i].Part,
                RulesName = client.RulesName,
            });
        return Enumerable.Range(0, count).Select(bucket => new OperationsBucketModel(buckets[bucket].ToEquatableArray())).ToEquatableArray();
    }

    /// <summary>Leaves a group in one file, or spreads its operations; the head of its class is always in the same one.</summary>
    private static IEnumerable<OperationsCut> CutGroup(GroupModel group, int count)
    {
        int home = IndexOf(group.ClassName, count);
        if (group.Operations.Sum(Lines) <= MostLinesTogether)
        {
            return new[] { new OperationsCut(home, null, group) };
        }

        ILookup<int, OperationModel> parts = group.Operations.ToLookup(operation => IndexOf(group.ClassName + "." + operation.MethodName, count));
        return parts.Select(part => part.Key).Append(home).Distinct()
            .Select(bucket => new OperationsCut(bucket, bucket == home ? null : bucket, group with { Operations = parts[bucket].ToEquatableArray() }));
    }

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

    /// <summary>Hashes a name: FNV-1a, because <c>string.GetHashCode</c> differs from build to build.</summary>
    public static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        // FNV's low bits are its weakest.
        return hash ^ (hash >> 16);
    }

    private static int IndexOf(string name, int count) => (int)(Hash(name) % (uint)count);

    private sealed record TypesKey(string Origin, string? Type);

    private sealed record TypesCut(int Bucket, string Name, EquatableArray<TypeModel> Types, UnionPartModel? Part);

    private sealed record OperationsCut(int Bucket, int? Part, GroupModel Group);
}
