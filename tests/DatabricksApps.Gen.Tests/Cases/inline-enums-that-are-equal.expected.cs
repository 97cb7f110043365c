public sealed partial class Cat
{
    public Mood? Mood { get; init; }
}

public sealed partial class Dog
{
    public Mood? Mood { get; init; }

    public DogTemper? Temper { get; init; }
}

public readonly partial struct DogTemper
{
    public static readonly DogTemper Good = new("good");
    public static readonly DogTemper Bad = new("bad");
}

public readonly partial struct Mood
{
    public static readonly Mood Good = new("good");
    public static readonly Mood Bad = new("bad");
}
