public sealed partial class ShopClient
{
    public Task<AppResult<T>> ResultOfAsync(Func<ShopClient, Task<T>> call);

    public Task<AppException?> FailureOfAsync(Func<ShopClient, Task> call);
}

public readonly partial struct Color
{
    public static readonly Color Red = new("red");
    public static readonly Color Blue = new("blue");
}

public sealed partial class Paint
{
    public required Color? Color { get; init; }
}
