namespace DatabricksApps.Package.Tests;

/// <summary>What was accepted of a document, in a project that has nothing but the package.</summary>
public sealed class LockTests(PackageFeed feed)
{
    private const string Lock = """
        # What the client of orders.openapi.json promised when it was last accepted. Written by: databricks-apps accept
        GET /api/orders/{order_id}                      Orders.ReadOrderAsync
        GET /api/orders/{order_id} path order_id        orderId integer required @1
        GET /api/orders/{order_id} ->                   Order status=200

        Order                                           Order object received at=/components/schemas/Order
        Order.id                                        Id integer required
        Order.note                                      Note string optional

        """;

    [Fact]
    public async Task Names_are_kept_and_changes_are_told_once_the_project_asks()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop")
            .With("orders.openapi.json", Documents.Orders.Replace("read_order_api", "fetch_order_api").Replace("[\"id\"]", "[\"id\", \"note\"]"))
            .With("orders.openapi.lock", Lock)
            .With("Program.cs", "Console.WriteLine(nameof(Shop.OrdersApi.OrdersOperations.ReadOrderAsync));");

        Dotnet.Result build = await project.BuildAsync();
        Dotnet.Result asked = await project.BuildAsync("-p:DatabricksAppsRequireAccepted=true");
        project.With("orders.openapi.lock", Lock.Replace("Note string optional", "Note string required"));
        Dotnet.Result accepted = await project.BuildAsync("-p:DatabricksAppsRequireAccepted=true");

        Assert.True(build.ExitCode == 0 && !build.Output.Contains("DBXAPP03"), build.Output);
        Assert.Contains(
            "orders.openapi.json(1,1): error DBXAPP0300: orders.openapi.json has 1 change since it was accepted: "
                + "'note' of Order became required, was optional. Accept them, once your code is right: databricks-apps accept",
            asked.Output);
        Assert.True(accepted.ExitCode == 0, accepted.Output);
    }

    [Fact]
    public async Task A_build_does_not_touch_the_network()
    {
        Assert.SkipUnless(await Dotnet.CanGoWithoutNetworkAsync(), "Nothing here can run without a network (unshare -rn).");
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <ItemGroup>
              <DatabricksApp Update="orders.openapi.json" Url="https://orders-1234.aws.databricksapps.com" />
            </ItemGroup>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("orders.openapi.lock", Lock)
            .With("Program.cs", "Console.WriteLine(nameof(Shop.OrdersApi.OrdersOperations.ReadOrderAsync));");
        await Dotnet.RunAsync(project.Directory, "restore");

        Dotnet.Result build = await Dotnet.TryRunWithoutNetworkAsync(project.Directory, "build", "--no-restore", "-m:1", "-v:m", "-nodeReuse:false", "-p:UseSharedCompilation=false");

        Assert.True(build.ExitCode == 0, build.Output);
    }
}
