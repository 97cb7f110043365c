using System.Diagnostics;
using System.Text.RegularExpressions;
using LocalInventory;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

/// <summary>Both inventory apps are held to the document that is checked in.</summary>
public sealed class DocumentTests(LocalInventoryFixture local) : IClassFixture<LocalInventoryFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FastApi_exports_the_document()
    {
        using Process process = Python.Start(Python.Require(), "export.py");
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        string exported = await process.StandardOutput.ReadToEndAsync(Cancellation);

        Assert.Equal("", await errors);
        Assert.Equal(await File.ReadAllTextAsync(Repository.InventoryDocument, Cancellation), exported, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_local_app_serves_the_operations_of_the_document()
    {
        string[] documented = [.. InventoryDocument.Load().Operations.Select(operation => $"{operation.Method} {operation.Path}")];

        Assert.NotEmpty(documented);
        Assert.Equal(
            documented.Append("GET /api/openapi.json").Select(WithoutNames).Order(),
            local.Routes.Select(WithoutNames).Order());
    }

    [Fact]
    public async Task The_local_app_serves_the_document()
    {
        using HttpClient client = new();

        string served = await client.GetStringAsync(new Uri(local.BaseAddress, "/api/openapi.json"), Cancellation);

        Assert.Equal(await File.ReadAllTextAsync(Repository.InventoryDocument, Cancellation), served);
    }

    private static string WithoutNames(string route) => Regex.Replace(route, @"\{\w+\}", "{}");
}
