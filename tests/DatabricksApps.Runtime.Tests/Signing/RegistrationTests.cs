using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;

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
            "for another client, which signs otherwise or calls another app, make it with AppConnection.Create and register that.",
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

    private static void Add(IServiceCollection services, string app) =>
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static connection => connection, options => options.AppName = app.ToLowerInvariant());

    private sealed class Other;
}
