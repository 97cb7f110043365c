namespace DatabricksApps.Generated;

/// <summary>Says which required members an object lacks.</summary>
internal static class MissingMembers
{
    /// <summary>Makes the fault that names all that are missing, and the likely cause.</summary>
    /// <param name="members">The type's table.</param>
    /// <param name="seen">A bit each for the first 64 members that the object had.</param>
    /// <param name="seenBeyond">The same for the others, 64 a word.</param>
    /// <param name="model">The type.</param>
    public static JsonFault Fault(JsonMembers members, ulong seen, ulong[]? seenBeyond, Type model)
    {
        List<string> missing = [];
        for (int i = 0; i < members.Count; i++)
        {
            ulong word = i < 64 ? seen : seenBeyond![(i >> 6) - 1];
            if (members[i].IsRequired && (word & (1UL << i)) == 0)
            {
                missing.Add($"'{members[i].NameText}'");
            }
        }

        return new JsonFault(
            $"{model.Name} lacks {string.Join(", ", missing)}, which the document requires. The app may leave members " +
            "out (FastAPI's response_model_exclude_unset, response_model_exclude_none), or the document is older than the app.");
    }
}
