namespace DatabricksApps.Gen.OpenApi;

/// <summary>What a schema says that describes its use and makes no type of its own.</summary>
/// <remarks>
/// They go as one from the keywords that they stand among to whatever schema is made around these: beside a reference, around
/// null, of several schemas. So a keyword that is added here is lost at none of them.
/// </remarks>
internal sealed record ApiAnnotations
{
    public static ApiAnnotations None { get; } = new();

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    /// <summary>Gets the default; a JSON null is <see cref="ApiValue.Null"/>, none is null.</summary>
    public ApiValue? Default { get; init; }

    /// <summary>Gets the first example as JSON.</summary>
    public ApiValue? Example { get; init; }

    /// <summary>Gets what both say of one value; where both have a word for the same, these have it.</summary>
    public ApiAnnotations Over(ApiAnnotations others) => new()
    {
        Title = Title ?? others.Title,
        Description = Description ?? others.Description,
        IsDeprecated = IsDeprecated || others.IsDeprecated,
        IsReadOnly = IsReadOnly || others.IsReadOnly,
        IsWriteOnly = IsWriteOnly || others.IsWriteOnly,
        Default = Default ?? others.Default,
        Example = Example ?? others.Example,
    };
}
