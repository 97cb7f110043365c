using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DatabricksApps.Auth;

namespace DatabricksApps.AuthConformance.Refused;

/// <summary>Gets tokens of Entra ID, as the Go SDK does.</summary>
internal sealed class AzureTokens(CredentialContext context)
{
    public const string Databricks = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";
    public const string Management = "https://management.core.windows.net/";

    public async Task<string?> ByCliAsync(string resource)
    {
        string? az = (context.Variable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "az")).FirstOrDefault(File.Exists);
        if (az is null)
        {
            return null;
        }

        ProcessStartInfo start = new(az, ["account", "get-access-token", "--resource", resource, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Text(output, "accessToken") : null;
    }

    public async Task<string?> BySecretAsync(string resource)
    {
        AuthSettings settings = context.Settings;
        string id = settings[AuthAttribute.AzureClientId]!;
        string secret = settings[AuthAttribute.AzureClientSecret]!;
        Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials", ["resource"] = resource };

        // First the header, then the fields: whichever the server takes.
        AuthenticationHeaderValue basic = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        return await PostAsync(form, basic)
            ?? await PostAsync(new(form) { ["client_id"] = id, ["client_secret"] = secret }, null);
    }

    public async Task<string?> ByGitHubAsync(string resource)
    {
        AuthSettings settings = context.Settings;
        using HttpRequestMessage request = new(
            HttpMethod.Get, $"{settings[AuthAttribute.GitHubRequestUrl]}&audience={Uri.EscapeDataString("api://AzureADTokenExchange")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings[AuthAttribute.GitHubRequestToken]);
        return await SendAsync(request, "value") is not { } assertion ? null : await PostAsync(
            new()
            {
                ["grant_type"] = "client_credentials",
                ["resource"] = resource,
                ["client_id"] = settings[AuthAttribute.AzureClientId]!,
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = assertion,
            },
            null);
    }

    public async Task<string?> ByIdentityAsync(string resource)
    {
        string client = context.Settings[AuthAttribute.AzureClientId] is { } id ? $"&client_id={id}" : "";
        using HttpRequestMessage request = new(
            HttpMethod.Get, $"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource={Uri.EscapeDataString(resource)}{client}");
        request.Headers.Add("Metadata", "true");
        return await SendAsync(request, "access_token");
    }

    /// <summary>Gets the host of the workspace from its resource id.</summary>
    public async Task<string?> HostAsync(string? managementToken)
    {
        using HttpRequestMessage request = new(
            HttpMethod.Get, $"https://management.azure.com{context.Settings[AuthAttribute.AzureResourceId]}?api-version=2018-04-01");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", managementToken);
        using HttpResponseMessage response = await context.HttpClient().SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new AppAuthenticationException("Azure does not know the workspace");
        }

        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return $"https://{document.RootElement.GetProperty("properties").GetProperty("workspaceUrl").GetString()}";
    }

    private Task<string?> PostAsync(Dictionary<string, string> form, AuthenticationHeaderValue? authorization)
    {
        HttpRequestMessage request = new(HttpMethod.Post, $"https://login.microsoftonline.com/{context.Settings[AuthAttribute.AzureTenantId]}/oauth2/token")
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Authorization = authorization;
        return SendAsync(request, "access_token");
    }

    private async Task<string?> SendAsync(HttpRequestMessage request, string member)
    {
        using HttpResponseMessage response = await context.HttpClient().SendAsync(request);
        return response.IsSuccessStatusCode ? Text(await response.Content.ReadAsStringAsync(), member) : null;
    }

    private static string? Text(string json, string member)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
    }
}
