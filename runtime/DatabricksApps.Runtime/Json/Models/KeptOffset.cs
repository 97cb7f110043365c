namespace DatabricksApps.Generated;

/// <summary>
/// What the text of a member said of its offset and the C# type cannot hold. The model writes it again, until the member
/// is assigned anew: so what was read goes back as it came.
/// </summary>
/// <remarks>
/// A list that never changes, so that models share it: those of one type are mostly read alike, and nothing is allocated
/// for the second one.
/// </remarks>
internal sealed class KeptOffset
{
    private static readonly KeptOffset?[] s_first = new KeptOffset?[64];

    private readonly int _member;
    private readonly string _text;
    private readonly KeptOffset? _before;
    private KeptOffset? _next;

    private KeptOffset(int member, string text, KeptOffset? before)
    {
        _member = member;
        _text = text;
        _before = before;
        Alone = new ModelRest(null, null, this);
    }

    /// <summary>Gets what a model has that keeps these offsets and nothing else.</summary>
    public ModelRest Alone { get; }

    /// <summary>Adds what a member keeps.</summary>
    /// <param name="before">What others keep.</param>
    /// <param name="member">The member's line in the table.</param>
    /// <param name="text">The offset: empty of a point in time without one, <c>+02:00</c> of a time of day.</param>
    public static KeptOffset Add(KeptOffset? before, int member, string text)
    {
        ref KeptOffset? known = ref (before is null ? ref s_first[member % s_first.Length] : ref before._next);
        return known is { } same && same._member == member && same._text == text ? same : known = new KeptOffset(member, text, before);
    }

    /// <summary>Returns what a member kept; null: nothing.</summary>
    public static string? Find(KeptOffset? offsets, int member)
    {
        while (offsets is not null && offsets._member != member)
        {
            offsets = offsets._before;
        }

        return offsets?._text;
    }

    /// <summary>Takes away what a member kept.</summary>
    public static KeptOffset? Remove(KeptOffset? offsets, int member) =>
        offsets is null ? null
        : offsets._member == member ? offsets._before
        : Add(Remove(offsets._before, member), offsets._member, offsets._text);
}
