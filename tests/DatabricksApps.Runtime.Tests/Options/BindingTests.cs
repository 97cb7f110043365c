using System.Reflection;
using DatabricksApps.Generated;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DatabricksApps.Tests.Options;

/// <summary>Options from the program's configuration.</summary>
public class BindingTests
{
    private static readonly Dictionary<string, string?> s_values = new()
    {
        ["Inventory:BaseAddress"] = "https://inventory-123.aws.databricksapps.com",
        ["Inventory:AppName"] = "inventory",
        ["Inventory:Token"] = "the-token",
        ["Inventory:Host"] = "https://ws.example.com",
        ["Inventory:ClientId"] = "the-client-id",
        ["Inventory:clientsecret"] = "the-client-secret",
        ["Inventory:Scopes:0"] = "sql",
        ["Inventory:Scopes:1"] = "files",
        ["Inventory:Profile"] = "the-profile",
        ["Inventory:ConfigFile"] = "/etc/databrickscfg",
        ["Inventory:AuthType"] = "oauth-m2m",
        ["Inventory:WorkspaceId"] = "123",
        ["Inventory:OidcTokenFile"] = "/run/token",
        ["Inventory:OidcTokenVariable"] = "CI_TOKEN",
        ["Inventory:TokenAudience"] = "the-audience",
        ["Inventory:OAuthCallbackPort"] = "8025",
        ["Inventory:TokenFolder"] = "/var/tokens",
        ["Inventory:AccountId"] = "the-account",
        ["Inventory:DiscoveryUrl"] = "https://sso.example.com/meta",
        ["Inventory:CliPath"] = "/opt/databricks",
        ["Inventory:Timeout"] = "00:00:30",
        ["Inventory:SignInTimeout"] = "00:02:00",
        ["Inventory:MaxResponseBytes"] = "1000",
        ["Inventory:CheckRequests"] = "false",
    };

    // What no text can give.
    private static readonly string[] s_inCodeOnly =
    [
        nameof(DatabricksAppOptions.TokenProvider),
        nameof(DatabricksAppOptions.FederatedTokenProvider),
        nameof(DatabricksAppOptions.FederatedUserTokenProvider),
        nameof(DatabricksAppOptions.LookupTokenProvider),
        nameof(DatabricksAppOptions.OpenBrowser),
    ];

    [Fact]
    public void Every_option_can_be_configured()
    {
        DatabricksAppOptions options = new DatabricksAppOptions().Bind(Section(s_values));
        DatabricksAppOptions untouched = new();

        Assert.Equal(["sql", "files"], options.Scopes);
        Assert.Equal("the-client-secret", options.ClientSecret);
        Assert.Equal(new Uri("https://sso.example.com/meta"), options.DiscoveryUrl);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(TimeSpan.FromMinutes(2), options.SignInTimeout);
        foreach (PropertyInfo property in typeof(DatabricksAppOptions).GetProperties().Where(p => p.CanWrite && !s_inCodeOnly.Contains(p.Name)))
        {
            Assert.NotEqual(property.GetValue(untouched), property.GetValue(options));
        }
    }

    [Fact]
    public void What_is_not_named_or_empty_stays()
    {
        DatabricksAppOptions options = new() { Host = "https://ws.example.com", Scopes = { "sql" } };

        options.Bind(Section(new() { ["Inventory:AppName"] = "inventory", ["Inventory:Host"] = "" }));

        Assert.Equal(("inventory", "https://ws.example.com"), (options.AppName, options.Host));
        Assert.Equal(["sql"], options.Scopes);
    }

    [Fact]
    public void Scopes_may_be_one_text() =>
        Assert.Equal(["sql", "files"], new DatabricksAppOptions().Bind(Section(new() { ["Inventory:Scopes"] = "sql, files" })).Scopes);

    [Theory]
    [InlineData("BaseAdress", "https://x", "Inventory:BaseAdress is not an option of DatabricksAppOptions that can be configured.")]
    [InlineData("BaseAddress", "inventory", "Inventory:BaseAddress is not an absolute address.")]
    [InlineData("Timeout", "soon", "Inventory:Timeout is not a time such as 00:01:40.")]
    [InlineData("MaxResponseBytes", "-1", "Inventory:MaxResponseBytes is not a number of bytes.")]
    [InlineData("Host:Name", "x", "Inventory:Host is a section, where a value is expected.")]
    public void A_name_or_value_that_is_none_is_told(string key, string value, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<ArgumentException>(() => new DatabricksAppOptions().Bind(Section(new() { ["Inventory:" + key] = value }))).Message);

    [Fact]
    public void A_host_checks_the_options_when_it_starts()
    {
        ServiceCollection services = new();
        IConfiguration section = Section(new() { ["Inventory:Host"] = "https://ws.example.com" });
        AppPipeline.AddClient<AppConnection>(services, "MyApp.Client", static app => app, options => options.Bind(section));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException exception =
            Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            "The options do not say where the app is. Set BaseAddress to the app's URL, such as " +
            "https://my-app-1234.aws.databricksapps.com, or AppName to its name in the workspace.",
            exception.Message);
    }

    private static IConfiguration Section(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Inventory");
}
