public sealed partial class Item
{
    public ItemFrom? From { get; init; }

    public To? To { get; init; }
}

public readonly partial struct ItemFrom
{
    public static readonly ItemFrom On = new("on");
    public static readonly ItemFrom Off = new("off");
}

public sealed partial class Part
{
    public To? To { get; init; }
}

public readonly partial struct To
{
    public static readonly To On = new("on");
    public static readonly To Off = new("off");
}
