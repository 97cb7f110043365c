using System.Reflection;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>Changes each option and each source alone: whoever may be somebody else then never shares a token.</summary>
public sealed class CredentialWalkTests : IDisposable
{
    private const string Another = "a token of its own";
    private const string Shared = "shares the token";

    // Where the app is and how it is called: who calls stays the same.
    private static readonly string[] s_same =
    [
        nameof(DatabricksAppOptions.BaseAddress), nameof(DatabricksAppOptions.AppName), nameof(DatabricksAppOptions.Timeout),
        nameof(DatabricksAppOptions.SignInTimeout),
        nameof(DatabricksAppOptions.MaxResponseBytes), nameof(DatabricksAppOptions.CheckRequests), nameof(DatabricksAppOptions.ApiKeys), nameof(DatabricksAppOptions.LookupTokenProvider),
    ];

    private static readonly Dictionary<string, Action<DatabricksAppOptions>> s_changes = new()
    {
        [nameof(DatabricksAppOptions.BaseAddress)] = o => o.BaseAddress = new Uri("https://other-1.aws.databricksapps.com"),
        [nameof(DatabricksAppOptions.AppName)] = o => o.AppName = "other",
        [nameof(DatabricksAppOptions.Timeout)] = o => o.Timeout = TimeSpan.FromSeconds(1),
        [nameof(DatabricksAppOptions.SignInTimeout)] = o => o.SignInTimeout = TimeSpan.FromSeconds(1),
        [nameof(DatabricksAppOptions.MaxResponseBytes)] = o => o.MaxResponseBytes = 1,
        [nameof(DatabricksAppOptions.CheckRequests)] = o => o.CheckRequests = false,
        [nameof(DatabricksAppOptions.ApiKeys)] = o => o.ApiKeys["k"] = "v",
        [nameof(DatabricksAppOptions.LookupTokenProvider)] = o => o.LookupTokenProvider = _ => new("t"),
        [nameof(DatabricksAppOptions.Token)] = o => o.Token = "t",
        [nameof(DatabricksAppOptions.TokenProvider)] = o => o.TokenProvider = _ => new("t"),
        [nameof(DatabricksAppOptions.FederatedTokenProvider)] = o => o.FederatedTokenProvider = _ => new("t"),
        [nameof(DatabricksAppOptions.FederatedUserTokenProvider)] = o => o.FederatedUserTokenProvider = _ => new("t"),
        [nameof(DatabricksAppOptions.Host)] = o => o.Host = "other.example.com",
        [nameof(DatabricksAppOptions.AuthType)] = o => o.AuthType = AuthTypes.DatabricksCli,
        [nameof(DatabricksAppOptions.ClientId)] = o => o.ClientId = "other",
        [nameof(DatabricksAppOptions.ClientSecret)] = o => o.ClientSecret = "other",
        [nameof(DatabricksAppOptions.Scopes)] = o => o.Scopes.Add("sql"),
        [nameof(DatabricksAppOptions.Profile)] = o => o.Profile = "other",
        [nameof(DatabricksAppOptions.ConfigFile)] = o => o.ConfigFile = "/other",
        [nameof(DatabricksAppOptions.AccountId)] = o => o.AccountId = "other",
        [nameof(DatabricksAppOptions.WorkspaceId)] = o => o.WorkspaceId = "2",
        [nameof(DatabricksAppOptions.OidcTokenFile)] = o => o.OidcTokenFile = "/other",
        [nameof(DatabricksAppOptions.OidcTokenVariable)] = o => o.OidcTokenVariable = "OTHER",
        [nameof(DatabricksAppOptions.TokenAudience)] = o => o.TokenAudience = "other",
        [nameof(DatabricksAppOptions.OAuthCallbackPort)] = o => o.OAuthCallbackPort = 9000,
        [nameof(DatabricksAppOptions.OpenBrowser)] = o => o.OpenBrowser = (_, _) => default,
        [nameof(DatabricksAppOptions.TokenFolder)] = o => o.TokenFolder = "/other",
        [nameof(DatabricksAppOptions.DiscoveryUrl)] = o => o.DiscoveryUrl = new Uri("https://other.example.com"),
        [nameof(DatabricksAppOptions.CliPath)] = o => o.CliPath = "/other",
    };

    private readonly SignInSetup _setup = new();
    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Options =>
        [.. typeof(DatabricksAppOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name)];

    public static TheoryData<string> Attributes => [.. AuthAttribute.All.Select(a => a.Name)];

