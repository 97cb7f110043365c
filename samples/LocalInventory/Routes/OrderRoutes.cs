using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace LocalInventory.Routes;

internal static class OrderRoutes
{
    public static void MapOrders(this RouteGroupBuilder orders, Store store)
    {
        orders.MapPost("", (NewOrder order) =>
        {
            Order placed = new()
            {
                Id = store.Orders.Count + 1,
                State = "open",
                PlacedAt = Store.Now,
                Total = order.Lines.Sum(line => store.ItemOf(line.ItemId).Price * line.Quantity),
                Lines = order.Lines,
                Payment = order.Payment,
                Priority = order.Priority,
            };
            store.Orders[placed.Id] = placed;
            return TypedResults.Json(placed, statusCode: StatusCodes.Status201Created);
        });

        orders.MapGet("{orderId}", (int orderId) => store.OrderOf(orderId));

        orders.MapPost("{orderId}/ship", (int orderId, ShipOrder body) =>
        {
            store.Orders[orderId] = store.OrderOf(orderId) with { State = "shipped" };
            DateOnly arrival = body.ArrivesOn ?? new DateOnly(2026, 3, 8);
            return new Shipment(orderId, body.To, body.Carrier, body.Gift, arrival);
        });

        orders.MapPost("quote", (
            IFormCollection form,
            [FromForm(Name = "item_id")] long itemId,
            [FromForm] int quantity = 1,
            [FromForm] bool express = false) =>
            new Quote((store.ItemOf(itemId).Price * quantity) + (express ? 10 : 0), express, [.. form["coupon"]]));

        orders.MapDelete("{orderId}", (int orderId) =>
        {
            store.Orders[orderId] = store.OrderOf(orderId) with { State = "cancelled" };
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        });
    }
}
