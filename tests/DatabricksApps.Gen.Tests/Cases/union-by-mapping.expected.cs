public sealed partial class Cat
{
    public string Kind { get; init; } = "cat"; // always sent
}

public sealed partial class Dog
{
    public required DogKind Kind { get; init; }
}

public readonly partial struct DogKind
{
    public static readonly DogKind Dog = new("dog");
    public static readonly DogKind Puppy = new("puppy");
}

public readonly partial struct Pet
{
    // by "kind": "cat" Cat, "dog" Dog, "puppy" Dog
    public static Pet FromCat(Cat value);
    public static Pet FromDog(Dog value);
}
