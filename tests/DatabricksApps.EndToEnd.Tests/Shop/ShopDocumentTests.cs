using DatabricksApps.EndToEnd.Tests.Shop.App;

namespace DatabricksApps.EndToEnd.Tests.Shop;

public sealed class ShopDocumentTests(ShopApp app) : IClassFixture<ShopApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_serves_the_document()
    {
        using HttpClient client = new();

        string served = await client.GetStringAsync(new Uri(app.BaseAddress, "/api/openapi.json"), Cancellation);

        string expected = await File.ReadAllTextAsync(Repository.ShopDocument, Cancellation);
        Assert.Equal(expected.TrimEnd(), served, ignoreLineEndingDifferences: true);
    }
}
