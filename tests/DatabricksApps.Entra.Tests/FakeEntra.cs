using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DatabricksApps.Entra.Tests;

/// <summary>Answers MSAL in process as Entra ID and the metadata service of Azure do, with tokens signed by a key of its own.</summary>
internal sealed class FakeEntra : HttpMessageHandler, IMsalHttpClientFactory
{
    public const string Issuer = "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private readonly HttpClient _client;

    public FakeEntra() => _client = new HttpClient(this, disposeHandler: false);

    public RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "entra" };

    /// <summary>Gets what was asked, as <c>POST /tenant/oauth2/v2.0/token grant_type=… …</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Gets the Entra tokens that were given, none of which may show anywhere.</summary>
    public List<string> Given { get; } = [];

    /// <summary>Gets or sets the answer of the token endpoint; null: a token.</summary>
    public (HttpStatusCode Status, string Body)? Fault { get; set; }

    /// <summary>Gets or sets who enters the next device code.</summary>
    public string Person { get; set; } = "ada";

    public HttpClient GetHttpClient() => _client;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {body}{request.RequestUri.Query}");
        string path = request.RequestUri.AbsolutePath;
        return path.EndsWith("/devicecode", StringComparison.Ordinal)
            ? Json("""{"user_code":"ABC","device_code":"DEV","verification_uri":"https://microsoft.com/devicelogin","expires_in":900,"interval":0,"message":"Enter ABC"}""")
            : path.EndsWith("/token", StringComparison.Ordinal)
                ? Fault is { } fault ? Json(fault.Body, fault.Status) : Json(Token(isPerson: body.Contains("device_code", StringComparison.Ordinal)))
                : Json("{}", HttpStatusCode.NotFound);
    }

    private string Token(bool isPerson)
    {
        string id = isPerson && Person != "ada" ? $"the-object-id-of-{Person}" : "the-object-id";
        string token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = EntraSignIn.DatabricksResource,
            Claims = new Dictionary<string, object> { ["sub"] = id, ["oid"] = id, ["tid"] = Tenant, ["preferred_username"] = $"{Person}@example.com" },
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
        Given.Add(token);
        Dictionary<string, object> answer = new()
        {
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["expires_in"] = 3600,
            ["resource"] = EntraSignIn.DatabricksResource,
        };
        if (isPerson)
        {
            answer["scope"] = EntraSignIn.DatabricksResource + "/.default";
            answer["id_token"] = token;
            answer["refresh_token"] = "entra-refresh-canary";
            answer["client_info"] = Base64UrlEncoder.Encode($$"""{"uid":"{{id}}","utid":"{{Tenant}}"}""");
        }

        return JsonSerializer.Serialize(answer);
    }

    private static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
