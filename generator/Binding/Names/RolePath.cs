using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>What a schema is in what holds it, and that in what holds it, up to a component or call; null: it is that.</summary>
internal sealed class RolePath
{
    private readonly RolePath? _holder;
    private readonly string _role;
    private readonly int _count;

    public RolePath(RolePath? holder, string role)
    {
        _holder = holder;
        _role = role;
        _count = 1 + (holder?._count ?? 0);
    }

    /// <summary>Gets the words from the outside in.</summary>
    public static IReadOnlyList<string> Words(RolePath? path)
    {
        string[] words = new string[path?._count ?? 0];
        for (int i = words.Length - 1; i >= 0; i--)
        {
            words[i] = path!._role;
            path = path._holder;
        }

        return words;
    }

    /// <summary>Tells whether a path is shorter than another one, or as long and the first of the two by its words.</summary>
    public static bool IsBefore(RolePath? a, RolePath? b)
    {
        int count = a?._count ?? 0;
        int other = b?._count ?? 0;
        return count != other ? count < other : !ReferenceEquals(a, b) && IsBefore(Words(a), Words(b));
    }

    // As the words joined by a slash.
    private static bool IsBefore(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        int last = a.Count - 1;
        for (int i = 0; i < last; i++)
        {
            if (a[i] != b[i])
            {
                return string.CompareOrdinal(a[i] + "/", b[i] + "/") < 0;
            }
        }

        return last >= 0 && string.CompareOrdinal(a[last], b[last]) < 0;
    }
}
