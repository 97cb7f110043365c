namespace DatabricksApps.Package.Tests;

/// <summary>What a build writes for a program that watches what its apps promise, and where that lies.</summary>
public sealed class ContractTests(PackageFeed feed)
{
    private const string Lock = """
        # What the client of orders.openapi.json promised when it was last accepted. Written by: databricks-apps accept
        GET /api/orders/{order_id}                      Orders.ReadOrderAsync scope=files scope=sql
        GET /api/orders/{order_id} path order_id        orderId integer required @1
        GET /api/orders/{order_id} ->                   Order status=200

        Order                                           Order object received at=/components/schemas/Order
        Order.id                                        Id integer required
        Order.note                                      Note string optional
        Unused                                          Unused object received at=/components/schemas/Unused
        """;

    private const string Check = """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        using Shop.OrdersApi;
        var services = new ServiceCollection();
        services.AddLogging().AddOrdersClient(options => { options.BaseAddress = new Uri("http://127.0.0.1:1"); options.Token = "t"; });
        services.AddHealthChecks().AddDatabricksApp<OrdersClient>("/api/health").WithContract();
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name.EndsWith("contract"));
        Console.WriteLine(report.Entries["OrdersClient contract"].Data["reason"]);
        """;

    private const string Used = """
        async Task<string?> Note(OrdersClient client) => (await client.Orders.ReadOrderAsync(7)).Note;
        """;

    private static readonly string s_scopes = Documents.Orders.Replace(
        "\"tags\": [\"orders\"],", "\"tags\": [\"orders\"], \"x-databricks-scopes\": [\"sql\", \"files\"],", StringComparison.Ordinal);

    [Fact]
    public async Task A_program_with_health_checks_has_beside_it_what_it_uses_and_is_told_of_scopes()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", $"""
            <ItemGroup>
              <PackageReference Include="DatabricksApps.Runtime.AspNetCore" Version="{feed.Version}" />
              <DatabricksApp Update="orders.openapi.json" Scopes="files; genie" />
            </ItemGroup>
            """)
            .With("orders.openapi.json", s_scopes)
            .With("orders.openapi.lock", Lock)
            .With("Program.cs", Check + "\n" + Used);
        string built = Path.Combine(project.Directory, "bin", "Debug", "net10.0", "Shop.orders.contract");
        string published = Path.Combine(project.Directory, "out", "Shop.orders.contract");

        Dotnet.Result build = await project.BuildAsync();
        string contract = await File.ReadAllTextAsync(built, TestContext.Current.CancellationToken);
        string run = await project.RunAsync();
        await Dotnet.RunAsync(project.Directory, "publish", "--no-build", "-c", "Debug", "-o", "out");
        DateTime written = File.GetLastWriteTimeUtc(built);
        Dotnet.Result again = await project.BuildAsync("--no-restore");

        Assert.True(build.ExitCode == 0, build.Output);
        string[] lines = contract.Split('\n');
        Assert.Equal("# What Shop relies on of what an app serves, for WithContract(). Written by the build.", lines[0]);
        Assert.Equal(["@client Shop.OrdersApi.OrdersClient", "@document orders.openapi.json"], lines[1..3]);
        Assert.Matches("^@sha256 [0-9a-f]{64}$", lines[3]);
        Assert.Equal(
            [
                "",
                "GET /api/orders/{order_id}                      Orders.ReadOrderAsync scope=files scope=sql",
                "GET /api/orders/{order_id} path order_id        orderId integer required @1",
                "GET /api/orders/{order_id} ->                   Order status=200",
                "Order                                           Order object received at=/components/schemas/Order",
                "Order.id                                        Id integer required",
                "Order.note                                      Note string optional read",
                "",
            ],
            lines[4..]);
        Assert.StartsWith("GET /api/openapi.json: ", run);
        Assert.Equal(contract, await File.ReadAllTextAsync(published, TestContext.Current.CancellationToken));
        Assert.Equal((0, written), (again.ExitCode, File.GetLastWriteTimeUtc(built)));
        Assert.Contains(
            "orders.openapi.json : message DBXAPP0310: The document asks for sql at GET /api/orders/{order_id}, which this project calls, "
            + "and the item asks for files, genie: a token without them may be refused. Add them to Scopes of the item",
            build.Output);
    }

    [Fact]
    public async Task A_library_hands_on_all_of_its_client_and_a_program_without_health_checks_has_nothing_of_its_own()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <PropertyGroup><EnableDefaultDatabricksAppItems>false</EnableDefaultDatabricksAppItems></PropertyGroup>
            <ItemGroup>
              <Compile Remove="Orders/**" />
              <DatabricksApp Include="own.openapi.json" />
              <ProjectReference Include="Orders/Orders.csproj" />
            </ItemGroup>
            """)
            .With("own.openapi.json", s_scopes)
            .With("own.openapi.lock", Lock)
            .With("Program.cs", "Console.WriteLine(typeof(Orders.OrdersApi.OrdersClient));")
            .With("Orders/Orders.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="DatabricksApps.Gen" Version="{feed.Version}" /></ItemGroup>
                </Project>
                """)
            .With("Orders/orders.openapi.json", Documents.Orders)
            .With("Orders/orders.openapi.lock", Lock);

        Dotnet.Result build = await project.BuildAsync();

        Assert.True(build.ExitCode == 0, build.Output);
        string file = Assert.Single(Directory.GetFiles(Path.Combine(project.Directory, "bin"), "*.contract", SearchOption.AllDirectories));
        Assert.Equal("Orders.orders.contract", Path.GetFileName(file));
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("@client Orders.OrdersApi.OrdersClient", lines[1]);
        Assert.Equal(["@uses all", "", .. Lock.Split('\n')], lines[4..]);
        Assert.DoesNotContain("DBXAPP0310", build.Output);
    }
}
