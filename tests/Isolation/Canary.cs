using System.Net;
using DatabricksApps.Isolation.EchoApi;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Isolation;

/// <summary>
/// Gives the program secrets of all kinds, sends it through every way to sign in and every fault, and compares who was
/// shown which of them with the table that is expected.
/// </summary>
internal sealed class Canary : IAsyncDisposable
{
    private static readonly Dictionary<string, string> s_secrets = new()
    {
        ["client secret"] = "canary-client-secret",
        ["program's token"] = "canary-program-token",
        ["user's token"] = "canary-user-token",
        ["token of Token"] = "canary-given-token",
        ["JWT"] = "canary-jwt",
        ["user's JWT"] = "canary-user-jwt",
        ["exchanged token"] = "canary-exchanged-token",
        ["metadata path"] = "canary-metadata-path",
        ["metadata token"] = "canary-metadata-token",
        ["GitHub's request token"] = "canary-github-token",
    };

    // Who may see what, and nothing else.
    private static readonly Dictionary<string, string> s_expected = new()
    {
        ["app"] = "exchanged token, metadata token, program's token, token of Token, user's token",
        ["workspace"] = "JWT, client secret, program's token, user's JWT",
        ["metadata service"] = "metadata path",
        ["GitHub"] = "GitHub's request token",
        ["stranger"] = "nothing",
        ["tampered workspace"] = "nothing",
        ["proxy"] = "nothing",
    };

    private readonly Dictionary<string, CanaryServer> _servers = [];
    private readonly List<string> _odd = [];
    private readonly string _home = Directory.CreateTempSubdirectory("canary-").FullName;

