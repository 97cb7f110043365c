using DatabricksApps.Gen.Model;

namespace DatabricksApps.Shuffle;

/// <summary>
/// Which types of two clients are the same: those that stand for the same places of the document. What uses a type whose
/// name alone differs then reads the same, so that one name is one difference.
/// </summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _before = [];

    private TypeNames()
    {
    }

    public List<Difference> Differences { get; } = [];

    /// <summary>Compares the types of two clients.</summary>
    /// <param name="before">The client as the document stands.</param>
    /// <param name="after">The client of the other order.</param>
    /// <param name="newcomer">The pointer of what the first document does not have; null: nothing.</param>
    public static TypeNames Match(ClientModel before, ClientModel after, string? newcomer)
    {
        TypeNames result = new();
        ILookup<string, TypeModel> olds = before.Types.ToLookup(type => PlacesOf(type, newcomer));
        ILookup<string, TypeModel> news = after.Types.ToLookup(type => PlacesOf(type, newcomer));
        List<TypeModel> restOfOlds = [];
        List<TypeModel> restOfNews = [];
        foreach (string places in olds.Select(group => group.Key).Union(news.Select(group => group.Key)))
        {
            result.MatchOfPlaces(places, [.. olds[places]], [.. news[places]], restOfOlds, restOfNews, newcomer);
        }

        result.MatchRest(restOfOlds, restOfNews, newcomer);
        return result;
    }

    /// <summary>Gets the name that a type of the other order has in the document as it stands.</summary>
    public string Of(string name) => _before.GetValueOrDefault(name, name);

    /// <summary>Gets whether a type of the other order is one of the document as it stands.</summary>
    public bool Has(string name) => _before.ContainsKey(name);

    /// <summary>Gets whether a type stands for nothing but the newcomer.</summary>
    public static bool IsOf(TypeModel type, string? newcomer) =>
        newcomer is not null && !type.Doc.Sources.IsEmpty && type.Doc.Sources.All(source => IsPlaceOf(source, newcomer));

    /// <summary>Gets whether a type stands for a place of the newcomer, maybe beside others.</summary>
    public static bool HasPlaceOf(TypeModel type, string newcomer) => type.Doc.Sources.Any(source => IsPlaceOf(source, newcomer));

    private static bool IsPlaceOf(string source, string newcomer)
    {
        string pointer = source[(source.IndexOf('#') + 1)..];
        return pointer == newcomer || pointer.StartsWith(newcomer + "/", StringComparison.Ordinal);
    }

    private static string PlacesOf(TypeModel type, string? newcomer)
    {
        IEnumerable<string> places = type.Doc.Sources
            .Where(source => newcomer is null || !IsPlaceOf(source, newcomer))
            .Select(source => source[source.IndexOf('#')..])
            .Distinct()
            .Order(StringComparer.Ordinal);
        return string.Join(" ", places);
    }

    /// <summary>Twins stand for the same place: those of one name are the same, then those of one kind.</summary>
    private void MatchOfPlaces(
        string places, List<TypeModel> olds, List<TypeModel> news, List<TypeModel> restOfOlds, List<TypeModel> restOfNews, string? newcomer)
    {
        foreach (TypeModel old in olds.ToList())
        {
            if (news.Find(type => type.Name == old.Name) is { } same)
            {
                Pair(old, same, olds, news);
            }
        }

        foreach (TypeModel old in places.Length == 0 ? [] : olds.ToList())
        {
            if (news.Find(type => type.GetType() == old.GetType()) is { } renamed)
            {
                // What the newcomer is of too is called after what all its places have in common.
                if (newcomer is null || !HasPlaceOf(renamed, newcomer))
                {
                    Differences.Add(new Difference(new Fact(DifferenceKind.TypeName, places), old.Name, renamed.Name));
                }

                Pair(old, renamed, olds, news);
            }
        }

        restOfOlds.AddRange(olds);
        restOfNews.AddRange(news);
    }

    /// <summary>Types that were merged otherwise are the same by their name, else by the first place that they share.</summary>
    private void MatchRest(List<TypeModel> olds, List<TypeModel> news, string? newcomer)
    {
        MatchRest(olds, news, newcomer, (old, type) => type.Name == old.Name);
        news.RemoveAll(type => IsOf(type, newcomer));
        MatchRest(olds, news, newcomer, (old, type) => type.GetType() == old.GetType() && type.Doc.Sources.Intersect(old.Doc.Sources).Any());
        Differences.AddRange(olds.Select(old => new Difference(new Fact(DifferenceKind.TypeMissing, PlacesOf(old, newcomer)), old.Name, null)));
        Differences.AddRange(news.Select(type => new Difference(new Fact(DifferenceKind.TypeMissing, PlacesOf(type, newcomer)), null, type.Name)));
    }

    private void MatchRest(List<TypeModel> olds, List<TypeModel> news, string? newcomer, Func<TypeModel, TypeModel, bool> isSame)
    {
        foreach (TypeModel old in olds.ToList())
        {
            if (news.Find(type => isSame(old, type)) is { } same)
            {
                if (!IsOfScalars(old, same))
                {
                    Differences.Add(new Difference(
                        new Fact(DifferenceKind.TypePlaces, old.Name), PlacesOf(old, newcomer), $"{same.Name} {PlacesOf(same, newcomer)}"));
                }

                Pair(old, same, olds, news);
            }
        }
    }

    /// <summary>A union of scalars stands for every place that has its cases, and names one of them.</summary>
    private static bool IsOfScalars(TypeModel old, TypeModel same) =>
        old.Name == same.Name && old is UnionTypeModel && same is UnionTypeModel && old.Doc.Sources.Count == 1 && same.Doc.Sources.Count == 1;

    private void Pair(TypeModel old, TypeModel same, List<TypeModel> olds, List<TypeModel> news)
    {
        _before[same.Name] = old.Name;
        olds.Remove(old);
        news.Remove(same);
    }
}
