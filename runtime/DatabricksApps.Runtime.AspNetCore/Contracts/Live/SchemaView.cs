using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>What a schema says of a value, behind references and whatever else is but another spelling.</summary>
/// <param name="Node">The schema that says it.</param>
/// <param name="Kinds">The kinds of JSON that it can be; none: any, or it is not known.</param>
internal readonly record struct SchemaView(JsonElement Node, JsonKinds Kinds)
{
    /// <summary>Gets a schema of which nothing is concluded.</summary>
    public static SchemaView Unknown { get; } = new() { IsUnknown = true };

    /// <summary>Gets whether the schema has something that this does not understand.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Gets whether it says nothing: any JSON.</summary>
    public bool IsAny { get; init; }

    /// <summary>Gets whether it is one of several.</summary>
    public bool IsChoice { get; init; }

    public bool MayBeNull { get; init; }

    /// <summary>Gets the name of the component that a reference leads to; null: the schema stands where it is used.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the reference; null: the schema stands where it is used.</summary>
    public string? Reference { get; init; }
}
