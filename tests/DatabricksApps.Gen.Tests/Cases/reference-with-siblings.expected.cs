public sealed partial class Item
{
    public Person? Owner { get; init; }

    [Obsolete("The app's document calls it deprecated.")]
    public Person? Former { get; init; }
}

public sealed partial class Person
{
    public string? Name { get; init; }
}
