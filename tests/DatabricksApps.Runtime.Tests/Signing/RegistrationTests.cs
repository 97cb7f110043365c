using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Tests.Signing;

/// <summary>A client is registered once: two registrations of one name would be joined, options, keys and handlers.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void A_second_registration_of_a_client_is_refused_and_changes_nothing()
    {
        ServiceCollection services = new();
        Add(services, "ONE");
        int registered = services.Count;

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Add(services, "TWO"));

        Assert.Equal(
            "AppConnection is registered already, and a second registration would be the same client with the options of both. " +
            "Next step: to change the options of the one, services.Configure<DatabricksAppOptions>(\"MyApp.Client\", …); " +
            "for another client, which signs otherwise or calls another app, register it under a name of its own, " +
            "services.AddAppConnection(\"NAME\", …), and ask for it by that name: [FromKeyedServices(\"NAME\")] AppConnection.",
            exception.Message);
        Assert.Equal(registered, services.Count);
    }

    // Two assemblies can each have an internal client of one name.
    [Fact]
    public void So_is_another_type_of_the_same_name()
    {
        ServiceCollection services = new();
        Add(services, "one");

        Assert.Throws<InvalidOperationException>(() => AppPipeline.AddClient<Other>(services, "MyApp.Client", static _ => new Other(), null));
    }

    [Fact]
    public void Clients_of_two_documents_are_two()
    {
        ServiceCollection services = new();
        Add(services, "one");
        AppPipeline.AddClient<Other>(services, "MyApp.Other", static _ => new Other(), options => options.AppName = "two");

        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<Other>());
        Assert.NotNull(provider.GetRequiredService<AppConnection>());
    }

    [Fact]
    public async Task A_client_of_each_name_has_its_own_app_token_and_handlers()
    {
        ServiceCollection services = new();
        StubHandler none = StubHandler.Json("\"none\"");
        StubHandler dev = StubHandler.Json("\"dev\"");
        StubHandler prod = StubHandler.Json("\"prod\"");
        Register(services, null, none);
        Register(services, "dev", dev);
        Register(services, "prod", prod);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("none", await provider.GetRequiredService<AppConnection>().StringAsync(Calls.Get()));
        Assert.Equal("dev", await provider.GetRequiredKeyedService<AppConnection>("dev").StringAsync(Calls.Get()));
        Assert.Equal("prod", await provider.GetRequiredService<UsesProd>().App.StringAsync(Calls.Get()));

        Assert.Equal(
            [("https://none.example.com/api/items", "Bearer token-of-none"), ("https://dev.example.com/api/items", "Bearer token-of-dev"), ("https://prod.example.com/api/items", "Bearer token-of-prod")],
            new[] { none, dev, prod }.Select(stub => (Assert.Single(stub.Sent).Url, stub.Last["Authorization"]!)));
        Assert.Null(provider.GetKeyedService<AppConnection>("test"));
    }

    [Fact]
    public void A_name_alone_is_no_client_without_one()
    {
        ServiceCollection services = new();
        Register(services, "dev", StubHandler.Json("1"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<AppConnection>());
    }

    [Fact]
    public void A_second_registration_of_a_name_is_refused()
    {
        ServiceCollection services = new();
        Register(services, "dev", StubHandler.Json("1"));

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Register(services, "dev", StubHandler.Json("2")));

        Assert.StartsWith(
            "AppConnection is registered already under \"dev\", and a second registration would be the same client with the options of both. " +
            "Next step: to change the options of the one, services.Configure<DatabricksAppOptions>(\"MyApp.Client:dev\", …);",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_are_not_valid_are_told_of_the_name_that_has_them()
    {
        ServiceCollection services = new();
        AppPipeline.AddKeyedClient<AppConnection>(services, "MyApp.Client", "dev", static app => app, configure: null, apiKeys: null);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<AppConnection>("dev"));

        Assert.Equal("MyApp.Client:dev", exception.OptionsName);
    }

    private static void Register(IServiceCollection services, string? name, StubHandler stub)
    {
        void Configure(DatabricksAppOptions options)
        {
            options.BaseAddress = new Uri($"https://{name ?? "none"}.example.com");
            options.Token = $"token-of-{name ?? "none"}";
        }

        IHttpClientBuilder builder = name is null
            ? AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, Configure)
            : AppPipeline.AddKeyedClient<AppConnection>(services, "MyApp.Client", name, static app => app, Configure, apiKeys: null);
        builder.ConfigurePrimaryHttpMessageHandler(() => stub);
        services.TryAddTransient<UsesProd>();
    }

    private sealed class UsesProd([FromKeyedServices("prod")] AppConnection app)
    {
        public AppConnection App => app;
    }

    private static void Add(IServiceCollection services, string app) =>
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static connection => connection, options => options.AppName = app.ToLowerInvariant());

    private sealed class Other;
}
