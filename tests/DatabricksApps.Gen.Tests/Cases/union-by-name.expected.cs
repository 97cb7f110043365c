public sealed partial class Cat
{
    public string Kind { get; init; } = "Cat"; // always sent
}

public sealed partial class Dog
{
    public string Kind { get; init; } = "Dog"; // always sent
}

public readonly partial struct Pet
{
    // by "kind": "Cat" Cat, "Dog" Dog
    public static Pet FromCat(Cat value);
    public static Pet FromDog(Dog value);
}
