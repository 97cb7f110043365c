using DatabricksApps.Generated;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Tests.Options;

/// <summary>An API key under a name that the document has no scheme for would never be sent: it is refused, with the names that there are.</summary>
public sealed class ApiKeysTests
{
    private const string Canary = "c4nary-k3y";

    public static TheoryData<string, string[], string?> Keys => new()
    {
        { "APIKeyHeader", ["APIKeyHeader", "Other"], null },
        { "APIKeyHeder", ["APIKeyHeader", "Other"], "The document has 'APIKeyHeader', 'Other'." },
        { "apikeyheader", ["APIKeyHeader"], "The document has 'APIKeyHeader'." },
        { "APIKeyHeader", [], "The document has no security scheme of the type apiKey, so that the client sends no API key: take it away, or refresh the document." },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Create_refuses_a_key_under_another_name(string name, string[] schemes, string? known)
    {
        DatabricksAppOptions options = new() { BaseAddress = new Uri("https://app.example.com"), Token = "t", ApiKeys = { [name] = Canary } };

        Exception? seen = Record.Exception(() => AppPipeline.Connect(options, apiKeys: schemes).Dispose());

        Check(seen as ArgumentException, seen?.Message, name, known);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_host_that_starts_refuses_it_too(string name, string[] schemes, string? known)
    {
        ServiceCollection services = new();
        AppPipeline.AddClient<AppConnection>(
            services.AddLogging(), "MyApp.Client", static app => app,
            options => (options.BaseAddress, options.Token, options.ApiKeys[name]) = (new Uri("https://app.example.com"), "t", Canary),
            apiKeys: schemes);
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception? seen = Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Check(seen as OptionsValidationException, (seen as OptionsValidationException)?.Failures.Single(), name, known);
        Assert.Equal(known is null, Record.Exception(() => provider.GetRequiredService<AppConnection>()) is null);
    }

    private static void Check(Exception? seen, string? message, string name, string? known)
    {
        Assert.Equal(
            known is null ? null : $"ApiKeys has a key under '{name}', which no security scheme of the document (type: apiKey) is called. {known}",
            message);
        Assert.DoesNotContain(Canary, seen?.ToString() ?? "", StringComparison.Ordinal);
    }
}
