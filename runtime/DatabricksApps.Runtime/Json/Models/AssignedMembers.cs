namespace DatabricksApps.Generated;

/// <summary>Which members of a model were assigned, a bit each.</summary>
internal static class AssignedMembers
{
    /// <summary>Whether a member was assigned.</summary>
    /// <param name="first">The bits of the first 64 members.</param>
    /// <param name="beyond">Those of further members.</param>
    /// <param name="member">The member's line in the table.</param>
    public static bool Contains(ulong first, ulong[]? beyond, int member)
    {
        if (member < 64)
        {
            return (first & (1UL << member)) != 0;
        }

        int word = (member >> 6) - 1;
        return word < beyond?.Length && (beyond[word] & (1UL << member)) != 0;
    }
}
