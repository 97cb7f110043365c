using System.Collections.Immutable;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Pipeline;

public sealed class ClientNamesTests
{
    [Fact]
    public void The_second_document_of_a_client_is_left_out_whatever_the_order_of_the_items()
    {
        ClientNames first = Names("/x/a/shop.openapi.json", "ShopClient", "A.ShopApi");
        ClientNames second = Names("/x/b/shop.openapi.json", "SHOPClient", "B.ShopApi");

        Assert.Equal(
            ["/x/b/shop.openapi.json: shop.openapi.json gives the client ShopClient too; give this document another ClientName"],
            FindSame(second, first));
    }

    [Fact]
    public void Documents_may_share_a_namespace_but_not_a_type()
    {
        ClientNames a = Names("a.json", "AClient", "My.Apps", "User", "Order");
        ClientNames b = Names("b.json", "BClient", "My.Apps", "Item");
        ClientNames c = Names("c.json", "CClient", "My.Apps", "Item", "User");
        ClientNames d = Names("d.json", "DClient", "Other", "User");

        Assert.Equal(
            ["c.json: a.json gives a type User in the namespace My.Apps too; give this document another Namespace"],
            FindSame(a, b, c, d));
    }

    [Fact]
    public void A_document_that_is_left_out_takes_no_name()
    {
        ClientNames a = Names("a.json", "AClient", "My.Apps", "User");
        ClientNames b = Names("b.json", "BClient", "My.Apps", "User", "Item");
        ClientNames c = Names("c.json", "CClient", "My.Apps", "Item");

        Assert.Equal(["b.json"], FindSame(a, b, c).Select(text => text[..6]));
    }

    private static ClientNames Names(string path, string client, string space, params string[] types) =>
        new(path, client, space, types.ToEquatableArray());

    private static IEnumerable<string> FindSame(params ClientNames[] clients) =>
        ClientNames.FindSame([.. clients]).Select(info => $"{info.Path}: {info.Arguments[0]}");
}
