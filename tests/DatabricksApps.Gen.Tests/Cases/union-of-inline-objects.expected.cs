public sealed partial class Item
{
    public ItemPart? Part { get; init; }
}

public readonly partial struct ItemPart
{
    public static ItemPart FromObject1(ItemPartObject1 value);
    public static ItemPart FromStringList(IReadOnlyList<string> value);
}

public sealed partial class ItemPartObject1
{
    public required double Width { get; init; }
}

public readonly partial struct Pet
{
    public static Pet FromPetCat(PetCat value);
    public static Pet FromDog(PetDog value);
}

public sealed partial class PetCat
{
    public string? Name { get; init; }
}

public sealed partial class PetDog
{
    public long? Age { get; init; }
}
