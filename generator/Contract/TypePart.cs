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

    /// <summary>Tells whether two types have the same parts, and none that contradict each other.</summary>
    public static bool AreAlike(IReadOnlyList<TypePart> one, IReadOnlyList<TypePart> other) =>
        one.Count == other.Count
        && one.OrderBy(part => part.Name, StringComparer.Ordinal).Zip(other.OrderBy(part => part.Name, StringComparer.Ordinal), AreAlike).All(alike => alike);

    private static bool AreAlike(TypePart one, TypePart other) =>
        one.Name == other.Name && (one.Constant is null || other.Constant is null || one.Constant == other.Constant);
}
