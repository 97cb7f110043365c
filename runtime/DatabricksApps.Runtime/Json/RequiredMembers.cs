using System.Numerics;

namespace DatabricksApps.Generated;

/// <summary>The required members that an object had.</summary>
internal struct RequiredMembers
{
    private ulong _seen;
    private HashSet<int>? _seenBeyond;

    /// <summary>Gets how many different ones there were.</summary>
    public readonly int Count => BitOperations.PopCount(_seen) + (_seenBeyond?.Count ?? 0);

    public void Add(int member)
    {
        if (member < 64)
        {
            _seen |= 1UL << member;
        }
        else
        {
            (_seenBeyond ??= []).Add(member);
        }
    }

    /// <summary>Makes the fault that names all that are missing, and the likely cause.</summary>
    public readonly JsonFault Missing(JsonMembers members, Type model)
    {
        List<string> missing = [];
        for (int i = 0; i < members.Count; i++)
        {
            bool isSeen = i < 64 ? (_seen & (1UL << i)) != 0 : _seenBeyond?.Contains(i) == true;
            if (members[i].IsRequired && !isSeen)
            {
                missing.Add($"'{members[i].NameText}'");
            }
        }

        return new JsonFault(
            $"{model.Name} lacks {string.Join(", ", missing)}, which the document requires. The app may leave members " +
            "out (FastAPI's response_model_exclude_unset, response_model_exclude_none), or the document is older than the app.");
    }
}
