namespace DatabricksApps.Instances;

/// <summary>Chooses among what a schema allows, as the kind of instance says.</summary>
internal sealed class Choices(InstanceKind kind)
{
    private readonly Random? _random = kind.Seed is int seed ? new Random(seed) : null;

    /// <summary>Gets the number that picks examples and spellings.</summary>
    public int Variant => _random?.Next(1000) ?? kind.Variant;

    /// <summary>Picks one of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[(_random?.Next(choices.Count) ?? kind.Variant) % choices.Count];

    /// <summary>Decides whether an optional part is there.</summary>
    public bool HasOptional() => _random is null ? kind.HasOptional : _random.Next(2) == 0;

    /// <summary>Decides whether what may be null is null.</summary>
    public bool IsNull() => _random is null ? kind.HasNulls : _random.Next(4) == 0;

    /// <summary>Decides how many items an array has where the schema leaves it open.</summary>
    public int ItemCount() => _random?.Next(3) ?? 1;
}
