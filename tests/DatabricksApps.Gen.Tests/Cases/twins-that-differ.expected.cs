public sealed partial class ItemInput
{
    public string? Name { get; init; }

    public StringOrNumber? Price { get; init; }
}

public sealed partial class ItemOutput
{
    public string? Name { get; init; }

    public string? Price { get; init; }

    public DateTimeOffset? At { get; init; }
}

public readonly partial struct StringOrNumber
{
    public static StringOrNumber FromString(string value);
    public static StringOrNumber FromNumber(double value);
}
