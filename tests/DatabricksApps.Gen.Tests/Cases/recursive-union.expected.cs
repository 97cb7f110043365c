public readonly partial struct Expression
{
    public static Expression FromNumber(double value);
    public static Expression FromSum(Sum value);
}

public readonly partial struct Json
{
    public static Json FromString(string value);
    public static Json FromJsonList(IReadOnlyList<Json?> value);
    public static Json FromJsonMap(IReadOnlyDictionary<string, Json?> value);
}

public sealed partial class Sum
{
    public required Expression Left { get; init; }

    public required Expression Right { get; init; }
}