    public async Task<bool> RunAsync()
    {
        using OutgoingRequests outgoing = new();
        await StartAsync();
        Environment.SetEnvironmentVariable("HOME", _home);
        Environment.SetEnvironmentVariable("PATH", _home);
        HttpClient.DefaultProxy = new WebProxy(_servers["proxy"].Address, BypassOnLocal: false);

        string stranger = _servers["stranger"].Address;
        await CallAsync("the program's own sign-in, by the app's name", o => Own(o).AppName = "inventory");
        await CallAsync("an app that refuses the token", o => Own(o), "refused");
        await CallAsync("an app that redirects to a stranger's login", o => Own(o), "login");
        await CallAsync("an app that redirects to a stranger", o => Own(o), "redirect");
        await CallAsync("a user, an error of the front door", o => (Own(o).AppName, o.TokenProvider) = ("inventory", _ => new(s_secrets["user's token"])), "missing");
        await CallAsync("a user, the app found by name", o => (Own(o).BaseAddress, o.AppName, o.TokenProvider) = (null, "inventory", _ => new(s_secrets["user's token"])));
        await CallAsync("a token that was given, an error", o => (o.AppName, o.Token) = ("inventory", s_secrets["token of Token"]), "missing");
        await CallAsync("a token of another issuer", o => o.FederatedTokenProvider = _ => new(s_secrets["JWT"]));
        await CallAsync("a user's token of another issuer", o => o.FederatedUserTokenProvider = _ => new(s_secrets["user's JWT"]));
        await CallAsync(
            "the metadata service", o => o.AuthType = AuthTypes.MetadataService, "ok",
            ("DATABRICKS_METADATA_SERVICE_URL", $"{_servers["metadata service"].Address}/{s_secrets["metadata path"]}"));
        await CallAsync(
            "a job of GitHub", o => o.AuthType = AuthTypes.GitHubActions, "ok",
            ("ACTIONS_ID_TOKEN_REQUEST_URL", $"{_servers["GitHub"].Address}/token"), ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", s_secrets["GitHub's request token"]));
        await CallAsync("a workspace that names a stranger's token endpoint", o => Own(o).Host = _servers["tampered workspace"].Address);
        await CallAsync("a profile of the code, another host around", o => (o.Host, o.Profile) = (null, "prod"), "ok", ("DATABRICKS_HOST", stranger));
        await CallAsync("a host of the code, another profile around", o => o.Host = stranger, "ok", ("DATABRICKS_CONFIG_PROFILE", "prod"));
        await CallAsync("a host and another profile around", o => o.Host = null, "ok", ("DATABRICKS_CONFIG_PROFILE", "prod"), ("DATABRICKS_HOST", stranger));
        return Print(outgoing);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (CanaryServer server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(_home, recursive: true);
    }

    private static DatabricksAppOptions Own(DatabricksAppOptions options)
    {
        (options.ClientId, options.ClientSecret) = ("the-program", s_secrets["client secret"]);
        return options;
    }

    private async Task StartAsync()
    {
        await AddAsync("stranger", (context, _) => JsonAsync(context, "{}"));
        await AddAsync("tampered workspace", (context, _) => JsonAsync(context, $$"""{"token_endpoint":"{{_servers["stranger"].Address}}/token"}"""));
        await AddAsync("proxy", (context, _) => JsonAsync(context, "{}"));
        await AddAsync("metadata service", (context, _) => JsonAsync(context, $$"""{"access_token":"{{s_secrets["metadata token"]}}","expires_on":4102444800}"""));
        await AddAsync("GitHub", (context, _) => JsonAsync(context, $$"""{"value":"{{s_secrets["JWT"]}}"}"""));
        await AddAsync("app", AppAsync);
        await AddAsync("workspace", (context, body) => context.Request.Path.Value switch
        {
            "/oidc/.well-known/oauth-authorization-server" => JsonAsync(context, $$"""{"token_endpoint":"{{_servers["workspace"].Address}}/oidc/v1/token"}"""),
            "/oidc/v1/token" => JsonAsync(context, $$"""{"access_token":"{{s_secrets[body.Contains("subject_token", StringComparison.Ordinal) ? "exchanged token" : "program's token"]}}","expires_in":3600}"""),
            "/api/2.0/apps/inventory" => JsonAsync(context, $$"""{"url":"{{_servers["app"].Address}}"}"""),
            _ => JsonAsync(context, "{}", 404),
        });
        await File.WriteAllTextAsync(
            Path.Combine(_home, ".databrickscfg"), $"[prod]\nhost = {_servers["workspace"].Address}\nclient_id = the-program\nclient_secret = {s_secrets["client secret"]}\n");
    }

    private Task AppAsync(HttpContext context, string body)
    {
        switch (context.Request.Query["user"].ToString())
        {
            case "refused":
                return JsonAsync(context, "{}", 401);
            case "missing":
                context.Response.StatusCode = 404;
                return context.Response.WriteAsync("not found");
            case "login":
                context.Response.Redirect($"{_servers["stranger"].Address}/oidc/v1/authorize");
                return Task.CompletedTask;
            case "redirect":
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = $"{_servers["stranger"].Address}/stolen";
                return Task.CompletedTask;
            default:
                return JsonAsync(context, """{"user":"x"}""");
        }
    }

    private async Task AddAsync(string name, Func<HttpContext, string, Task> answer) => _servers[name] = await CanaryServer.StartAsync(name, s_secrets, answer);

    private async Task CallAsync(string what, Action<DatabricksAppOptions> configure, string path = "ok", params (string Name, string Value)[] environment)
    {
        foreach ((string name, string value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        DatabricksAppOptions options = new() { BaseAddress = new Uri(_servers["app"].Address), Host = _servers["workspace"].Address };
        configure(options);
        string outcome;
        EchoClient client = EchoClient.Create(options);
        try
        {
            await client.EchoAsync(path);
            outcome = "answered";
        }
        catch (AppException exception)
        {
            outcome = exception.Reason.ToString();
            if (s_secrets.FirstOrDefault(secret => exception.ToString().Contains(secret.Value, StringComparison.Ordinal)).Key is { } shown)
            {
                _odd.Add($"{what}: the exception shows the {shown}");
            }
        }
        finally
        {
            ((IDisposable)client).Dispose();
            foreach ((string name, string _) in environment)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        Console.WriteLine($"   {what,-60} {outcome}");
    }

    private bool Print(OutgoingRequests outgoing)
    {
        int passed = 0;
        Console.WriteLine();
        foreach ((string name, CanaryServer server) in _servers.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            bool isRight = server.Seen == s_expected[name];
            passed += isRight ? 1 : 0;
            Console.WriteLine($"   {name,-20} was shown {server.Seen}{(isRight ? "" : $"; expected: {s_expected[name]}")}");
            if (!isRight)
            {
                _odd.Add($"{name} was shown {server.Seen}");
            }
        }

        // To these servers and to nobody else, whatever the way: names are not even resolved.
        HashSet<string> known = [.. _servers.Values.Select(s => $"http {new Uri(s.Address).Authority}")];
        foreach ((string place, int count) in outgoing.Places)
        {
            bool isKnown = known.Contains(place);
            passed += isKnown ? 1 : 0;
            if (!isKnown)
            {
                _odd.Add($"{count} requests went to {place}");
            }
        }

        Console.WriteLine($"   {outgoing.Places.Values.Sum()} requests went to {outgoing.Places.Count} places");
        _odd.ForEach(odd => Console.WriteLine($"FAILED {odd}"));
        Console.WriteLine($"{passed} passed, {_odd.Count} failed");
        return _odd.Count == 0;
    }

    private static Task JsonAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
