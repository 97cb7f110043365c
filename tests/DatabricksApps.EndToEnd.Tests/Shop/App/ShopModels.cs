using System.Text.Json.Serialization;

namespace DatabricksApps.EndToEnd.Tests.Shop.App;

/// <summary>A product of the shop.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Price">Its price in euros.</param>
/// <param name="Color">Its color.</param>
/// <param name="Grade">How good it is.</param>
/// <param name="Note">What else there is to say, if anything.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Stock">How many there are, by shop.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Details">Numbers that not every product has.</param>
internal sealed record ShopProduct(
    int Id,
    string Name,
    decimal Price,
    ShopColor Color,
    ShopGrade? Grade,
    string? Note,
    ShopShape Shape,
    Dictionary<string, int> Stock,
    string[] Tags,
    ShopDetails? Details = null);

internal sealed record ShopDetails(
    Guid Key, DateTimeOffset AddedAt, DateOnly Since, TimeOnly Opens, TimeSpan Lead, Uri Page, byte[] Seal, double Weight, long? Sold);

[JsonConverter(typeof(JsonStringEnumConverter<ShopColor>))]
internal enum ShopColor
{
    Red,
    Green,
    DarkBlue,
}

internal enum ShopGrade
{
    Low = 1,
    High = 2,
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ShopCircle), "circle")]
[JsonDerivedType(typeof(ShopSquare), "square")]
internal abstract record ShopShape;

internal sealed record ShopCircle(double Radius) : ShopShape;

internal sealed record ShopSquare(double Side, string? Label = null) : ShopShape;

internal sealed record ShopUpload(string FileName, string ContentType, long Length, string Caption);
