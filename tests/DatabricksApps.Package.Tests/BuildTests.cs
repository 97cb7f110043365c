using System.Text.RegularExpressions;

namespace DatabricksApps.Package.Tests;

/// <summary>Projects that have nothing but the package, built and run.</summary>
public sealed class BuildTests(PackageFeed feed)
{
    /// <summary>Prints each request and answers it.</summary>
    private const string Answering = """
        sealed class Answering(string json) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Console.WriteLine($"{request.Method} {request.RequestUri}");
                return Task.FromResult(new HttpResponseMessage(json.Length == 0 ? System.Net.HttpStatusCode.NoContent : System.Net.HttpStatusCode.OK)
                {
                    Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
                    RequestMessage = request,
                });
            }
        }
        """;

    [Fact]
    public async Task One_package_reference_and_a_document_give_a_client_that_runs()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <ItemGroup>
              <DatabricksApp Update="sub/stock.openapi.yaml" ClientName="Warehouse" />
              <DatabricksApp Include="plain/openapi.json" />
              <DatabricksApp Include="tagged.json" ClientName="EverythingClient" Namespace="Company.Clients" Accessibility="internal"
                             IncludeTags="a;b#1;c" IncludePaths="/base/api/**;/base/more/{id};/base/else" ExcludePaths="/base/api/hidden;/base/api/no;/base/api/never"
                             BasePath="/base" Scopes="files.read;sql#x;third" />
            </ItemGroup>
            <PropertyGroup>
              <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <NoWarn>DBXAPP0201</NoWarn>
            </PropertyGroup>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("sub/stock.openapi.yaml", Documents.Stock)
            .With("plain/openapi.json", Documents.Orders.Replace("\"Orders\"", "\"Billing\""))
            .With("tagged.json", Documents.Tagged)
            .With("Program.cs", """
                HttpClient Http(string json) => new(new Answering(json)) { BaseAddress = new Uri("https://app.example/") };

                var order = await new Shop.OrdersApi.OrdersClient(Http("{\"id\":7,\"note\":\"fragile\"}")).Orders.ReadOrderAsync(7);
                Console.WriteLine($"{order.Id} {order.Note}");

                Console.WriteLine(await new Shop.WarehouseApi.WarehouseClient(Http("12")).CountStockAsync());

                Console.WriteLine((await new Shop.BillingApi.BillingClient(Http("{\"id\":8}")).Orders.ReadOrderAsync(8)).Id);

                var everything = new Company.Clients.EverythingClient(Http(""));
                await everything.A.OneAsync();
                await everything.B1.TwoAsync();
                await everything.C.MoreAsync("x");
                Console.WriteLine(string.Join(' ', typeof(Company.Clients.EverythingClient).Assembly.GetTypes()
                    .Where(type => type.Namespace == "Company.Clients")
                    .SelectMany(type => type.GetMethods())
                    .Select(method => method.Name)
                    .Where(name => name.EndsWith("Async") && name is not ("AnswerOfAsync" or "ResultOfAsync" or "FailureOfAsync"))
                    .Order()));
                Console.WriteLine(typeof(Company.Clients.EverythingClient).IsPublic);
                """)
            .With("Answering.cs", Answering);

