using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract;

/// <summary>A part of a type: a member, a value, a case.</summary>
/// <param name="Name">Its name on the wire; of a case <see cref="Case"/>, since its type need not have its name yet.</param>
/// <param name="Constant">The one value that a member can have, as JSON; null: any, or none is said.</param>
internal sealed record TypePart(string Name, string? Constant)
{
    public const string Case = "|";

    /// <summary>Gets the part of a fact about a member: a star is what else an object may hold, so that a member of stars has one more.</summary>
    public static string Member(string wireName) => wireName.Length > 0 && wireName.All(letter => letter == '*') ? wireName + "*" : wireName;

    /// <summary>Tells whether two types have the same parts, and none that contradict each other.</summary>
    public static bool AreAlike(IReadOnlyList<TypePart> one, IReadOnlyList<TypePart> other) =>
        one.Count == other.Count
        && one.OrderBy(part => part.Name, StringComparer.Ordinal).Zip(other.OrderBy(part => part.Name, StringComparer.Ordinal), AreAlike).All(alike => alike);

    private static bool AreAlike(TypePart one, TypePart other) =>
        one.Name == other.Name && (one.Constant is null || other.Constant is null || one.Constant == other.Constant);

    /// <summary>Tells whether one type may be the other with some parts changed: they share one, and none contradicts another.</summary>
    public static bool MayBeOne(IReadOnlyList<TypePart> one, IReadOnlyList<TypePart> other)
    {
        List<(TypePart, TypePart)> shared = one.Join(other, part => part.Name, part => part.Name, (part, own) => (part, own), StringComparer.Ordinal).ToList();
        return shared.Count > 0 && shared.All(pair => AreAlike(pair.Item1, pair.Item2));
    }
}

/// <summary>A type as it is now.</summary>
/// <param name="Parts">Gets what it is made of.</param>
/// <param name="Alternatives">Gets what it and each type that stands beside it in a list is made of.</param>
internal sealed record TypeNow(Func<IReadOnlyList<TypePart>> Parts, Func<IReadOnlyList<IReadOnlyList<TypePart>>> Alternatives)
{
    /// <summary>Gets what stands in no list.</summary>
    public static TypeNow Nothing { get; } = new(() => Array.Empty<TypePart>(), () => Array.Empty<IReadOnlyList<TypePart>>());
}
