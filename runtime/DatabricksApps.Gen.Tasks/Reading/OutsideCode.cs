using System;
using System.Collections.Generic;
using System.Linq;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>
/// Code that is not seen: most of it may look at all of what it is given, as a serializer does. What only keeps values and gives
/// them back is known by name: collections, tasks, LINQ, delegates.
/// </summary>
internal static class OutsideCode
{
    private static readonly HashSet<string> s_keepers = new(StringComparer.Ordinal)
    {
        "System.Linq", "System.Collections", "System.Threading", "System.Runtime.CompilerServices",
        "System.Runtime.InteropServices", "System.Runtime.ExceptionServices",
    };

    private static readonly HashSet<string> s_keepingTypes = new(StringComparer.Ordinal)
    {
        "Func", "Action", "Predicate", "Comparison", "Converter", "EventHandler", "Nullable", "Lazy", "Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory",
        "Array", "ArraySegment", "Tuple", "ValueTuple", "IDisposable", "IAsyncDisposable", "IProgress", "Progress", "Delegate", "MulticastDelegate", "WeakReference",
        "ArgumentNullException", "GC",
    };

    private static readonly HashSet<string> s_comparing = new(StringComparer.Ordinal)
    {
        "Contains", "Distinct", "Union", "Except", "Intersect", "SequenceEqual", "ToHashSet", "IndexOf", "LastIndexOf", "Remove", "Equals", "CompareTo",
        "GetHashCode", "ToString", "BinarySearch", "Sort", "Order", "OrderDescending", "Min", "Max",
    };

    private static readonly HashSet<string> s_keyed = new(StringComparer.Ordinal)
    {
        "GroupBy", "ToDictionary", "ToLookup", "DistinctBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "MinBy", "MaxBy", "ToFrozenDictionary", "ToImmutableDictionary", "CountBy", "Join", "GroupJoin",
    };

    private static readonly HashSet<string> s_keyedTypes = new(StringComparer.Ordinal)
    {
        "HashSet", "Dictionary", "SortedSet", "SortedDictionary", "SortedList", "ConcurrentDictionary", "FrozenSet", "FrozenDictionary", "ImmutableHashSet",
        "ImmutableDictionary", "EqualityComparer", "IEqualityComparer", "Comparer", "IComparer",
    };

    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal) { "GetType", "ReferenceEquals", ".ctor", "MemberwiseClone" };

    /// <summary>Takes what a call of it may look at as used whole.</summary>
    /// <param name="member">What is called.</param>
    /// <param name="given">What it is given, the object that it is called on first.</param>
    public static void Call(Member member, IReadOnlyList<GeneratedType[]?> given)
    {
        string type = WithoutArity(member.Type);
        if (type == "JsonModel" && member.Namespace is "DatabricksApps" or "DatabricksApps.Generated")
        {
            OfModel(member, given);
        }
        else if (!Keeps(member, type))
        {
            foreach (GeneratedType[]? argument in member.Arguments.OfMethod.Concat(member.Arguments.OfType))
            {
                Mentions.TakeWhole(argument);
            }

            for (int i = 0; i < given.Count; i++)
            {
                Mentions.TakeWhole(given[i], Place(member, i));
            }
        }
        else if (s_comparing.Contains(member.Name))
        {
            foreach (GeneratedType[]? argument in given.Skip(member.IsInstance && member.Parameters.Length > 0 ? 1 : 0))
            {
                Mentions.TakeWhole(argument);
            }
        }
        else if (s_keyed.Contains(member.Name) && member.Arguments.OfMethod.Length > 1)
        {
            Mentions.TakeWhole(member.Arguments.OfMethod[member.Name.EndsWith("Join", StringComparison.Ordinal) ? 2 : 1]);
        }
        else if (s_keyedTypes.Contains(type) && member.Arguments.OfType.Length > 0)
        {
            Mentions.TakeWhole(member.Arguments.OfType[0]);
        }
    }

    /// <summary>Takes what a call of this assembly's own code hides from us.</summary>
    public static void CallOwn(Member member, IReadOnlyList<GeneratedType[]?> given)
    {
        // In generic code it is not seen which type it is, unless the compiler made it.
        if (member.Type is not ['<', ..] && member.Name is not ['<', ..])
        {
            foreach (GeneratedType[]? argument in member.Arguments.OfMethod.Concat(member.Arguments.OfType))
            {
                Mentions.TakeWhole(argument);
            }
        }

        for (int i = member.IsInstance ? 1 : 0; i < given.Count; i++)
        {
            Mentions.TakeWhole(given[i], Place(member, i));
        }
    }

    // The base of models compares and shows them.
    private static void OfModel(Member member, IReadOnlyList<GeneratedType[]?> given)
    {
        switch (member.Name)
        {
            case "op_Equality" or "op_Inequality" when given.Any(value => value is null):
                // Compared with null.
                break;
            case "get_AdditionalProperties" or "set_AdditionalProperties":
                foreach (GeneratedType model in given[0] ?? [])
                {
                    (member.Name[0] == 'g' ? model.Names.Reads : model.Names.Sets).Add($"{model.Name}.AdditionalProperties");
                }

                break;
            case "op_Equality" or "op_Inequality" or "Equals" or "GetHashCode" or "ToString" or "WriteTo":
                foreach (GeneratedType[]? value in given)
                {
                    Mentions.TakeWhole(value);
                }

                break;
        }
    }

    private static GeneratedType[]? Place(Member member, int index) =>
        !member.IsInstance ? member.Parameters[index] : index == 0 ? member.TypeMention : member.Parameters[index - 1];

    private static bool Keeps(Member member, string type) => member.Namespace switch
    {
        "System" when type == "Object" => s_harmless.Contains(member.Name),
        "System" => s_keepingTypes.Contains(type),
        "System.Runtime.CompilerServices" => !type.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal),
        "DatabricksApps" or "DatabricksApps.Generated" => true,
        _ => s_keepers.Any(keeper => member.Namespace == keeper || (member.Namespace.StartsWith(keeper, StringComparison.Ordinal) && member.Namespace[keeper.Length] == '.')),
    };

    private static string WithoutArity(string type) => type.IndexOf('`') is > 0 and int tick ? type.Substring(0, tick) : type;
}
