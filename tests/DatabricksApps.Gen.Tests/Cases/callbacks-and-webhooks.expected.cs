public sealed partial class ShopClient
{
    // POST /api/jobs
    public Task StartJobAsync();
}

public sealed partial class DonePayload
{
    public string? Result { get; init; }
}

public sealed partial class Item
{
    public required long Id { get; init; }
}
