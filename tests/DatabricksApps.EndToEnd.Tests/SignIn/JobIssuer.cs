using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DatabricksApps.EndToEnd.Tests.SignIn;

/// <summary>Issues tokens to jobs, as GitHub Actions and Azure DevOps do, and is the metadata service of a machine.</summary>
public sealed class JobIssuer : IAsyncDisposable
{
    public const string Name = "https://token.jobs.example";
    public const string RequestToken = "the-request-token";

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private readonly WebApplication _host;

    private JobIssuer(WebApplication host) => _host = host;

    public SecurityKey Key => _key;

    public string Address => _host.Urls.First();

    /// <param name="metadataToken">What the metadata service gives.</param>
    public static async Task<JobIssuer> StartAsync(Func<Task<string>> metadataToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        JobIssuer issuer = new(builder.Build());
        issuer._host.MapGet("/github", (HttpRequest request, string audience) => IsAllowed(request)
            ? Results.Json(new { value = issuer.Issue(audience) }) : Results.Unauthorized());
        issuer._host.MapPost("/devops/project/_apis/distributedtask/hubs/build/plans/plan/jobs/job/oidctoken", (HttpRequest request) => IsAllowed(request)
            ? Results.Json(new { oidcToken = issuer.Issue("api://AzureADTokenExchange") }) : Results.Unauthorized());
        issuer._host.MapGet("/metadata", async (HttpRequest request) => request.Headers["X-Databricks-Metadata-Version"] == "1"
            ? Results.Json(new { access_token = await metadataToken(), token_type = "Bearer", expires_on = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds() })
            : Results.NotFound());
        await issuer._host.StartAsync();
        return issuer;
    }

    public string Issue(string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = audience,
        Claims = new Dictionary<string, object> { ["sub"] = "repo:acme/app" },
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddMinutes(10),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static bool IsAllowed(HttpRequest request) => request.Headers.Authorization == "Bearer " + RequestToken;
}