        Dotnet.Result build = await project.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);

        Assert.Equal(
            """
            GET https://app.example/api/orders/7
            7 fragile
            GET https://app.example/api/stock
            12
            GET https://app.example/api/orders/8
            8
            GET https://app.example/base/api/one
            GET https://app.example/base/api/two
            GET https://app.example/base/more/x
            MoreAsync OneAsync TwoAsync
            False

            """,
            await project.RunAsync(),
            ignoreLineEndingDifferences: true);
        string client = await File.ReadAllTextAsync(Directory.GetFiles(
            project.Directory, "EverythingClient.g.cs", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken);
        Assert.All(["\"files.read\"", "\"sql#x\"", "\"third\""], scope => Assert.Contains(scope, client));
    }

    [Fact]
    public async Task A_web_project_builds_with_its_document()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Site")
            .With("orders.openapi.json", Documents.Orders)
            .With("Program.cs", """
                var app = WebApplication.CreateBuilder(args).Build();
                Console.WriteLine(typeof(Site.OrdersApi.OrdersClient));
                """);
        project.With("Site.csproj", (await File.ReadAllTextAsync(
            Path.Combine(project.Directory, "Site.csproj"), TestContext.Current.CancellationToken)).Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web"));

        Dotnet.Result build = await project.BuildAsync();
        Assert.True(build.ExitCode == 0, build.Output);

        Assert.Equal("Site.OrdersApi.OrdersClient\n", await project.RunAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(project.Directory, "bin"), "orders.openapi.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_editor_gets_documents_metadata_and_generator_from_a_design_time_build()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <ItemGroup><DatabricksApp Update="orders.openapi.json" Scopes="one;two" /></ItemGroup>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("Program.cs", "");
        await Dotnet.RunAsync(project.Directory, "restore");

        IEnumerable<string> arguments = (await project.GetItemsAsync(
                "CscCommandLineArgs", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"))
            .Select(item => item["Identity"].Replace('\\', '/'))
            .ToList();

        Assert.Contains("/additionalfile:orders.openapi.json", arguments);
        Assert.Contains(arguments, argument => argument.StartsWith("/analyzer:") && argument.EndsWith("/analyzers/dotnet/cs/DatabricksApps.Gen.dll"));
        Assert.Contains(arguments, argument => argument.StartsWith("/analyzer:") && argument.EndsWith("/analyzers/dotnet/cs/DatabricksApps.Gen.CodeFixes.dll"));
        Assert.Contains(arguments, argument => argument.StartsWith("/analyzer:") && argument.EndsWith("/analyzers/dotnet/cs/SharpYaml.dll"));
        string config = Assert.Single(arguments, argument => argument.EndsWith("GeneratedMSBuildEditorConfig.editorconfig"))["/analyzerconfig:".Length..];
        Assert.Contains(
            "build_metadata.AdditionalFiles.DatabricksAppScopes = one|two",
            await File.ReadAllTextAsync(Path.Combine(project.Directory, config), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_globalconfig_sets_each_severity_also_to_error(string warningsAsErrors)
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", $"""
            <PropertyGroup><TreatWarningsAsErrors>{warningsAsErrors}</TreatWarningsAsErrors></PropertyGroup>
            """)
            .With("doubtful.openapi.json", Documents.Doubtful)
            .With(".globalconfig", """
                is_global = true
                dotnet_diagnostic.DBXAPP0103.severity = error
                dotnet_diagnostic.DBXAPP0201.severity = warning
                """)
            .With("Program.cs", "Console.WriteLine(typeof(Shop.DoubtfulApi.DoubtfulClient));");

        Dotnet.Result raised = await project.BuildAsync();
        project.With(".globalconfig", """
            is_global = true
            dotnet_diagnostic.DBXAPP0103.severity = none
            dotnet_diagnostic.DBXAPP0201.severity = suggestion
            """);
        Dotnet.Result lowered = await project.BuildAsync("--no-restore");

        Assert.Equal(["error DBXAPP0103", "warning DBXAPP0201"], Told(raised));
        Assert.NotEqual(0, raised.ExitCode);
        Assert.Empty(Told(lowered));
        Assert.True(lowered.ExitCode == 0, lowered.Output);
    }

    // What a Blazor WebAssembly project says of itself.
    [Fact]
    public async Task A_project_for_browsers_is_told_which_ways_to_a_client_it_has()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Page", """
            <ItemGroup><SupportedPlatform Include="browser" /></ItemGroup>
            """)
            .With("orders.openapi.json", Documents.Orders)
            .With("Program.cs", """
                Console.WriteLine(new Page.OrdersApi.OrdersClient(new HttpClient()));
                Console.WriteLine(Page.OrdersApi.OrdersClient.Create(new DatabricksApps.DatabricksAppOptions()));
                """);

        Dotnet.Result result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches(@"Program\.cs\(2,\d+\): warning CA1416: .*'OrdersClient\.Create\(DatabricksAppOptions\)' is unsupported on: 'browser'", result.Output);
        Assert.DoesNotContain("Program.cs(1,", result.Output);
        Assert.DoesNotContain(".g.cs(", result.Output);
    }

    [Fact]
    public async Task WarningsAsErrors_of_the_project_names_ids_that_stay_errors()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <PropertyGroup>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <WarningsAsErrors>$(WarningsAsErrors); DBXAPP0201,CS0168</WarningsAsErrors>
            </PropertyGroup>
            """)
            .With("doubtful.openapi.json", Documents.Doubtful)
            .With("Program.cs", "Console.WriteLine(typeof(Shop.DoubtfulApi.DoubtfulClient));");

        Dotnet.Result result = await project.BuildAsync();

        Assert.Equal(["error DBXAPP0201", "warning DBXAPP0103"], Told(result));
    }

    private static IEnumerable<string> Told(Dotnet.Result result) =>
        Regex.Matches(result.Output, "(error|warning) DBXAPP[0-9]+").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [Fact]
    public async Task A_project_with_warnings_as_errors_can_live_with_its_document()
    {
        ConsumerProject project = ConsumerProject.WithPackage(feed, "Shop", """
            <PropertyGroup>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
            </PropertyGroup>
            """)
            .With("doubtful.openapi.json", Documents.Doubtful)
            .With("Program.cs", "Console.WriteLine(typeof(Shop.DoubtfulApi.DoubtfulClient));");

        Dotnet.Result lenient = await project.BuildAsync();
        Dotnet.Result strict = await project.BuildAsync("--no-restore", "--no-incremental", "-p:DatabricksAppWarningsAsErrors=true");

        Assert.True(lenient.ExitCode == 0, lenient.Output);
        Assert.Matches(@"doubtful\.openapi\.json\(8,\d+\): warning DBXAPP0103: ", lenient.Output);
        Assert.Matches(@"doubtful\.openapi\.json\(6,\d+\): warning DBXAPP0201: ", lenient.Output);
        Assert.NotEqual(0, strict.ExitCode);
        Assert.Equal(["DBXAPP0103", "DBXAPP0201"], Regex.Matches(strict.Output, "error (DBXAPP[0-9]+)").Select(match => match.Groups[1].Value).Distinct().Order());
    }
}
