namespace DatabricksApps.Gen.Model;

/// <summary>The texts of an XML documentation comment, unescaped.</summary>
internal sealed record DocModel
{
    /// <summary>Gets the first sentence or title.</summary>
    public string? Summary { get; init; }

    /// <summary>Gets the longer description.</summary>
    public string? Remarks { get; init; }

    /// <summary>Gets an example value as JSON.</summary>
    public string? Example { get; init; }

    /// <summary>Gets bounds and defaults in words, such as <c>Greater than 0.</c></summary>
    public string? Constraints { get; init; }

    /// <summary>Gets the same as values.</summary>
    public EquatableArray<BoundModel> Bounds { get; init; }

    /// <summary>Gets the places in the document, as <c>inventory.openapi.json#/components/schemas/Item</c>.</summary>
    public EquatableArray<string> Sources { get; init; }

    public static DocModel None { get; } = new();
}
