using System.Net;
using DatabricksApps.EndToEnd.Tests.ShopApi;
using ShopApp = DatabricksApps.EndToEnd.Tests.Shop.App.ShopApp;

namespace DatabricksApps.EndToEnd.Tests.Shop;

/// <summary>Every operation of the shop, called through its generated client.</summary>
public sealed class ShopTests(ShopApp app) : IClassFixture<ShopApp>
{
    private readonly ShopClient _client = new(new HttpClient { BaseAddress = app.BaseAddress });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_products_sends_an_enum_and_a_number()
    {
        IReadOnlyList<ShopProduct> all = await _client.Products.ListProductsAsync(cancellationToken: Cancellation);
        IReadOnlyList<ShopProduct> red = await _client.Products.ListProductsAsync(ShopColor.Red, cancellationToken: Cancellation);
        IReadOnlyList<ShopProduct> one = await _client.Products.ListProductsAsync(limit: 1, cancellationToken: Cancellation);

        Assert.Equal(["Lamp", "Rug"], all.Select(product => product.Name));
        Assert.Equal(["Rug"], red.Select(product => product.Name));
        Assert.Equal(["Lamp"], one.Select(product => product.Name));
    }

    [Fact]
    public async Task Read_product_gives_every_member()
    {
        ShopProduct lamp = await _client.Products.ReadProductAsync(1, cancellationToken: Cancellation);

        Assert.Equal(1, lamp.Id);
        Assert.Equal("Lamp", lamp.Name);
        Assert.Equal(12.5m, lamp.Price);
        Assert.Equal(ShopColor.DarkBlue, lamp.Color);
        Assert.Equal(2, lamp.Grade);
        Assert.Equal("Oak", lamp.Note);
        Assert.True(lamp.Shape.TryGetShopShapeShopCircle(out ShopShapeShopCircle? circle));
        Assert.Equal(2.5, circle.Radius);
        Assert.Equal(new Dictionary<string, int> { ["north"] = 3 }, lamp.Stock);
        Assert.Equal(["light", "oak"], lamp.Tags);

        ShopDetails details = Assert.IsType<ShopDetails>(lamp.Details);
        Assert.Equal(new Guid("11111111-2222-3333-4444-555555555555"), details.Key);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.Zero), details.AddedAt);
        Assert.Equal(new DateOnly(2026, 3, 1), details.Since);
        Assert.Equal(new TimeOnly(8, 30), details.Opens);
        Assert.Equal("1.02:00:00", details.Lead);
        Assert.Equal(new Uri("https://shop.example/lamp"), details.Page);
        Assert.Equal("seal"u8.ToArray(), details.Seal);
        Assert.Equal(1.25, details.Weight);
        Assert.Null(details.Sold);
    }

    [Fact]
    public async Task Read_product_throws_problem_details()
    {
        AppException<ProblemDetails> error = await Assert.ThrowsAsync<AppException<ProblemDetails>>(
            () => _client.Products.ReadProductAsync(9, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal("Not found", error.Error.Title);
        Assert.Equal("There is no product 9.", error.Error.Detail);
        Assert.Equal(404, error.Error.Status);
    }

    [Fact]
    public async Task Create_product_gives_back_what_was_sent()
    {
        ShopProduct rug = await _client.Products.ReadProductAsync(2, cancellationToken: Cancellation);
        ShopProduct product = new(rug) { Id = 3, Name = "Mat", Shape = new ShopShapeShopSquare { Side = 1, Label = "A" } };

        ShopProduct created = await _client.Products.CreateProductAsync(product, cancellationToken: Cancellation);

        Assert.Equal(product, created);
        Assert.Null(created.Grade);
        Assert.Null(created.Note);
    }

    [Fact]
    public async Task Create_product_throws_validation_problem_details()
    {
        ShopProduct rug = await _client.Products.ReadProductAsync(2, cancellationToken: Cancellation);

        AppException<HttpValidationProblemDetails> error = await Assert.ThrowsAsync<AppException<HttpValidationProblemDetails>>(
            () => _client.Products.CreateProductAsync(new ShopProduct(rug) { Price = -1 }, cancellationToken: Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(["Must not be negative."], error.Error.Errors!["price"]);
    }

    [Fact]
    public async Task Delete_product_gives_nothing() =>
        await _client.Products.DeleteProductAsync(1, cancellationToken: Cancellation);

    [Fact]
    public async Task Upload_photo_sends_a_file_and_a_field()
    {
        AppFile photo = AppFile.FromBytes(new byte[1000], "lamp.png", "image/png");

        ShopUpload upload = await _client.Products.UploadPhotoAsync(1, photo, "Front", cancellationToken: Cancellation);

        Assert.Equal(
            new ShopUpload { FileName = "lamp.png", ContentType = "image/png", Length = 1000, Caption = "1: Front" }, upload);
    }

    [Fact]
    public async Task Upload_photos_sends_many_files()
    {
        AppFile[] photos = [AppFile.FromBytes(new byte[1], "a.png"), AppFile.FromBytes(new byte[2], "b.png")];

        IReadOnlyList<string> names = await _client.Products.UploadPhotosAsync(photos, cancellationToken: Cancellation);

        Assert.Equal(["a.png 1", "b.png 2"], names);
    }

    [Fact]
    public async Task Echo_shape_sends_each_case()
    {
        ShopShape circle = await _client.Products.EchoShapeAsync(new ShopShapeShopCircle { Radius = 1.5 }, cancellationToken: Cancellation);
        ShopShape square = await _client.Products.EchoShapeAsync(new ShopShapeShopSquare { Side = 2 }, cancellationToken: Cancellation);

        Assert.Equal("circle 1.5", Describe(circle));
        Assert.Equal("square 2", Describe(square));

        static string Describe(ShopShape shape) => shape.Match(
            circle => FormattableString.Invariant($"circle {circle.Radius}"), square => $"square {square.Side}", unknown => "unknown");
    }

    [Fact]
    public async Task Read_label_gives_text() =>
        Assert.Equal("Label 7", await _client.Products.ReadLabelAsync(7, cancellationToken: Cancellation));

    [Fact]
    public async Task Echo_sends_each_kind_of_parameter()
    {
        Guid id = new("11111111-2222-3333-4444-555555555555");
        DateTimeOffset since = new(2026, 3, 1, 12, 30, 0, TimeSpan.Zero);

        IReadOnlyDictionary<string, string> echo = await _client.ShopApp.GetApiEchoByIdAsync(
            id, ["a b", "c&d"], 3, color: ShopColor.Green, since: since, loud: true, cancellationToken: Cancellation);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["id"] = "11111111-2222-3333-4444-555555555555",
                ["color"] = "Green",
                ["words"] = "a b|c&d",
                ["depth"] = "3",
                ["since"] = "2026-03-01T12:30:00.0000000+00:00",
                ["loud"] = "yes",
            },
            echo);
    }
}
