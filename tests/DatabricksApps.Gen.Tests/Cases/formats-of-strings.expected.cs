public sealed partial class Text
{
    public required string Plain { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly Day { get; init; }

    public required TimeOnly Hour { get; init; }

    public required TimeSpan Took { get; init; }

    public required Guid Id { get; init; }

    public required Uri Link { get; init; }

    public required byte[] Data { get; init; }

    public required string Secret { get; init; }

    public required string Mail { get; init; }
}
