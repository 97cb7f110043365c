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
        return count != other
            ? count < other
            : string.CompareOrdinal(string.Join("/", Words(a)), string.Join("/", Words(b))) < 0;
    }
}
