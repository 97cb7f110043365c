public sealed partial class Bad
{
    public bool Success { get; init; } = false; // always sent

    public required string Error { get; init; }
}

public sealed partial class Good
{
    public bool Success { get; init; } = true; // always sent

    public required long Value { get; init; }
}

public sealed partial class One
{
    public long V { get; init; } = 1L; // always sent
}

public readonly partial struct Result
{
    // by "success": "true" Good, "false" Bad
    public static Result FromGood(Good value);
    public static Result FromBad(Bad value);
}

public sealed partial class Two
{
    public long V { get; init; } = 2L; // sent when assigned
}

public readonly partial struct Version
{
    // by "v": "1" One, "2" Two
    public static Version FromOne(One value);
    public static Version FromTwo(Two value);
}
