using System.Net;
using System.Text;
using DatabricksApps.Generated;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Tests.Signing;

/// <summary>Which answers are about the token, which bodies can be sent once more, and what is the app's origin.</summary>
public sealed class TokenRefusalTests
{
    private static readonly Uri s_sent = new("https://app.example.com/api/items");

    [Theory]
    [InlineData(401, null, "", true)]
    [InlineData(400, null, "Invalid Token", false)]
    [InlineData(402, null, "Invalid Token", false)]
    [InlineData(404, null, "Invalid Token", false)]
    [InlineData(403, null, "An INVALID TOKEN, it says", true)]
    [InlineData(403, null, "Invalid", false)]
    [InlineData(300, "/.auth/x", "", true)]
    [InlineData(399, "/.auth/x", "", true)]
    [InlineData(299, "/.auth/x", "", false)]
    [InlineData(400, "/.auth/x", "", false)]
    [InlineData(302, null, "", false)]
    [InlineData(302, "/elsewhere", "", false)]
    [InlineData(302, "https://ws.example.com/oidc/x", "", true)]
    [InlineData(302, "/api/x?y=/oidc/", "", false)]
    public async Task An_answer_refuses_the_token(int status, string? location, string body, bool isRefusal)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body) };
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        Assert.Equal(isRefusal, await TokenRefusal.IsOfAsync(response, s_sent, TestContext.Current.CancellationToken));
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, bool> Bodies => new()
    {
        { "none", true }, { "json", true }, { "bytes", true }, { "memory", true }, { "text", true }, { "stream", false },
        { "file", true }, { "file once", false }, { "parts", true }, { "parts once", false }, { "parts of both", false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_can_be_sent_once_more_if_it_can_be_read_once_more(string kind, bool isPossible)
    {
        using HttpContent? content = kind switch
        {
            "none" => null,
            "json" => new PooledContent(JsonText.Write<string, StringJson>("x"), "application/json"),
            "bytes" => new ByteArrayContent([1]),
            "memory" => new ReadOnlyMemoryContent(new byte[1]),
            "text" => new StringContent("x"),
            "stream" => new StreamContent(new MemoryStream()),
            "file" => new FileContent(Again(), "a/b"),
            "file once" => new FileContent(Once(), "a/b"),
            _ => Parts(kind),
        };

        Assert.Equal(isPossible, Replay.IsPossible(content));
    }

    [Theory]
    [InlineData("https://app.example.com/x", true)]
    [InlineData("https://APP.example.com:443", true)]
    [InlineData("https://app.example.com:444", false)]
    [InlineData("http://app.example.com:443", false)]
    [InlineData("https://app2.example.com", false)]
    [InlineData("/x", false)]
    public void The_origin_is_scheme_host_and_port(string address, bool isInside) =>
        Assert.Equal(isInside, new Origin(s_sent).Contains(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Plain_http_through_a_proxy_is_refused_and_nothing_else()
    {
        WebProxy proxy = new("http://proxy.corp:3128", BypassOnLocal: false);
        Uri plain = new("http://127.0.0.1:8000");
        WebProxy passing = new("http://proxy.corp:3128", BypassOnLocal: false, ["127\\.0\\.0\\.1"]);
        HttpMessageHandler?[] allowed =
        [
            new SocketsHttpHandler { Proxy = proxy, UseProxy = false }, new HttpClientHandler { Proxy = proxy, UseProxy = false },
            new SocketsHttpHandler { Proxy = passing }, new HttpClientHandler { Proxy = passing }, StubHandler.Json(""), new Passing { InnerHandler = StubHandler.Json("") },
            new SocketsHttpHandler { Proxy = new Mirror() }, new SocketsHttpHandler { Proxy = new PassedBy() }, new SocketsHttpHandler { Proxy = new Nowhere() }, null,
        ];
        HttpMessageHandler[] refused =
        [
            new SocketsHttpHandler { Proxy = proxy }, new HttpClientHandler { Proxy = proxy },
            new Passing { InnerHandler = new Passing { InnerHandler = new SocketsHttpHandler { Proxy = proxy } } },
        ];

        Assert.All(allowed, handler => DirectRoute.Check(plain, handler));
        Assert.All(refused, handler => Assert.Equal(AppErrorReason.SignInFailed, Assert.Throws<AppException>(() => DirectRoute.Check(plain, handler)).Reason));
        Assert.All(refused, handler => DirectRoute.Check(new Uri("https://127.0.0.1:8000"), handler));
    }

    [Fact]
    public void The_proxys_credentials_are_those_of_the_machines()
    {
        WebProxy proxy = new("http://proxy.corp:3128");
        NetworkCredential given = new("u", "p");
        LoopbackProxy proxies = new(() => proxy);

        proxies.Credentials = given;

        Assert.Same(given, proxy.Credentials);
        Assert.Same(given, proxies.Credentials);
        Assert.True(new LoopbackProxy(() => new WebProxy("http://p", BypassOnLocal: true)).IsBypassed(new Uri("http://intranet")));
    }

    private static AppFile Again() => AppFile.FromStream(new MemoryStream(Encoding.ASCII.GetBytes("x")));

    private static AppFile Once() => AppFile.FromStream(new ForwardStream(Encoding.ASCII.GetBytes("x")));

    private static PartsContent Parts(string kind)
    {
        PartsContent parts = new();
        parts.AddText("a", "x", null);
        if (kind != "parts once")
        {
            parts.AddFile("b", Again(), null);
        }

        if (kind != "parts")
        {
            parts.AddFile("c", Once(), null);
        }

        return parts;
    }

    private sealed class Passing : DelegatingHandler;

    /// <summary>A proxy that names the address itself, which is to go there directly.</summary>
    private sealed class Mirror : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => destination;

        public bool IsBypassed(Uri host) => false;
    }

    /// <summary>A proxy that names itself also for what it says to pass it by.</summary>
    private sealed class PassedBy : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => new("http://proxy.corp:3128");

        public bool IsBypassed(Uri host) => true;
    }

    /// <summary>A proxy that names none.</summary>
    private sealed class Nowhere : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => null;

        public bool IsBypassed(Uri host) => false;
    }
}
