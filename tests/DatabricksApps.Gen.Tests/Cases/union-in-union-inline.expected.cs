public sealed partial class Black
{
    public string PetType { get; init; } = "cat"; // always sent

    public string Color { get; init; } = "black"; // always sent
}

public sealed partial class Cow
{
    public required long Milk { get; init; }
}

public sealed partial class Dog
{
    public string PetType { get; init; } = "dog"; // always sent
}

public sealed partial class Fish
{
    public required long Fins { get; init; }
}

public sealed partial class Owner
{
    public OwnerPet? Pet { get; init; }

    public OwnerShape? Shape { get; init; }
}

public readonly partial struct OwnerPet
{
    public static OwnerPet FromCowOrFish(OwnerPetCowOrFish value);
    public static OwnerPet FromStringList(IReadOnlyList<string> value);
    public static OwnerPet FromObject3(OwnerPetObject3 value);
}

public readonly partial struct OwnerPetCowOrFish
{
    public static OwnerPetCowOrFish FromCow(Cow value);
    public static OwnerPetCowOrFish FromFish(Fish value);
}

public sealed partial class OwnerPetObject3
{
    public required long N { get; init; }
}

public readonly partial struct OwnerShape
{
    // by "kind": "circle" Circle, "square" Square
    public static OwnerShape FromCircle(OwnerShapeCircle value);
    public static OwnerShape FromSquare(OwnerShapeSquare value);
}

public sealed partial class OwnerShapeCircle
{
    public string Kind { get; init; } = "circle"; // always sent

    public double? Radius { get; init; }
}

public sealed partial class OwnerShapeSquare
{
    public string Kind { get; init; } = "square"; // always sent

    public double? Side { get; init; }
}

public readonly partial struct Pet
{
    // by "pet_type": "cat" Cat, "dog" Dog
    public static Pet FromCat(PetCat value);
    public static Pet FromDog(Dog value);
}

public readonly partial struct PetCat
{
    // by "color": "black" Black, "white" White
    public static PetCat FromBlack(Black value);
    public static PetCat FromWhite(White value);
}

public sealed partial class White
{
    public string PetType { get; init; } = "cat"; // always sent

    public string Color { get; init; } = "white"; // always sent
}
