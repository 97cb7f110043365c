public readonly partial struct Animal
{
    public static Animal FromPet(Pet value);
    public static Animal FromCow(Cow value);
}

public sealed partial class Cat
{
    public required long Lives { get; init; }
}

public sealed partial class Cow
{
    public required long Milk { get; init; }
}

public sealed partial class Dog
{
    public required long Tricks { get; init; }
}

public readonly partial struct Pet
{
    public static Pet FromCat(Cat value);
    public static Pet FromDog(Dog value);
}