    // All that the environment says and no attribute holds.
    public static TheoryData<string> Variables =>
    [
        "PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS",
        "DATABRICKS_AUTH_STORAGE", "DATABRICKS_OIDC_TOKEN", "MY_TOKEN", "SYSTEM_ACCESSTOKEN", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI",
        "SYSTEM_PLANID", "SYSTEM_JOBID", "SYSTEM_TEAMPROJECTID", "SYSTEM_HOSTTYPE",
    ];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_option_changed_alone(string option)
    {
        Assert.True(s_changes.TryGetValue(option, out Action<DatabricksAppOptions>? change), $"{option} is new: say here whether it decides who signs in.");
        using TokenSources sources = _setup.Sources();

        Assert.Equal(s_same.Contains(option) ? Shared : Another, Told("code", option, sources.CacheFor(Base(), []), sources.CacheFor(Base(change), [])));
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Each_environment_variable_changed_alone(string attribute)
    {
        AuthAttribute changed = AuthAttribute.All.Single(a => a.Name == attribute);
        if (changed.Variable is not { } variable)
        {
            return;
        }

        using TokenSources sources = _setup.Sources();
        ITokenSource before = sources.CacheFor(new DatabricksAppOptions(), []);
        SetBase((a, value) => _setup.Environment[a.Variable!] = value);
        before = sources.CacheFor(new DatabricksAppOptions(), []);
        _setup.Environment[variable] = ValueOf(changed);

        Assert.Equal(Another, Told("environment", variable, before, sources.CacheFor(new DatabricksAppOptions(), [])));
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Each_key_of_a_profile_changed_alone(string attribute)
    {
        AuthAttribute changed = AuthAttribute.All.Single(a => a.Name == attribute);
        Dictionary<string, string> profile = [];
        SetBase((a, value) => profile[a.Name] = value);
        _setup.Environment["DATABRICKS_CONFIG_FILE"] = _file;
        _setup.Environment["DATABRICKS_CONFIG_PROFILE"] = "p";
        using TokenSources sources = _setup.Sources();
        Write();
        ITokenSource before = sources.CacheFor(new DatabricksAppOptions(), []);
        profile[attribute] = ValueOf(changed);
        Write();

        // A profile cannot say of itself which it is, or where it stands.
        string expected = attribute is "profile" or "config_file" ? Shared : Another;
        Assert.Equal(expected, Told("profile", attribute, before, sources.CacheFor(new DatabricksAppOptions(), [])));

        void Write() => File.WriteAllLines(_file, ["[p]", .. profile.Select(pair => $"{pair.Key} = {pair.Value}")]);
    }

    [Theory]
    [MemberData(nameof(Variables))]
    public void Each_other_variable_of_the_environment_changed_alone(string variable)
    {
        _setup.Environment[variable] = "/one";
        using TokenSources sources = _setup.Sources();
        DatabricksAppOptions options = Base(o => o.OidcTokenVariable = "MY_TOKEN");
        options.AuthType = AuthTypes.OidcVariable;
        ITokenSource before = sources.CacheFor(options, []);
        _setup.Environment[variable] = "/other";

        Assert.Equal(Another, Told("environment", variable, before, sources.CacheFor(options, [])));
    }

    // An attribute would hold them as UTF-8, and all three as the same.
    public static IEnumerable<TheoryDataRow<char[], char[]>> Unpaired =>
        [new(['a', '\uD800'], ['a', '\uDC00']), new(['a', '\uD800'], ['a', '\uFFFD'])];

    [Theory]
    [MemberData(nameof(Unpaired))]
    public void Texts_that_no_encoding_can_write_are_not_the_same(char[] one, char[] other) =>
        Differ(new string(one), new string(other));

    private void Differ(string one, string other)
    {
        using TokenSources sources = _setup.Sources();
        CredentialInputs inputs = CredentialInputs.Read(Base(), [], _ => null);

        Assert.Equal(Another, Told("code", "ClientSecret", sources.CacheFor(Base(o => o.ClientSecret = one), []), sources.CacheFor(Base(o => o.ClientSecret = other), [])));
        Assert.NotEqual(inputs.KeyOf(one), inputs.KeyOf(other));
    }

    [Fact]
    public void No_method_reads_a_variable_that_the_key_lacks()
    {
        CredentialInputs inputs = CredentialInputs.Read(Base(), [], _ => null);

        Assert.Throws<InvalidOperationException>(() => inputs.Variable("SOMEBODY_ELSE"));
    }

    [Fact]
    public void Everything_that_the_methods_get_is_in_the_key()
    {
        // The inputs are all that a sign-in is made of. What is added to them is added to their key, and to this list.
        Assert.Equal(
            ["FederatedTokenProvider", "OpenBrowser", "Settings", "TokenFolder"],
            typeof(CredentialInputs).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_secret_that_is_set_in_code_is_another_credential_than_the_same_in_the_environment()
    {
        // Where that of the environment fails the next method is tried, which may be somebody else's; where that of the code fails none is.
        SetBase((a, value) => _setup.Environment[a.Variable!] = value);
        using TokenSources sources = _setup.Sources();

        Assert.NotSame(sources.CacheFor(Base(), []), sources.CacheFor(new DatabricksAppOptions(), []));
    }

    private static string Told(string source, string name, ITokenSource one, ITokenSource other)
    {
        string outcome = ReferenceEquals(one, other) ? Shared : Another;
        TestContext.Current.TestOutputHelper?.WriteLine($"{source,-12} {name,-40} {outcome}{(other is UnreadSettings ? ", of which there is none: the settings contradict each other" : "")}");
        return outcome;
    }

    private static DatabricksAppOptions Base(Action<DatabricksAppOptions>? change = null)
    {
        DatabricksAppOptions options = new() { Host = FakeWorkspace.Host, ClientId = "id", ClientSecret = "secret" };
        change?.Invoke(options);
        return options;
    }

    private static void SetBase(Action<AuthAttribute, string> set)
    {
        set(AuthAttribute.Host, FakeWorkspace.Host);
        set(AuthAttribute.ClientId, "id");
        set(AuthAttribute.ClientSecret, "secret");
    }

    private static string ValueOf(AuthAttribute attribute) =>
        attribute.Kind switch
        {
            AttributeKind.Boolean => "true",
            AttributeKind.Integer => "7",
            _ => attribute == AuthAttribute.Host ? "https://other.example.com" : "other",
        };
}
