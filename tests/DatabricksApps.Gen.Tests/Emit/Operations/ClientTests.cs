using System.Reflection;
using DatabricksApps.Gen.Model;
using Microsoft.Extensions.DependencyInjection;
using static DatabricksApps.Gen.Tests.Emit.Operations.Models;

namespace DatabricksApps.Gen.Tests.Emit.Operations;

public class ClientTests
{
    private static readonly ClientModel s_model = Client(
        [
            new GroupModel(null, "ShopClient", DocModel.None, EquatableArray.Create(Operation("PingAsync"))),
            new GroupModel("Items", "ItemsOperations", DocModel.None, EquatableArray.Create(Operation("ListAsync", "GET", "/api/items"))),
        ]) with
    { Scopes = EquatableArray.Create("sql", "files.files") };

    [Fact]
    public async Task Operations_lie_on_the_client_and_on_its_groups_which_are_made_once()
    {
        EmittedClient client = EmittedClient.Load(s_model);
        PropertyInfo items = client.Client.GetType().GetProperty("Items")!;

        await client.CallAsync("PingAsync");
        Assert.Equal("GET /api/x\n", client.Sent);
        await client.CallAsync("Items.ListAsync");
        Assert.Equal("GET /api/items\n", client.Sent);
        Assert.Same(items.GetValue(client.Client), items.GetValue(client.Client));
    }

    [Fact]
    public void A_client_is_made_of_options_and_of_services()
    {
        EmittedClient emitted = EmittedClient.Load(s_model);
        Type type = emitted.Client.GetType();
        void Configure(DatabricksAppOptions options)
        {
            options.BaseAddress = new Uri("https://app.example.com");
            options.Token = "token";
        }

        DatabricksAppOptions options = new();
        Configure(options);
        using IDisposable created = (IDisposable)type.GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [options])!;
        ServiceCollection services = new();
        object builder = emitted.Assembly
            .GetType("Microsoft.Extensions.DependencyInjection.ShopClientServiceCollectionExtensions", throwOnError: true)!
            .GetMethod("AddShopClient", [typeof(IServiceCollection), typeof(Action<DatabricksAppOptions>)])!
            .Invoke(null, [services, (Action<DatabricksAppOptions>)Configure])!;
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("MyApp.ShopApi.ShopClient", Assert.IsAssignableFrom<IHttpClientBuilder>(builder).Name);
        Assert.IsType(type, provider.GetRequiredService(type));
        Assert.IsType(type, created);
    }

    [Fact]
    public void An_internal_client_shows_no_type()
    {
        EmittedClient client = EmittedClient.Load(s_model with { IsPublic = false });

        Assert.Empty(client.Assembly.GetExportedTypes());
    }
}
