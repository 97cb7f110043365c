using System.Text.Json;

namespace DatabricksApps.Package.Tests;

/// <summary>What a build writes about the use of its clients.</summary>
public sealed class UsageTests(PackageFeed feed)
{
    private const string Program = """
        using Shop.OrdersApi;
        var order = await new OrdersClient(new HttpClient()).Orders.ReadOrderAsync(7);
        Console.WriteLine(order.Note);
        """;

    [Fact]
    public async Task A_build_says_what_is_used_and_writes_it_anew_only_if_it_compiled()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <ItemGroup><DatabricksApp Include="plain/openapi.json" /></ItemGroup>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("orders.openapi.lock", """
                GET /api/orders/{order_id}                      Orders.ReadOrderAsync
                GET /api/orders/{order_id} path order_id        orderId integer required @1
                GET /api/orders/{order_id} ->                   Order status=200

                Order                                           Order object received at=/components/schemas/Order
                Order.id                                        Id integer required
                Order.note                                      Note string optional
                Unused                                          Unused object received at=/components/schemas/Unused
                """)
            .With("plain/openapi.json", Documents.Orders.Replace("\"Orders\"", "\"Billing\""))
            .With("Program.cs", Program);
        string file = Path.Combine(project.Directory, "obj", "Debug", "net10.0", "orders.usage.json");

        Dotnet.Result first = await project.BuildAsync();
        Assert.True(first.ExitCode == 0, first.Output);
        using JsonDocument usage = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        string used = string.Join('\n', usage.RootElement.EnumerateObject().Select(property => $"{property.Name}: {property.Value.GetRawText().Replace("\n", "").Replace("    ", " ")}"));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        DateTime written = File.GetLastWriteTimeUtc(file);
        Dotnet.Result second = await project.BuildAsync("--no-restore");
        DateTime unchanged = File.GetLastWriteTimeUtc(file);
        project.With("Program.cs", Program.Replace("order.Note", "order.Id"));
        Dotnet.Result third = await project.BuildAsync("--no-restore");

        Assert.StartsWith("document: \"orders.openapi.json\"\nclient: \"Shop.OrdersApi.OrdersClient\"\nassembly: \"Shop\"\nopen: false\n", used);
        Assert.Contains("\ncalls: [ \"Orders.ReadOrderAsync\"  ]\nreads: [ \"Order.Note\"  ]\nsets: []\nuses: []\ntypes: [ \"Order\"  ]\nwhole: []\nfacts: [", used);
        Assert.Contains("GET /api/orders/{order_id} path order_id ", used);
        Assert.DoesNotContain("Unused", used);
        Assert.True(second.ExitCode == 0 && third.ExitCode == 0, second.Output + third.Output);
        Assert.Equal(written, unchanged);
        Assert.Contains("\"Order.Id\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains(
            "\"client\": \"Shop.BillingApi.BillingClient\"",
            await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(file)!, "plain.openapi.usage.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_project_without_documents_and_an_editor_have_no_such_step()
    {
        ConsumerProject empty = ConsumerProject.WithPackage(feed, "Shop").With("Program.cs", "Console.WriteLine();");
        ConsumerProject edited = ConsumerProject.WithPackage(feed, "Shop").With("orders.openapi.json", Documents.Orders).With("Program.cs", "Console.WriteLine();");

        Dotnet.Result build = await empty.BuildAsync("-v:n");
        await Dotnet.RunAsync(edited.Directory, "restore");
        await Dotnet.RunAsync(edited.Directory, "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain("DatabricksAppsUsage:", build.Output);
        Assert.Empty(Directory.GetFiles(empty.Directory, "*.usage.json", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(edited.Directory, "*.usage.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_cannot_be_read_fails_no_build_and_leaves_no_old_answer()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors><MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors></PropertyGroup>
            <Target Name="Spoil" AfterTargets="CoreCompile" BeforeTargets="DatabricksAppsUsage" Condition="'$(Spoil)' == 'true'">
              <ItemGroup>
                <_Kept Include="@(IntermediateAssembly)" />
                <IntermediateAssembly Remove="@(IntermediateAssembly)" />
                <IntermediateAssembly Include="Program.cs" />
              </ItemGroup>
            </Target>
            <Target Name="Mend" AfterTargets="DatabricksAppsUsage" Condition="'$(Spoil)' == 'true'">
              <ItemGroup>
                <IntermediateAssembly Remove="@(IntermediateAssembly)" />
                <IntermediateAssembly Include="@(_Kept)" />
              </ItemGroup>
            </Target>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("Program.cs", Program);
        await project.BuildAsync();
        string[] before = Directory.GetFiles(project.Directory, "*.usage.json", SearchOption.AllDirectories);
        File.SetLastWriteTimeUtc(Path.Combine(project.Directory, "Program.cs"), DateTime.UtcNow.AddMinutes(1));

        Dotnet.Result spoilt = await project.BuildAsync("--no-restore", "-p:Spoil=true");

        Assert.Single(before);
        Assert.True(spoilt.ExitCode == 0, spoilt.Output);
        Assert.DoesNotContain("usage", spoilt.Output.Replace("DatabricksAppsUsage", ""));
        Assert.Empty(Directory.GetFiles(project.Directory, "*.usage.json", SearchOption.AllDirectories));
    }
}
