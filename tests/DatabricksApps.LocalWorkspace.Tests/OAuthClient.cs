using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LocalWorkspace;

namespace DatabricksApps.LocalWorkspace.Tests;

/// <summary>Speaks to the OAuth server in plain HTTP.</summary>
public sealed class OAuthClient(HttpClient http, Uri workspace)
{
    /// <summary>Posts a form to the token endpoint.</summary>
    public Task<OAuthAnswer> RequestTokenAsync(string? basic = null, params (string Name, string Value)[] form) =>
        PostAsync("/oidc/v1/token", basic, form);

    /// <summary>Asks for a token of a service principal.</summary>
    public Task<OAuthAnswer> RequestTokenAsync(ServicePrincipal principal, params string[] scopes) =>
        RequestTokenAsync(
            $"{principal.ClientId}:{principal.ClientSecret}",
            scopes is [] ? [("grant_type", "client_credentials")] : [("grant_type", "client_credentials"), ("scope", string.Join(' ', scopes))]);

    /// <summary>Returns a token of a service principal.</summary>
    public async Task<string> SignInAsync(ServicePrincipal principal, params string[] scopes) =>
        (await RequestTokenAsync(principal, scopes)).AccessToken;

    /// <summary>Posts a form to an endpoint.</summary>
    public async Task<OAuthAnswer> PostAsync(string path, string? basic, params (string Name, string Value)[] form)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(workspace, path));
        request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        }

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new OAuthAnswer(
            response.StatusCode,
            text is "" ? default : JsonElement.Parse(text),
            response.Headers.CacheControl?.ToString(),
            response.Headers.WwwAuthenticate.FirstOrDefault()?.Scheme);
    }
}

/// <summary>An answer of the OAuth server.</summary>
public sealed record OAuthAnswer(HttpStatusCode Status, JsonElement Body, string? CacheControl, string? Challenge)
{
    public string AccessToken => Body.GetProperty("access_token").GetString()!;

    public string? RefreshToken => Body.TryGetProperty("refresh_token", out JsonElement token) ? token.GetString() : null;

    /// <summary>Gets status, error and description in one line; only the status if there is no error.</summary>
    public string Verdict => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out JsonElement error)
        ? $"{(int)Status} {error.GetString()}: {Body.GetProperty("error_description").GetString()}"
        : $"{(int)Status}";
}
