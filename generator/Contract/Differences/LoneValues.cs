using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>
/// An enum that lost all values but one is no type any more: what was of that type can be one value now. That is told as the
/// values that are gone, not as another type, to who gives it; who reads it reads a text now, where an enum was.
/// </summary>
internal static class LoneValues
{
    public static IEnumerable<Change> Apply(IReadOnlyList<Change> changes, FactIndex was, FactIndex now)
    {
        Dictionary<string, Change> lone = changes
            .Where(change => change.Kind.EndsWith(".type", System.StringComparison.Ordinal) && !IsRead(change, now) && EnumOf(change, was, now) is not null)
            .GroupBy(change => EnumOf(change, was, now)!)
            .ToDictionary(same => same.Key, same => same.First());
        foreach (Change change in changes)
        {
            if (change is { Kind: "type.removed", Before.Owner: var type } && lone.TryGetValue(type, out Change? use))
            {
                foreach (Fact value in was.Of(FactKind.Value, type).Where(value => !IsKept(value, use.After!)))
                {
                    yield return new Change("enum.value.removed", value, use.After, $"'{value.Part}' is no value of {use.After!.Subject} any more");
                }
            }
            else if (!lone.ContainsValue(change) && !(change.Kind.EndsWith(".constant", System.StringComparison.Ordinal) && lone.Values.Any(other => other.After == change.After)))
            {
                yield return change;
            }
        }
    }

    // Who reads it reads another type of C#.
    private static bool IsRead(Change change, FactIndex now) => change is { After: { Kind: FactKind.Member } member } && now.Owner(member)?.Has(TypeDirections.Received) == true;

    // The enum that a value was of, which is gone, if what is left is one of its values.
    private static string? EnumOf(Change change, FactIndex was, FactIndex now)
    {
        if (change is not { Before.Type: { } type, After: { } after } || after.Get(BoundText.Value) is null)
        {
            return null;
        }

        string name = type.TrimEnd('?');
        return was.Of(FactKind.Value, name).Any(value => IsKept(value, after)) && now.Of(FactKind.Type, name).Count == 0 ? name : null;
    }

    private static bool IsKept(Fact value, Fact after) => after.Get(BoundText.Value) is { } only && (only == value.Part || only == $"\"{value.Part}\"");
}
