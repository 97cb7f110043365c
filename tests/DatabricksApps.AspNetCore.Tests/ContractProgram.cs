using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DatabricksApps.AspNetCore.Tests;

/// <summary>A program that uses an app, with the file that its build has written, and a clock of its own.</summary>
internal sealed class ContractProgram : IAsyncDisposable
{
    public const string Token = "canary-token";

    /// <summary>What the program was built from.</summary>
    public const string Document = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Depot", "version": "1" },
          "paths": {
            "/api/items": {
              "get": {
                "parameters": [ { "name": "limit", "in": "query", "schema": { "type": "integer", "default": 20 } } ],
                "responses": { "200": { "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } } } }
              },
              "post": {
                "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewItem" } } } },
                "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Item" } } } } }
              }
            },
            "/api/other": { "get": { "responses": { "200": { "description": "ok" } } } }
          },
          "components": { "schemas": {
            "Item": {
              "type": "object", "required": ["id", "quantity"],
              "properties": { "id": { "type": "integer" }, "quantity": { "type": "integer" }, "note": { "type": "string" }, "extra": { "type": "string" } }
            },
            "NewItem": {
              "type": "object", "required": ["name"],
              "properties": { "name": { "type": "string" }, "color": { "$ref": "#/components/schemas/Color" } }
            },
            "Color": { "type": "string", "enum": ["red", "green", "blue"] }
          } }
        }
        """;

    private const string Lines = """
        # What Shop relies on of what an app serves, for WithContract(). Written by the build.
        @client DatabricksApps.AspNetCore.Tests.RemoteClient
        @document depot.openapi.json
        @sha256 {0}

        GET /api/items                                  Items.ListItemsAsync
        GET /api/items ? limit                          limit integer optional default=20 @1
        GET /api/items ->                               Item[] status=200
        POST /api/items                                 Items.CreateItemAsync
        POST /api/items <-                              body NewItem application/json required @1
        POST /api/items ->                              Item status=201
        Color                                           Color enum sent at=/components/schemas/Color
        Color = blue                                    Blue
        Color = green                                   Green
        Color = red                                     Red named
        Item                                            Item object received at=/components/schemas/Item
        Item.extra                                      Extra string optional
        Item.id                                         Id integer required
        Item.note                                       Note string optional read
        Item.quantity                                   Quantity integer required read
        NewItem                                         NewItem object sent at=/components/schemas/NewItem
        NewItem.color                                   Color Color optional set
        NewItem.name                                    Name string required set
        """;

    private readonly IHost _host;
    private readonly string _file;

    private ContractProgram(IHost host, string file)
    {
        _host = host;
        _file = file;
    }

    public required FakeTimeProvider Time { get; init; }

    /// <summary>Starts a program.</summary>
    /// <param name="app">The app that it uses.</param>
    /// <param name="path">The path that it asks for; null: FastAPI's.</param>
    /// <param name="hash">The hash of the document in the file; null: that of <see cref="Document"/>.</param>
    /// <param name="hasFile">Whether the build has written a file.</param>
    public static async Task<ContractProgram> StartAsync(DocumentApp app, string? path = null, string? hash = null, bool hasFile = true)
    {
        string file = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid():N}.contract");
        if (hasFile)
        {
            await File.WriteAllTextAsync(file, Lines.Replace("{0}", hash ?? HashOf(Document), StringComparison.Ordinal));
        }

        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        HttpClientHandler socket = new();
        RemoteClient.Add(builder.Services, socket, options =>
        {
            options.BaseAddress = app.Address;
            options.Token = Token;
        });
        FakeTimeProvider time = new();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddHealthChecks().AddDatabricksApp<RemoteClient>("/api/health", tags: ["apps"]).WithContract(path, file: Path.GetFileName(file));
        IHost host = builder.Build();
        await host.StartAsync();
        return new ContractProgram(host, file) { Time = time };
    }

    /// <summary>Gets the hash that a build writes.</summary>
    public static string HashOf(string document)
    {
        using MemoryStream text = new(System.Text.Encoding.UTF8.GetBytes(document));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. text.ToArray().Where(one => one is not ((byte)' ' or (byte)'\n' or (byte)'\r'))]));
    }

    public async Task<HealthReportEntry> CheckAsync(CancellationToken cancellationToken = default)
    {
        HealthReport report = await _host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Name == "RemoteClient contract", cancellationToken);
        return Assert.Single(report.Entries).Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        File.Delete(_file);
    }
}
