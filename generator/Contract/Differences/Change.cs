namespace DatabricksApps.Gen.Contract.Differences;

/// <summary>A difference between what a client promised and what it promises now.</summary>
/// <param name="Kind">What kind of change it is, such as <c>property.optional</c>.</param>
/// <param name="Before">The fact as it was; null: it is new.</param>
/// <param name="After">The fact as it is; null: it is gone.</param>
/// <param name="Text">What changed, from what to what: a sentence without its stop.</param>
internal sealed record Change(string Kind, Fact? Before, Fact? After, string Text)
{
    /// <summary>Gets the keyword of the bound that is told, such as <c>maxLength</c>; empty: the change is about none, or it is gone.</summary>
    public string Bound { get; init; } = "";

    /// <summary>Gets what the change is about, by what is on the wire.</summary>
    public string Key => (After ?? Before)!.Key;

    /// <summary>Gets where the document says it now, or said it.</summary>
    public string Pointer => (After ?? Before)!.Pointer;
}
