using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

public abstract partial class InventorySuite
{
    [Fact]
    public async Task Place_order_sends_a_case_of_a_union()
    {
        NewOrder order = new()
        {
            Lines = [new OrderLine { ItemId = 1, Quantity = 2 }, new OrderLine { ItemId = 3 }],
            Payment = new CardPayment { LastDigits = "4242" },
            Priority = Priority.Value3,
        };

        Order placed = await _client.Orders.PlaceOrderAsync(order, cancellationToken: Cancellation);

        Assert.Equal(1, placed.Id);
        Assert.Equal(25.25, placed.Total);
        Assert.Equal(OrderState.Open, placed.State);
        Assert.Equal(s_now, placed.PlacedAt);
        Assert.Equal(Priority.Value3, placed.Priority);
        Assert.Equal([2L, 1L], placed.Lines.Select(line => line.Quantity));
        Assert.True(placed.Payment.TryGetCardPayment(out CardPayment? card));
        Assert.Equal("4242", card.LastDigits);
    }

    [Fact]
    public async Task Read_order_gives_the_other_case()
    {
        await PlaceInvoicedOrderAsync("A-17");

        Order order = await _client.Orders.ReadOrderAsync(1, cancellationToken: Cancellation);

        string? reference = order.Payment.Match<string?>(
            card => null,
            invoice => invoice.PurchaseOrder.Match<string?>(text => text, number => $"{number}", unknown => null),
            unknown => null);
        Assert.Equal("A-17", reference);
        Assert.Equal(Priority.Value2, order.Priority);
    }

    [Fact]
    public async Task Read_order_gives_a_number_where_a_number_was_sent()
    {
        await PlaceInvoicedOrderAsync(17);

        Order order = await _client.Orders.ReadOrderAsync(1, cancellationToken: Cancellation);

        Assert.True(order.Payment.TryGetInvoicePayment(out InvoicePayment? invoice));
        Assert.Equal(new DateOnly(2026, 4, 1), invoice.Due);
        Assert.True(invoice.PurchaseOrder.TryGetInteger(out long number));
        Assert.Equal(17, number);
    }

    [Fact]
    public async Task Ship_order_sends_the_parameters_as_one_body()
    {
        await PlaceInvoicedOrderAsync(17);
        Address address = new() { Street = "Dam 1", City = "Amsterdam" };

        Shipment shipment = await _client.Orders.ShipOrderAsync(
            1, address, "Post", gift: true, arrivesOn: new DateOnly(2026, 3, 5), cancellationToken: Cancellation);

        Assert.Equal(1, shipment.OrderId);
        Assert.Equal("NL", shipment.To.Country);
        Assert.Equal("Amsterdam", shipment.To.City);
        Assert.Equal("Post", shipment.Carrier);
        Assert.True(shipment.Gift);
        Assert.Equal(new DateOnly(2026, 3, 5), shipment.ArrivesOn);
    }

    [Fact]
    public async Task Ship_order_leaves_out_what_is_not_given()
    {
        await PlaceInvoicedOrderAsync(17);
        Address address = new() { Street = "Dam 1", City = "Amsterdam" };

        Shipment shipment = await _client.Orders.ShipOrderAsync(1, address, "Post", cancellationToken: Cancellation);

        Assert.False(shipment.Gift);
        Assert.Equal(new DateOnly(2026, 3, 8), shipment.ArrivesOn);
    }

    [Fact]
    public async Task Quote_order_sends_a_form()
    {
        Quote quote = await _client.Orders.QuoteOrderAsync(
            1, quantity: 2, express: true, coupon: ["spring & more", "ü"], cancellationToken: Cancellation);

        Assert.Equal(35, quote.Total);
        Assert.True(quote.Express);
        Assert.Equal(["spring & more", "ü"], quote.Coupons);
    }

    [Fact]
    public async Task Quote_order_leaves_out_what_is_not_given()
    {
        Quote quote = await _client.Orders.QuoteOrderAsync(1, cancellationToken: Cancellation);

        Assert.Equal(new Quote { Total = 12.5, Express = false, Coupons = [] }, quote);
    }

    [Fact]
    public async Task Cancel_order_gives_nothing()
    {
        await PlaceInvoicedOrderAsync(17);

        await _client.Orders.CancelOrderAsync(1, cancellationToken: Cancellation);

        Order order = await _client.Orders.ReadOrderAsync(1, cancellationToken: Cancellation);
        Assert.Equal(OrderState.Cancelled, order.State);
    }

    private Task<Order> PlaceInvoicedOrderAsync(StringOrInteger purchaseOrder) =>
        _client.Orders.PlaceOrderAsync(
            new NewOrder
            {
                Lines = [new OrderLine { ItemId = 2 }],
                Payment = new InvoicePayment { Due = new DateOnly(2026, 4, 1), PurchaseOrder = purchaseOrder },
            },
            cancellationToken: Cancellation);
}
