using System.Reflection;
using System.Runtime.CompilerServices;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Options;

/// <summary>The list of options and that of attributes are whole: what is declared is read, bound and passed on.</summary>
public sealed class ConfigurableOptionTests
{
    // What no text gives alone: functions and collections.
    private static readonly string[] s_others =
    [
        nameof(DatabricksAppOptions.TokenProvider), nameof(DatabricksAppOptions.FederatedTokenProvider),
        nameof(DatabricksAppOptions.FederatedUserTokenProvider), nameof(DatabricksAppOptions.LookupTokenProvider),
        nameof(DatabricksAppOptions.OpenBrowser), nameof(DatabricksAppOptions.Scopes), nameof(DatabricksAppOptions.ApiKeys),
    ];

    public static TheoryData<string> Names => [.. ConfigurableOption.All.Select(option => option.Name)];

    [Fact]
    public void Every_property_is_in_the_list_once() =>
        Assert.Equal(
            typeof(DatabricksAppOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Except(s_others).Order(),
            ConfigurableOption.All.Select(option => option.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_sets_and_gets_the_property_of_its_name_and_no_other(string name)
    {
        ConfigurableOption option = ConfigurableOption.All.Single(o => o.Name == name);
        string text = option.Expected switch
        {
            "an absolute address" => "https://other.example.com",
            "a time such as 00:01:40" or "a time such as 00:05:00" => "00:00:07",
            "true or false" => "false",
            "a text" => "other",
            _ => "7",
        };
        DatabricksAppOptions options = new(), untouched = new();

        Assert.True(option.TrySet(options, text));
        Assert.Equal(text, option.Get(options));
        Assert.Equal(
            [name],
            typeof(DatabricksAppOptions).GetProperties().Where(p => p.CanWrite && !Equals(p.GetValue(options), p.GetValue(untouched))).Select(p => p.Name));
        if (option.Attribute is { } attribute)
        {
            Assert.Equal(text, options.Attributes([]).Single(pair => pair.Key == attribute).Value);
        }
    }

    [Theory]
    [InlineData(nameof(DatabricksAppOptions.Timeout), "soon")]
    [InlineData(nameof(DatabricksAppOptions.MaxResponseBytes), "-1")]
    [InlineData(nameof(DatabricksAppOptions.OAuthCallbackPort), "8,020")]
    [InlineData(nameof(DatabricksAppOptions.BaseAddress), "inventory")]
    [InlineData(nameof(DatabricksAppOptions.DiscoveryUrl), "meta")]
    public void What_is_not_of_its_kind_changes_nothing(string name, string text)
    {
        ConfigurableOption option = ConfigurableOption.All.Single(o => o.Name == name);
        DatabricksAppOptions options = new();

        Assert.Equal((false, option.Get(new())), (option.TrySet(options, text), option.Get(options)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_README_says_of_each_which_variable_and_which_key_of_a_profile_stand_for_it(string name)
    {
        AuthAttribute? attribute = ConfigurableOption.All.Single(o => o.Name == name).Attribute;

        // A profile names neither itself nor its file.
        string? key = attribute == AuthAttribute.Profile || attribute == AuthAttribute.ConfigFile ? null : attribute?.Name;
        string[] cells = Assert.Single(File.ReadAllLines(Readme()).SkipWhile(line => line != "## Options"), line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);

        Assert.Equal((Quoted(attribute?.Variable), Quoted(key)), (cells[3], cells[4]));

        static string Quoted(string? text) => text is null ? "" : $"`{text}`";
    }

    [Fact]
    public void Every_attribute_that_is_declared_is_read()
    {
        AuthAttribute[] declared =
        [
            .. typeof(AuthAttribute).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(AuthAttribute)).Select(field => (AuthAttribute)field.GetValue(null)!),
        ];

        Assert.NotEmpty(declared);
        Assert.Empty(declared.Except(AuthAttribute.All));
        Assert.Equal(AuthAttribute.All.Count, AuthAttribute.All.Select(attribute => attribute.Name).Distinct().Count());
    }

    private static string Readme([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../../runtime/README.md");
}
