using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

public abstract partial class InventorySuite
{
    [Fact]
    public async Task List_suppliers_gives_a_map()
    {
        IReadOnlyDictionary<string, Supplier> suppliers = await _client.Suppliers.ListSuppliersAsync(cancellationToken: Cancellation);

        (string key, Supplier acme) = Assert.Single(suppliers);
        Assert.Equal("acme", key);
        Assert.Equal(new Uri("https://acme.example/shop"), acme.Homepage);
        Assert.Equal(new TimeOnly(8, 30), acme.Opens);
        Assert.Equal(172_800, acme.LeadTime);
        Assert.Equal(4.5, acme.Rating);
        Assert.Equal("ACME"u8.ToArray(), acme.Certificate);
        Assert.Equal("ann@acme.example", acme.Contacts["sales"].Email);
        Assert.Equal("north", acme.AdditionalProperties["region"].GetString());
    }

    [Fact]
    public async Task Write_supplier_keeps_what_the_document_does_not_know()
    {
        Supplier supplier = new()
        {
            Name = "B & B",
            Homepage = new Uri("https://b.example/"),
            Opens = new TimeOnly(9, 0),
            LeadTime = 1.5,
            Certificate = Encoding.ASCII.GetBytes("seal"),
            Contacts = new Dictionary<string, Contact> { ["x"] = new Contact { Name = "Xi" } },
            AdditionalProperties = new Dictionary<string, JsonElement> { ["level"] = JsonSerializer.SerializeToElement(3) },
        };

        Supplier written = await _client.Suppliers.WriteSupplierAsync("b ü? & b%", supplier, cancellationToken: Cancellation);

        Assert.Equal("B & B", written.Name);
        Assert.Equal("supplier", written.Kind);
        Assert.Equal("seal"u8.ToArray(), written.Certificate);
        Assert.Equal("Xi", written.Contacts["x"].Name);
        Assert.Null(written.Rating);
        Assert.Equal(3, written.AdditionalProperties["level"].GetInt32());
    }

    [Fact]
    public async Task Write_credentials_gives_nothing()
    {
        Credentials credentials = new() { User = "ann", Password = "secret-word" };

        HttpStatusCode? answered = null;

        await _client.Suppliers.WriteCredentialsAsync(
            "acme", credentials, new AppRequestOptions { OnResponse = response => answered = response.StatusCode }, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, answered);
    }

    [Fact]
    public async Task Read_categories_gives_a_tree()
    {
        Category all = await _client.ReadCategoriesAsync(cancellationToken: Cancellation);

        Assert.Equal("all", all.Name);
        Assert.Equal(["tools", "parts"], all.Children.Select(child => child.Name));
        Assert.Equal("hand tools", all.Children[0].Children[0].Name);
    }

    [Fact]
    public async Task Search_tells_items_from_suppliers()
    {
        IReadOnlyList<SearchResponseItem> am = await _client.SearchAsync("am", cancellationToken: Cancellation);
        IReadOnlyList<SearchResponseItem> acme = await _client.SearchAsync("acm", cancellationToken: Cancellation);

        Assert.True(Assert.Single(am).TryGetItem(out Item? item));
        Assert.Equal("Hammer", item.Name);
        Assert.True(Assert.Single(acme).TryGetSupplier(out Supplier? supplier));
        Assert.Equal("Acme", supplier.Name);
    }

    [Fact]
    public async Task Read_statistics_gives_maps_tuples_and_anything()
    {
        Statistics statistics = await _client.ReadStatisticsAsync(cancellationToken: Cancellation);

        Assert.Equal(
            new Dictionary<string, long> { ["in-stock"] = 2, ["sold-out"] = 1, ["discontinued"] = 0 }, statistics.ByStatus);
        Assert.Equal((0.25, 19.95), statistics.PriceRange);
        Assert.Equal("Hammer", statistics.Largest?.Name);
        Assert.Equal("EUR", statistics.Settings["currency"].GetString());
        Assert.Equal("""["counted",3]""", JsonSerializer.Serialize(statistics.Remarks));
    }

    [Fact]
    public async Task Who_calls_sends_headers_cookies_and_lists()
    {
        Caller caller = await _client.WhoCallsAsync(
            acceptLanguage: "nl", xDepth: 3, theme: "dark", numbers: [2, 1, 2], cancellationToken: Cancellation);

        Assert.Equal("nl", caller.Language);
        Assert.Equal(3, caller.Depth);
        Assert.Equal("dark", caller.Theme);
        Assert.Equal([2L, 1L, 2L], caller.Numbers);
        Assert.Equal([1L, 2L], caller.Distinct);
    }

    [Fact]
    public async Task Who_calls_leaves_the_defaults_to_the_app()
    {
        Caller caller = await _client.WhoCallsAsync(cancellationToken: Cancellation);

        Assert.Equal(new Caller { Language = null, Depth = 1, Theme = "light", Numbers = [], Distinct = [] }, caller);
    }

    [Fact]
    public async Task Health_gives_JSON()
    {
        JsonElement health = await _client.HealthAsync(cancellationToken: Cancellation);

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(3, health.GetProperty("items").GetInt32());
    }
}
