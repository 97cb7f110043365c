public sealed partial class ShopClient
{
    // GET /api/pet
    public Task<Pet> ReadPetAsync();
}

public sealed partial class Cat
{
    public string Kind { get; init; } = "cat"; // always sent

    public string? Name { get; init; }

    public long? Lives { get; init; }
}

public sealed partial class Dog
{
    public string Kind { get; init; } = "dog"; // always sent

    public string? Name { get; init; }

    public long? Tricks { get; init; }
}

public readonly partial struct Pet
{
    // by "kind": "cat" Cat, "dog" Dog
    public static Pet FromCat(Cat value);
    public static Pet FromDog(Dog value);
}
