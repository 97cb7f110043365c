public sealed partial class Cat
{
    public CatMood? Mood { get; init; }
}

public readonly partial struct CatMood
{
    public static readonly CatMood Good = new("good");
    public static readonly CatMood Bad = new("bad");
}

public sealed partial class Dog
{
    public CatMood? Mood { get; init; }

    public DogTemper? Temper { get; init; }
}

public readonly partial struct DogTemper
{
    public static readonly DogTemper Good = new("good");
    public static readonly DogTemper Bad = new("bad");
}
