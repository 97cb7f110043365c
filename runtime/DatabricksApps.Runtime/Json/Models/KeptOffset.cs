namespace DatabricksApps.Generated;

/// <summary>
/// What the text of a member said of its offset and the C# type cannot hold. The model writes it again, until the member
/// is assigned anew: so what was read goes back as it came.
/// </summary>
/// <param name="Member">The member's line in the table.</param>
/// <param name="Text">The offset: empty of a point in time without one, <c>+02:00</c> of a time of day.</param>
internal readonly record struct KeptOffset(int Member, string Text)
{
    /// <summary>Returns what a member kept; null: nothing.</summary>
    public static string? Find(KeptOffset[]? offsets, int member)
    {
        for (int i = 0; i < offsets?.Length; i++)
        {
            if (offsets[i].Member == member)
            {
                return offsets[i].Text;
            }
        }

        return null;
    }
}
