public sealed partial class ShopClient
{
    // GET /api/chat
    public IAsyncEnumerable<AppEvent<ChatEvent>> ChatAsync();

    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public readonly partial struct ChatEvent
{
    public static ChatEvent FromString(string value);
    public static ChatEvent FromReply(Reply value);
}

public sealed partial class Reply
{
    public required string Text { get; init; }
}
