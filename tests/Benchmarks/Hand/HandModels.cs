using System.Text.Json;
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

    [JsonStringEnumMemberName("sold")]
    Sold,
}

public sealed class HandSearch
{
    public string? Text { get; set; }

    public HandStatus? Status { get; set; }

    public List<string> Tags { get; set; } = [];

    public double? MinPrice { get; set; }

    public double? MaxPrice { get; set; }

    public bool? InStock { get; set; }

    public DateTimeOffset? CreatedSince { get; set; }

    public string? Supplier { get; set; }

    public int? Offset { get; set; }

    public int? Limit { get; set; }
}

public sealed class HandReading
{
    public string Sensor { get; set; } = "";

    public double Value { get; set; }

    public DateTimeOffset At { get; set; }
}

public sealed class HandValidationError
{
    public List<HandValidationDetail> Detail { get; set; } = [];
}

public sealed class HandValidationDetail
{
    public List<JsonElement> Loc { get; set; } = [];

    public string Msg { get; set; } = "";

    public string Type { get; set; } = "";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandItem))]
[JsonSerializable(typeof(List<HandItem>))]
[JsonSerializable(typeof(HandReading))]
[JsonSerializable(typeof(HandValidationError))]
[JsonSerializable(typeof(long))]
public sealed partial class HandJson : JsonSerializerContext;
