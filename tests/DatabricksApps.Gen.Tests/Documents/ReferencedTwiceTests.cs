using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Gen.Tests.Documents;

/// <summary>A program that references two projects with a client of the same document: what is ambiguous, and the way out that the README names.</summary>
public sealed class ReferencedTwiceTests
{
    private const string Plain = """
        using Microsoft.Extensions.DependencyInjection;
        class Registering { static void Register(IServiceCollection services) => services.AddShopClient(); }
        """;

    private const string WithAlias = """
        extern alias Warehouse;
        using Microsoft.Extensions.DependencyInjection;
        using Register = Warehouse::Microsoft.Extensions.DependencyInjection.ShopClientServiceCollectionExtensions;
        class Registering
        {
            static void Both(IServiceCollection services)
            {
                services.AddShopClient();
                services.AddShopClient("dev");
                Register.AddShopClient(services);
            }
        }
        """;

    private static readonly Project s_project = new(new DatabricksAppGenerator(rethrowsBugs: true));

    [Fact]
    public void Both_methods_fit_and_none_is_taken()
    {
        Assert.Equal(["CS0121"], Compile(Plain, Reference("Sales"), Reference("Stock")).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void An_alias_of_one_reference_tells_them_apart() =>
        Assert.Empty(Compile(WithAlias, Reference("Sales"), Reference("Stock", "Warehouse")));

    [Fact]
    public void So_does_another_name_of_one_client() =>
        Assert.Empty(Compile(Plain, Reference("Sales"), Reference("Stock", clientName: "StockClient")));

    private static MetadataReference Reference(string assembly, string? alias = null, string? clientName = null)
    {
        (string, string)[] metadata = clientName is null ? [("Accessibility", "public")] : [("Accessibility", "public"), ("ClientName", clientName)];
        Document document = new("shop.openapi.json", """
            {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},
             "paths":{"/api/items":{"get":{"operationId":"list_items","responses":{"200":{"description":"ok"}}}}}}
            """, metadata: metadata);
        GeneratedCode code = s_project.Generate([document], TestContext.Current.CancellationToken);
        using MemoryStream image = new();
        CSharpCompilation compilation = code.Compilation.WithAssemblyName(assembly);
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        PortableExecutableReference reference = MetadataReference.CreateFromImage(image.ToArray());
        return alias is null ? reference : reference.WithAliases([alias]);
    }

    private static IEnumerable<Diagnostic> Compile(string source, params MetadataReference[] references) =>
        s_project.CreateCompilation(source).AddReferences(references)
            .GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
