using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalInventory.Routes;

internal static class SupplierRoutes
{
    public static void MapSuppliers(this RouteGroupBuilder suppliers, Store store)
    {
        suppliers.MapGet("", () => store.Suppliers);

        suppliers.MapPut("{name}", (string name, Supplier supplier) => store.Suppliers[name] = supplier);

        suppliers.MapPut("{name}/credentials", (string name, Credentials credentials) =>
            store.Suppliers.ContainsKey(name) ? TypedResults.NoContent() : throw Problem.NotFound("supplier", name));
    }
}
