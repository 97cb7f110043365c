using System.Text.Json.Serialization;

namespace DatabricksApps.Benchmarks.Hand;

/// <summary>What a good engineer writes by hand: plain setters and System.Text.Json's source generator.</summary>
public sealed class HandItem
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public double Price { get; set; }

    public List<string> Tags { get; set; } = [];

    public HandStatus Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public HandDimensions? Dimensions { get; set; }

    public Dictionary<string, string> Attributes { get; set; } = [];

    public string? Supplier { get; set; }

    public int Quantity { get; set; }

    public Guid Uuid { get; set; }
}

public sealed class HandDimensions
{
    public double Width { get; set; }

    public double Height { get; set; }

    public double Depth { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<HandStatus>))]
public enum HandStatus
{
    [JsonStringEnumMemberName("available")]
    Available,

    [JsonStringEnumMemberName("sold-out")]
    SoldOut,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandItem))]
[JsonSerializable(typeof(List<HandItem>))]
public sealed partial class HandJson : JsonSerializerContext;
