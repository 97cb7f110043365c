public sealed partial class Cat
{
    public required string Kind { get; init; }
}

public sealed partial class Dog
{
    public required string Kind { get; init; }
}

public readonly partial struct Pet
{
    // by "kind": "Cat" Cat, "Dog" Dog
    public static Pet FromCat(Cat value);
    public static Pet FromDog(Dog value);
}
