public sealed partial class ShopClient
{
    // GET /api/chat
    public IAsyncEnumerable<AppEvent<ChatEvent>> ChatAsync();
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
