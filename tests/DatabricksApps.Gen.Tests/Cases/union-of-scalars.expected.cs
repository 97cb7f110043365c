public readonly partial struct DateTimeOrDate
{
    public static DateTimeOrDate FromDateTime(DateTimeOffset value);
    public static DateTimeOrDate FromDate(DateOnly value);
}

public sealed partial class Item
{
    public required StringOrInteger Id { get; init; }

    public required IReadOnlyList<StringOrInteger> Others { get; init; }

    public StringOrInteger? Parent { get; init; } // sent when assigned

    public DateTimeOrDate? When { get; init; }
}

public readonly partial struct StringOrInteger
{
    public static StringOrInteger FromString(string value);
    public static StringOrInteger FromInteger(long value);
}
